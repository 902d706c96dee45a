public import Learning
import Store
import Workspace

/// Which reader a workspace uses, and what its phrases are hashed with.
public struct ReaderSetting: Sendable, Hashable {
    /// `static`, `transformer` or `endpoint`.
    public var reader: String
    /// Where a model listens; nil for the other readers.
    public var address: String?
    /// The model's name; nil for the other readers.
    public var model: String?
    /// The file that holds the model's key; the key itself is never kept here.
    public var keyFile: String?
    /// The workspace's salt.
    public let salt: PhraseSalt
}

extension Records {
    /// Which reader is used; the first call writes the default down, with a new salt.
    public func readerSetting() async throws -> ReaderSetting {
        let workspace = workspace
        var generator = SystemRandomNumberGenerator()
        let fresh = PhraseSalt(using: &generator)
        return try await database.write { connection in
            try connection.run(
                """
                INSERT INTO reader_setting (workspace_id, salt, reader) VALUES (\(workspace.text), \(fresh.bytes), 'static')
                ON CONFLICT (workspace_id) DO NOTHING
                """
            )
            guard
                let row = try connection.rows("SELECT * FROM reader_setting WHERE workspace_id = \(workspace.text)")
                    .first
            else { throw RecordError.noSuchEntry(workspace.text) }
            return ReaderSetting(
                reader: try row.text("reader"),
                address: try row.optionalText("address"),
                model: try row.optionalText("model"),
                keyFile: try row.optionalText("key_file"),
                salt: PhraseSalt(try row.bytes("salt")) ?? fresh
            )
        }
    }

    /// Chooses a reader; the salt stays.
    public func set(reader setting: ReaderSetting, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                UPDATE reader_setting SET reader = \(setting.reader), address = \(setting.address), model = \(setting.model),
                    key_file = \(setting.keyFile)
                WHERE workspace_id = \(workspace.text)
                """
            )
            try connection.note(
                "reader chosen",
                on: setting.reader,
                by: "operator",
                detail: [setting.address, setting.model].compactMap { $0 }.joined(separator: " "),
                at: now,
                in: workspace
            )
        }
    }
}
