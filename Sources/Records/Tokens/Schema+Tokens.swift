extension RecordSchema {
    /// Tokens of people's own programs, by hash, and what was answered to a write that may be repeated.
    static let tokens = """
        CREATE TABLE program_token (
            workspace_id TEXT NOT NULL,
            token_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            hash TEXT NOT NULL,
            name TEXT NOT NULL,
            scopes TEXT NOT NULL,
            created BIGINT NOT NULL,
            expires BIGINT NOT NULL,
            used_day BIGINT,
            PRIMARY KEY (workspace_id, token_id)
        );
        CREATE UNIQUE INDEX program_token_by_hash ON program_token (workspace_id, hash);
        CREATE INDEX program_token_by_person ON program_token (workspace_id, person_id);
        CREATE TABLE program_answer (
            workspace_id TEXT NOT NULL,
            token_id TEXT NOT NULL,
            answer_key TEXT NOT NULL,
            request_hash TEXT NOT NULL,
            begun BIGINT NOT NULL,
            status BIGINT,
            body TEXT,
            PRIMARY KEY (workspace_id, token_id, answer_key)
        );
        CREATE INDEX program_answer_by_age ON program_answer (workspace_id, begun);
        """
}
