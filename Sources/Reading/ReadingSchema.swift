public import Store

/// The tables of the reading store; it is a database of its own, apart from the record.
public enum ReadingSchema {
    /// The steps to its shape.
    public static let migrations = Migrations([
        Migrations.Step(
            "2026-11-21 reading",
            """
            CREATE TABLE reader (
                workspace_id TEXT NOT NULL,
                reader TEXT NOT NULL,
                notebook BYTEA NOT NULL,
                PRIMARY KEY (workspace_id, reader)
            );
            CREATE TABLE reader_brief (
                workspace_id TEXT NOT NULL,
                reader TEXT NOT NULL,
                day BIGINT NOT NULL,
                brief BYTEA NOT NULL,
                PRIMARY KEY (workspace_id, reader, day)
            );
            CREATE TABLE reading_feed (
                workspace_id TEXT NOT NULL,
                feed TEXT NOT NULL,
                kept BYTEA NOT NULL,
                PRIMARY KEY (workspace_id, feed)
            );
            """
        ),
        Migrations.Step(
            "2026-11-22 doors and deliveries",
            """
            CREATE TABLE reader_door (
                workspace_id TEXT NOT NULL,
                door TEXT NOT NULL,
                leads BYTEA NOT NULL,
                PRIMARY KEY (workspace_id, door)
            );
            CREATE TABLE reader_delivery (
                workspace_id TEXT NOT NULL,
                reader TEXT NOT NULL,
                day BIGINT NOT NULL,
                PRIMARY KEY (workspace_id, reader, day)
            );
            """
        ),
    ])
}
