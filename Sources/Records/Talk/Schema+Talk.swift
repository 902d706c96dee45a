import Store

extension RecordSchema {
    /// What messages do and whom they name, in place of their words.
    static let talkMarks = """
        ALTER TABLE message ADD COLUMN marks BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE message ADD COLUMN named TEXT NOT NULL DEFAULT '';
        """

    /// Whose card is hidden, and who may be named where others look for somebody to ask.
    static let networkChoices = """
        CREATE TABLE network_choice (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            hidden BOOLEAN NOT NULL,
            named BOOLEAN NOT NULL,
            moment BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, person_id)
        );
        """
}
