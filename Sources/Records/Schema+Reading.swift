import Store

extension RecordSchema {
    /// What people said about readings, and which reader is used.
    static let reading = """
        CREATE TABLE correction (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            correction_id TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            posted BIGINT NOT NULL,
            kind TEXT NOT NULL,
            verdict TEXT NOT NULL,
            role_from TEXT,
            role_to TEXT,
            confidence DOUBLE PRECISION,
            features BYTEA NOT NULL,
            words BIGINT NOT NULL,
            said_by TEXT NOT NULL,
            moment BIGINT NOT NULL,
            reader TEXT NOT NULL,
            reader_version TEXT NOT NULL,
            PRIMARY KEY (workspace_id, correction_id)
        );
        CREATE INDEX correction_by_message ON correction (workspace_id, channel_id, posted);
        CREATE TABLE reader_setting (
            workspace_id TEXT NOT NULL PRIMARY KEY REFERENCES workspace (workspace_id),
            salt BYTEA NOT NULL,
            reader TEXT NOT NULL,
            address TEXT,
            model TEXT,
            key_file TEXT
        );
        """

    /// How far the work reaches, and why a piece of evidence is about its subject.
    static let scopeAndReason = """
        ALTER TABLE evidence ADD COLUMN scope BIGINT NOT NULL DEFAULT 1;
        ALTER TABLE evidence ADD COLUMN reason TEXT NOT NULL DEFAULT 'unknown';
        """

    /// How far work reaches as far as its words tell, as `Reach.packed`; nothing for what was read before.
    static let wordReach = """
        ALTER TABLE evidence ADD COLUMN reach BIGINT;
        """

    /// Whom words of help and judgement were said to.
    static let hearers = """
        ALTER TABLE evidence ADD COLUMN hearer_person TEXT;
        ALTER TABLE evidence ADD COLUMN hearer_account TEXT;
        ALTER TABLE evidence ADD COLUMN hearer_name TEXT;
        ALTER TABLE evidence ADD COLUMN hearer_team TEXT;
        """
}
