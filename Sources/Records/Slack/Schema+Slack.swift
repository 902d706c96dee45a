import Store

extension RecordSchema {
    /// What Slack told and what it is still to be told; which channels are read and whose words are not.
    static let slack = """
        CREATE TABLE slack_inbox (
            workspace_id TEXT NOT NULL,
            envelope_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload BYTEA NOT NULL,
            arrived BIGINT NOT NULL,
            position BIGINT NOT NULL,
            tries BIGINT NOT NULL,
            done BIGINT,
            PRIMARY KEY (workspace_id, envelope_id)
        );
        CREATE INDEX slack_inbox_by_position ON slack_inbox (workspace_id, position);
        CREATE INDEX slack_inbox_waiting ON slack_inbox (workspace_id, position) WHERE done IS NULL;
        CREATE INDEX slack_inbox_done ON slack_inbox (workspace_id, done);
        CREATE TABLE slack_outbox (
            workspace_id TEXT NOT NULL,
            key TEXT NOT NULL,
            kind TEXT NOT NULL,
            account_id TEXT NOT NULL,
            target TEXT NOT NULL,
            payload BYTEA NOT NULL,
            due BIGINT NOT NULL,
            expires BIGINT NOT NULL,
            tries BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'dropped', 'failed')),
            moment BIGINT NOT NULL,
            posted TEXT,
            PRIMARY KEY (workspace_id, key)
        );
        CREATE INDEX slack_outbox_due ON slack_outbox (workspace_id, state, due);
        CREATE INDEX slack_outbox_by_account ON slack_outbox (workspace_id, account_id, moment);
        CREATE TABLE slack_channel (
            workspace_id TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            reading BOOLEAN NOT NULL,
            told BOOLEAN NOT NULL,
            moment BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, channel_id)
        );
        CREATE TABLE slack_choice (
            workspace_id TEXT NOT NULL,
            account_id TEXT NOT NULL,
            silent BOOLEAN NOT NULL,
            off TEXT NOT NULL,
            moment BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, account_id)
        );
        CREATE TABLE slack_installation (
            workspace_id TEXT NOT NULL PRIMARY KEY,
            team TEXT NOT NULL,
            heard BIGINT,
            removed BIGINT
        );
        """

    /// From when until when an account was not to be read.
    static let slackSilence = """
        CREATE TABLE slack_silence (
            workspace_id TEXT NOT NULL,
            account_id TEXT NOT NULL,
            since BIGINT NOT NULL,
            until BIGINT,
            PRIMARY KEY (workspace_id, account_id, since)
        );
        INSERT INTO slack_silence (workspace_id, account_id, since, until)
            SELECT workspace_id, account_id, moment, NULL FROM slack_choice WHERE silent;
        """

    /// What waits is sealed with the key of this id; tokens that Slack renews.
    static let slackSealed = """
        ALTER TABLE slack_inbox ADD COLUMN key_id TEXT;
        ALTER TABLE slack_outbox ADD COLUMN key_id TEXT;
        CREATE TABLE slack_token (
            workspace_id TEXT NOT NULL PRIMARY KEY,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            ends BIGINT NOT NULL,
            claimed BIGINT
        );
        """
}
