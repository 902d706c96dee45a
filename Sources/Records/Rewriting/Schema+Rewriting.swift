extension RecordSchema {
    /// Whether a model rewords sentences, what it cost each month, and what became of each sentence.
    static let rewriting = """
        CREATE TABLE writer_setting (
            workspace_id TEXT NOT NULL PRIMARY KEY REFERENCES workspace (workspace_id),
            is_on BOOLEAN NOT NULL,
            address TEXT,
            model TEXT,
            key_file TEXT,
            may_be_far BOOLEAN NOT NULL,
            monthly_tokens BIGINT
        );
        CREATE TABLE writer_month (
            workspace_id TEXT NOT NULL,
            month BIGINT NOT NULL,
            calls BIGINT NOT NULL,
            question_tokens BIGINT NOT NULL,
            answer_tokens BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, month)
        );
        CREATE TABLE rewording (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            rewording_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            moment BIGINT NOT NULL,
            stamp TEXT NOT NULL,
            outcome TEXT NOT NULL,
            faults TEXT NOT NULL,
            tries BIGINT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, rewording_id)
        );
        CREATE TABLE rewording_source (
            workspace_id TEXT NOT NULL,
            entry_id TEXT NOT NULL,
            rewording_id TEXT NOT NULL,
            PRIMARY KEY (workspace_id, entry_id, rewording_id)
        );
        """
}
