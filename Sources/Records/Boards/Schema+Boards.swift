extension RecordSchema {
    /// Identities at providers, and what was done to one piece of evidence found by its id.
    static let identities = """
        CREATE TABLE sign_in_identity (
            workspace_id TEXT NOT NULL,
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL,
            person_id TEXT NOT NULL,
            bound BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, issuer, subject)
        );
        CREATE UNIQUE INDEX sign_in_identity_by_person ON sign_in_identity (workspace_id, issuer, person_id);
        CREATE INDEX session_by_person ON session (workspace_id, person_id);
        CREATE INDEX audit_by_object ON audit (workspace_id, object);
        """

    /// Boards: who sits on one, whose cases are before it, and what was said; words about people are sealed.
    static let boards = """
        CREATE TABLE board (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            board_id TEXT NOT NULL,
            name TEXT NOT NULL,
            columns TEXT NOT NULL,
            first_day BIGINT NOT NULL,
            last_day BIGINT NOT NULL,
            convened BIGINT NOT NULL,
            convener TEXT NOT NULL,
            locked BIGINT,
            seal TEXT,
            PRIMARY KEY (workspace_id, board_id)
        );
        CREATE TABLE board_seat (
            workspace_id TEXT NOT NULL,
            board_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            PRIMARY KEY (workspace_id, board_id, person_id)
        );
        CREATE INDEX board_seat_by_person ON board_seat (workspace_id, person_id);
        CREATE TABLE board_case (
            workspace_id TEXT NOT NULL,
            board_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            PRIMARY KEY (workspace_id, board_id, person_id)
        );
        CREATE INDEX board_case_by_person ON board_case (workspace_id, person_id);
        CREATE TABLE board_word (
            workspace_id TEXT NOT NULL,
            board_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            word_no BIGINT NOT NULL,
            sort TEXT NOT NULL CHECK (sort IN ('vote', 'note', 'decision')),
            choice TEXT NOT NULL,
            author TEXT NOT NULL,
            moment BIGINT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, board_id, person_id, word_no)
        );
        """
}
