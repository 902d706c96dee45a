public import Store

/// The tables of the record, in the common dialect; every key leads with the workspace.
public enum RecordSchema {
    /// The steps so far.
    public static let migrations = Migrations([
        Migrations.Step("2026-11-21 workspace and people", workspaceAndPeople),
        Migrations.Step("2026-11-21 messages", messages),
        Migrations.Step("2026-11-21 evidence and audit", evidenceAndAudit),
        Migrations.Step("2026-11-21 sign-in", signIn),
        Migrations.Step("2026-11-21 offices, sealed facts, moves", tracks),
        Migrations.Step("2026-11-21 corrections and reader", reading),
        Migrations.Step("2026-11-21 scope and reason", scopeAndReason),
        Migrations.Step("2026-11-21 decisions and requests", decisionsAndRequests),
        Migrations.Step("2026-11-21 what messages do", talkMarks),
        Migrations.Step("2026-11-21 choices about calls", networkChoices),
        Migrations.Step("2026-11-21 evidence by capture", evidenceByCapture),
        Migrations.Step("2026-11-21 calibration room", calibration),
        Migrations.Step("2026-11-21 support and cues", supportAndCues),
        Migrations.Step("2026-11-21 who heard it", hearers),
        Migrations.Step("2026-11-21 one-on-ones", oneOnOnes),
        Migrations.Step("2026-11-21 reviews and feedback", reviews),
        Migrations.Step("2026-11-21 slack live", slack),
        Migrations.Step("2026-11-21 rewording", rewriting),
        Migrations.Step("2026-11-21 how far words reach", wordReach),
        Migrations.Step("2026-11-22 slack sealed", slackSealed),
        Migrations.Step("2026-11-22 deliveries", deliveries),
        Migrations.Step("2026-11-22 identities", identities),
        Migrations.Step("2026-11-22 boards", boards),
        Migrations.Step("2026-11-22 slack silence", slackSilence),
        Migrations.Step("2026-11-22 tokens", tokens),
        Migrations.Step("2026-11-22 trials of the clock", trials),
        Migrations.Step("2026-11-22 erasure", erasure),
        Migrations.Step("2026-11-22 jobs", jobs),
        Migrations.Step("2026-11-22 contested evidence", contestedEvidence),
    ])

    private static let workspaceAndPeople = """
        CREATE TABLE workspace (
            workspace_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            address TEXT,
            as_of BIGINT
        );
        CREATE TABLE ladder (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            version TEXT NOT NULL,
            source TEXT NOT NULL,
            adopted BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, version)
        );
        CREATE TABLE person (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            person_id TEXT NOT NULL,
            name TEXT NOT NULL,
            email TEXT,
            account_id TEXT,
            manager_id TEXT,
            team TEXT,
            track TEXT NOT NULL CHECK (track IN ('ic', 'management')),
            level BIGINT CHECK (level BETWEEN 1 AND 10),
            family TEXT NOT NULL,
            title TEXT,
            started BIGINT,
            level_since BIGINT,
            active BOOLEAN NOT NULL,
            PRIMARY KEY (workspace_id, person_id)
        );
        CREATE INDEX person_by_manager ON person (workspace_id, manager_id);
        CREATE TABLE account (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            account_id TEXT NOT NULL,
            name TEXT NOT NULL,
            real_name TEXT,
            handle TEXT,
            email TEXT,
            sort TEXT NOT NULL,
            deactivated BOOLEAN NOT NULL,
            bot_id TEXT,
            PRIMARY KEY (workspace_id, account_id)
        );
        """

    private static let messages = """
        CREATE TABLE channel (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            channel_id TEXT NOT NULL,
            name TEXT NOT NULL,
            audience TEXT NOT NULL,
            archived BOOLEAN NOT NULL,
            listed BOOLEAN NOT NULL,
            updated BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, channel_id)
        );
        CREATE TABLE message (
            workspace_id TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            posted BIGINT NOT NULL,
            author TEXT,
            sort TEXT NOT NULL,
            thread BIGINT,
            edited BIGINT NOT NULL,
            deleted BOOLEAN NOT NULL,
            reading BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, channel_id, posted)
        );
        CREATE TABLE import_mark (
            workspace_id TEXT NOT NULL,
            source TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            last_file TEXT NOT NULL,
            PRIMARY KEY (workspace_id, source, channel_id)
        );
        """

    private static let signIn = """
        CREATE TABLE sign_in_link (
            workspace_id TEXT NOT NULL,
            hash TEXT NOT NULL,
            person_id TEXT NOT NULL,
            expires BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, hash)
        );
        CREATE TABLE session (
            workspace_id TEXT NOT NULL,
            hash TEXT NOT NULL,
            person_id TEXT NOT NULL,
            begun BIGINT NOT NULL,
            used BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, hash)
        );
        """

    private static let evidenceAndAudit = """
        CREATE TABLE evidence (
            workspace_id TEXT NOT NULL,
            entry_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            voice_person TEXT,
            voice_account TEXT NOT NULL,
            voice_name TEXT NOT NULL,
            voice_team TEXT,
            kind TEXT NOT NULL,
            class TEXT NOT NULL,
            confidence DOUBLE PRECISION NOT NULL,
            competencies TEXT NOT NULL,
            stage DOUBLE PRECISION NOT NULL,
            quote TEXT NOT NULL,
            link TEXT,
            channel_id TEXT NOT NULL,
            posted BIGINT NOT NULL,
            thread BIGINT,
            matters TEXT NOT NULL,
            episode TEXT NOT NULL,
            state TEXT NOT NULL,
            shown_at BIGINT,
            settled_at BIGINT,
            reader TEXT NOT NULL,
            reader_version TEXT NOT NULL,
            ladder_version TEXT NOT NULL,
            captured_in BIGINT NOT NULL,
            captured_as TEXT NOT NULL,
            PRIMARY KEY (workspace_id, entry_id)
        );
        CREATE INDEX evidence_by_subject ON evidence (workspace_id, subject, posted);
        CREATE TABLE audit (
            workspace_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            moment BIGINT NOT NULL,
            actor TEXT NOT NULL,
            act TEXT NOT NULL,
            object TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, position)
        );
        """
}
