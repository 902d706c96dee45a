/// A place to keep rows, the same on every engine.
///
/// The closure is one transaction: synchronous inside, awaited outside, so that no other task can run between two of its
/// statements. A throwing closure, or a cancelled task, leaves the database as it was.
public protocol Database: Sendable {
    /// Which engine; read only where the two differ.
    var dialect: Dialect { get }
    /// Reads in one consistent view.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer
    /// Reads and writes in one transaction.
    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer
    /// Lets go of files and sockets.
    func close() async throws
}

/// One transaction's line to the database.
public protocol Connection {
    /// Runs a statement that changes rows.
    ///
    /// - Returns: how many rows changed.
    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int
    /// Runs a statement that answers with rows.
    func rows(_ sql: SQL) throws(StoreError) -> [SQLRow]
    /// Runs several statements without values; for migrations only.
    func script(_ text: String) throws(StoreError)
}

/// The engines.
public enum Dialect: String, Sendable, Hashable {
    /// SQLite, in a file or in memory.
    case sqlite
    /// PostgreSQL.
    case postgres
}

/// Where the database is.
///
/// Shape: `sqlite:PATH`, `sqlite::memory:`.
public enum DatabaseAddress: Sendable, Hashable, CustomStringConvertible {
    /// A file.
    case file(String)
    /// A database that is gone when it is closed.
    case memory

    /// Reads an address; nil when its form is not known.
    public init?(_ text: String) {
        guard text.hasPrefix("sqlite:") else { return nil }
        let path = String(text.dropFirst("sqlite:".count))
        guard !path.isEmpty else { return nil }
        self = path == ":memory:" ? .memory : .file(path)
    }

    /// The address as it is written.
    public var description: String {
        switch self {
        case .file(let path): "sqlite:\(path)"
        case .memory: "sqlite::memory:"
        }
    }
}

/// Opens a database.
///
/// Nothing is migrated yet; a missing file is made only if `create` says so.
/// Errors: `StoreError`: unavailable, readOnly, damaged.
public func openDatabase(_ address: DatabaseAddress, create: Bool) throws(StoreError) -> any Database {
    switch address {
    case .memory: try SQLiteDatabase(path: nil)
    case .file(let path): try SQLiteDatabase(path: path, create: create)
    }
}
