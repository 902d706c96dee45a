extension RecordSchema {
    /// Reviews with their versions, and requests for feedback; all words are sealed.
    ///
    /// Words lie in stretches, each with the evidence that it goes with, so that a withdrawal can take them without the key.
    static let reviews = """
        CREATE TABLE review (
            workspace_id TEXT NOT NULL,
            review_id TEXT NOT NULL,
            sort TEXT NOT NULL CHECK (sort IN ('review', 'self-review')),
            person TEXT NOT NULL,
            author TEXT NOT NULL,
            number BIGINT NOT NULL,
            first_day BIGINT NOT NULL,
            last_day BIGINT NOT NULL,
            version BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('writing', 'shared', 'acknowledged', 'sealed')),
            shared_at BIGINT,
            acknowledged_at BIGINT,
            sealed_at BIGINT,
            PRIMARY KEY (workspace_id, review_id)
        );
        CREATE INDEX review_by_person ON review (workspace_id, person, number);
        CREATE INDEX review_by_author ON review (workspace_id, author);
        CREATE TABLE review_version (
            workspace_id TEXT NOT NULL,
            review_id TEXT NOT NULL,
            version BIGINT NOT NULL,
            saved BIGINT NOT NULL,
            actor TEXT NOT NULL,
            act TEXT NOT NULL,
            state TEXT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, review_id, version)
        );
        CREATE TABLE review_words (
            workspace_id TEXT NOT NULL,
            review_id TEXT NOT NULL,
            line BIGINT NOT NULL,
            part BIGINT NOT NULL,
            entry_id TEXT,
            quoted BOOLEAN NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            gone BIGINT,
            PRIMARY KEY (workspace_id, review_id, line, part)
        );
        CREATE INDEX review_words_by_entry ON review_words (workspace_id, entry_id);
        CREATE TABLE review_seal (
            workspace_id TEXT NOT NULL,
            review_id TEXT NOT NULL,
            form TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (workspace_id, review_id, form)
        );
        CREATE INDEX review_seal_by_hash ON review_seal (workspace_id, hash);
        CREATE TABLE feedback_request (
            workspace_id TEXT NOT NULL,
            feedback_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            colleague TEXT NOT NULL,
            asker TEXT NOT NULL,
            number BIGINT NOT NULL,
            sent BIGINT NOT NULL,
            expires BIGINT NOT NULL,
            stage TEXT CHECK (stage IN ('asked', 'given', 'declined', 'withdrawn')),
            is_evidence BOOLEAN NOT NULL,
            held_until BIGINT,
            answered BIGINT,
            entry_id TEXT,
            key_id TEXT NOT NULL,
            asked BYTEA NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, feedback_id)
        );
        CREATE INDEX feedback_by_subject ON feedback_request (workspace_id, subject, number);
        CREATE INDEX feedback_by_colleague ON feedback_request (workspace_id, colleague, sent);
        CREATE INDEX feedback_by_day ON feedback_request (workspace_id, sent);
        CREATE INDEX feedback_by_entry ON feedback_request (workspace_id, entry_id);
        """
}
