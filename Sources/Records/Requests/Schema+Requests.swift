import Store

extension RecordSchema {
    /// Rounds of requests, who was asked, and what was answered.
    static let requests = """
        CREATE TABLE request_round (
            workspace_id TEXT NOT NULL,
            round_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            number BIGINT NOT NULL,
            competency TEXT NOT NULL,
            competency_name TEXT NOT NULL,
            next_statement TEXT NOT NULL,
            present_statement TEXT NOT NULL,
            next_stage BIGINT NOT NULL,
            present_stage BIGINT NOT NULL,
            sent BIGINT NOT NULL,
            sender TEXT NOT NULL,
            PRIMARY KEY (workspace_id, round_id)
        );
        CREATE INDEX request_round_by_subject ON request_round (workspace_id, subject, number);
        CREATE TABLE colleague_request (
            workspace_id TEXT NOT NULL,
            request_id TEXT NOT NULL,
            round_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            subject TEXT NOT NULL,
            colleague TEXT NOT NULL,
            competency TEXT NOT NULL,
            next_stage BIGINT NOT NULL,
            sent BIGINT NOT NULL,
            expires BIGINT NOT NULL,
            answered BIGINT,
            sight TEXT,
            words TEXT,
            voice_account TEXT,
            voice_name TEXT,
            voice_team TEXT,
            by_report BOOLEAN,
            state TEXT,
            shown_at BIGINT,
            settled_at BIGINT,
            PRIMARY KEY (workspace_id, request_id)
        );
        CREATE INDEX request_by_subject ON colleague_request (workspace_id, subject, sent);
        CREATE INDEX request_by_colleague ON colleague_request (workspace_id, colleague, sent);
        CREATE INDEX request_by_day ON colleague_request (workspace_id, sent);
        CREATE TABLE request_setting (
            workspace_id TEXT NOT NULL PRIMARY KEY,
            automatic BOOLEAN NOT NULL
        );
        """
}
