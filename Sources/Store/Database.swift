/// A place to keep rows, the same on every engine.
///
/// The closure is one transaction: synchronous inside, awaited outside, so that no other task can run between two of its
/// statements. A throwing closure, or a cancelled task, leaves the database as it was. It may be run more than once, where
/// the engine asks for that, so it changes nothing but the database. Writing transactions come one after the other, also
/// across processes.
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
    /// A number that is another one after every commit, by this program or any other; nil where the engine cannot tell.
    ///
    /// Shape: only good for holding it against an earlier one of the same value; it says neither what changed nor how much.
    func written() async throws -> Int64?
    /// Writes the places anew where rows were, so that what was removed from these tables is in no page of them any more.
    ///
    /// Shape: a file is written anew as a whole and its log is emptied; a server's tables are written anew one by one. It takes
    /// the time of a copy, and as much room; nobody else writes meanwhile.
    /// Errors: `StoreError.busy` where somebody keeps a page of the log in use.
    func scrub(tables: [String]) async throws
    /// Lets go of files and sockets.
    func close() async throws
}

extension Database {
    /// Engines that cannot tell say nothing.
    public func written() async throws -> Int64? { nil }
    /// Engines that cannot say so.
    public func scrub(tables: [String]) async throws {
        throw StoreError(.unsuitable, "this engine cannot write its pages anew")
    }
}

/// One transaction's line to the database.
public protocol Connection {
    /// Which engine; read only where the two differ.
    var dialect: Dialect { get }
    /// Runs a statement that changes rows.
    ///
    /// - Returns: how many rows changed.
    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int
    /// Runs a statement that answers with rows.
    func rows(_ sql: SQL) throws(StoreError) -> [SQLRow]
    /// Runs several statements without values; for migrations only.
    func script(_ text: String) throws(StoreError)
    /// Adds rows to a table as fast as the engine can; each has one value for each of the table's columns.
    func load(_ rows: [[SQLValue]], into table: Catalogue.Table) throws(StoreError)
}

/// The engines.
public enum Dialect: String, Sendable, Hashable {
    /// SQLite, in a file or in memory.
    case sqlite
    /// PostgreSQL.
    case postgres
}

/// Opens a database.
///
/// Nothing is migrated yet; a missing file is made only if `create` says so. PostgreSQL is called by the first statement.
/// Errors: `StoreError`: unavailable, readOnly, damaged.
public func openDatabase(_ address: DatabaseAddress, create: Bool) throws(StoreError) -> any Database {
    switch address {
    case .memory: try SQLiteDatabase(path: nil)
    case .file(let path): try SQLiteDatabase(path: path, create: create)
    case .postgres(let address): PostgresDatabase(address, create: create)
    }
}
