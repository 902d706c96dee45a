import Store

extension RecordSchema {
    /// That support signals were opened and what came of them, who switched them off, and cues of a week with their outcome.
    static let supportAndCues = """
        CREATE TABLE support_signal (
            workspace_id TEXT NOT NULL,
            signal_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            opened BIGINT NOT NULL,
            answer TEXT,
            answered BIGINT,
            answered_by TEXT,
            PRIMARY KEY (workspace_id, signal_id)
        );
        CREATE INDEX support_signal_by_person ON support_signal (workspace_id, person_id, opened);
        CREATE TABLE support_choice (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            switched_off BOOLEAN NOT NULL,
            zone TEXT,
            moment BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, person_id)
        );
        CREATE TABLE cue (
            workspace_id TEXT NOT NULL,
            cue_id TEXT NOT NULL,
            reader TEXT NOT NULL,
            person_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            opened BIGINT NOT NULL,
            outcome TEXT,
            closed BIGINT,
            PRIMARY KEY (workspace_id, cue_id)
        );
        CREATE INDEX cue_by_reader ON cue (workspace_id, reader, opened);
        """
}
