import Store

extension RecordSchema {
    /// What messages do and whom they name, in place of their words.
    static let talkMarks = """
        ALTER TABLE message ADD COLUMN marks BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE message ADD COLUMN named TEXT NOT NULL DEFAULT '';
        """
}
