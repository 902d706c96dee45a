extension RecordSchema {
    /// What was delivered to whom, and when people want to be written to.
    static let deliveries = """
        CREATE TABLE delivery (
            workspace_id TEXT NOT NULL,
            reader_id TEXT NOT NULL,
            part TEXT NOT NULL,
            moment BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, reader_id, part)
        );
        CREATE TABLE delivery_choice (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            off TEXT NOT NULL,
            opens BIGINT NOT NULL,
            closes BIGINT NOT NULL,
            zone TEXT,
            PRIMARY KEY (workspace_id, person_id)
        );
        """
}
