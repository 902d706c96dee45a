private import Foundation
private import GRDB
private import GRDBSQLite

/// SQLite behind the common protocol: a pool with one writer in WAL mode for a file, one connection in memory.
struct SQLiteDatabase: Database {
    let dialect = Dialect.sqlite
    private let writer: any GRDB.DatabaseWriter
    /// A connection that never writes: only by it can SQLite tell whether others did.
    private let watcher: DatabaseQueue?

    init(path: String?, create: Bool = true) throws(StoreError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Larger than the default of 2 MB: an import touches every page of the message index.
            try database.execute(sql: "PRAGMA cache_size = -12000")
        }
        do {
            if let path {
                if !create { configuration.readonly = !Self.fileIsWritable(path) }
                if create { Self.makeForOwner(path) }
                writer = try DatabasePool(path: path, configuration: configuration)
                var watching = Configuration()
                watching.readonly = true
                watching.busyMode = .timeout(10)
                watcher = try? DatabaseQueue(path: path, configuration: watching)
            } else {
                writer = try DatabaseQueue(configuration: configuration)
                watcher = nil
            }
        } catch {
            throw StoreError(engine: error)
        }
    }

    /// A new file is its owner's alone; SQLite gives the files that it puts beside it the same rights.
    ///
    /// Where it cannot be made, opening it says why.
    private static func makeForOwner(_ path: String) {
        let file = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
        if file >= 0 { Foundation.close(file) }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await writer.read { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw StoreError(engine: error)
        }
    }

    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await writer.write { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw StoreError(engine: error)
        }
    }

    /// Source: SQLite, `PRAGMA data_version`.
    func written() async throws -> Int64? {
        do {
            return try await watcher?.read { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
        } catch let error as DatabaseError {
            throw StoreError(engine: error)
        }
    }

    /// Source: SQLite, `VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`.
    func scrub(tables: [String]) async throws {
        do {
            try await writer.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA secure_delete = ON; VACUUM")
                try database.execute(sql: "PRAGMA secure_delete = OFF")
            }
            guard let pool = writer as? DatabasePool else { return }
            // Another reader may hold a page of the log for a moment.
            for attempt in 1... {
                let isBusy = try await pool.writeWithoutTransaction { database in
                    try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")?[0] ?? 1 != 0
                }
                if !isBusy { return }
                guard attempt < 50 else {
                    throw StoreError(
                        .busy,
                        "the log beside the file could not be emptied: somebody reads an old page of it"
                    )
                }
                try await Task.sleep(for: .milliseconds(100))
            }
        } catch let error as DatabaseError {
            throw StoreError(engine: error)
        }
    }

    func close() async throws {
        try watcher?.close()
        // The log beside the file keeps former pages, and with them words that are gone from the record. Where somebody else still
        // reads, the last one to close does it.
        if let pool = writer as? DatabasePool {
            _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        }
        try writer.close()
    }

    private static func fileIsWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
}

/// One GRDB transaction as the common protocol sees it.
private struct SQLiteConnection: Connection {
    let dialect = Dialect.sqlite
    let database: GRDB.Database

    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int {
        let text = sql.textWithoutNumbers
        do {
            let statement = try database.cachedStatement(sql: text)
            statement.bind(sql.values)
            try statement.execute()
            return database.changesCount
        } catch {
            throw StoreError(engine: error, sql: text)
        }
    }

    func rows(_ sql: SQL) throws(StoreError) -> [SQLRow] {
        let text = sql.textWithoutNumbers
        do {
            let statement = try database.cachedStatement(sql: text)
            statement.bind(sql.values)
            let columns = SQLRow.Columns(statement.columnNames)
            let cursor = try Row.fetchCursor(statement)
            let places = 0..<CInt(columns.names.count)
            var rows: [SQLRow] = []
            // Straight from SQLite, as with binding: GRDB's rows look every column's name up, row by row.
            while try cursor.next() != nil {
                rows.append(SQLRow(columns: columns, values: places.map { statement.value($0) }))
            }
            return rows
        } catch {
            throw StoreError(engine: error, sql: text)
        }
    }

    func script(_ text: String) throws(StoreError) {
        do {
            try database.execute(sql: text)
        } catch {
            throw StoreError(engine: error, sql: text)
        }
    }

    /// One row a statement: SQLite has no way to and fro, and a short statement is bound fastest.
    func load(_ rows: [[SQLValue]], into table: Catalogue.Table) throws(StoreError) {
        let places = table.columns.map { _ in "?" }.joined(separator: ",")
        let text = "INSERT INTO \(table.quotedName) (\(table.columnList)) VALUES (\(places))"
        do {
            let statement = try database.cachedStatement(sql: text)
            for row in rows {
                statement.bind(row)
                try statement.execute()
            }
        } catch {
            throw StoreError(engine: error, sql: text)
        }
    }
}

extension Statement {
    /// Binds values one after the other.
    ///
    /// Straight to SQLite: GRDB's own arguments copy every value twice, which is a third of an import's writing.
    fileprivate func bind(_ values: [SQLValue]) {
        setUncheckedArguments(StatementArguments())
        for (index, value) in zip(CInt(1)..., values) {
            switch value {
            case .null: sqlite3_bind_null(sqliteStatement, index)
            case .integer(let number): sqlite3_bind_int64(sqliteStatement, index, number)
            case .real(let number): sqlite3_bind_double(sqliteStatement, index, number)
            case .boolean(let answer): sqlite3_bind_int64(sqliteStatement, index, answer ? 1 : 0)
            case .bytes(let bytes): sqlite3_bind_blob64(sqliteStatement, index, bytes, UInt64(bytes.count), Self.copied)
            case .text(var text):
                text.withUTF8 { bytes in
                    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
                    sqlite3_bind_text64(
                        sqliteStatement,
                        index,
                        start ?? Self.nothing,
                        UInt64(bytes.count),
                        Self.copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        }
    }

    /// The value of a column in the present row.
    fileprivate func value(_ column: CInt) -> SQLValue {
        switch sqlite3_column_type(sqliteStatement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(sqliteStatement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(sqliteStatement, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(sqliteStatement, column)
            let count = Int(sqlite3_column_bytes(sqliteStatement, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(sqliteStatement, column)
            let count = Int(sqlite3_column_bytes(sqliteStatement, column))
            return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }

    /// Tells SQLite to copy what it is given: the C header's `SQLITE_TRANSIENT`, which Swift does not import.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
    /// Empty text is not NULL.
    private static var nothing: UnsafePointer<CChar> { sqlite3_libversion() }
}

extension StoreError {
    fileprivate init(engine error: any Error, sql: String? = nil) {
        guard let error = error as? DatabaseError else {
            self = error as? StoreError ?? StoreError(.failed, "\(error)", sql: sql)
            return
        }
        let kind: Kind =
            switch error.resultCode {
            case .SQLITE_CONSTRAINT: .conflict
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
            case .SQLITE_FULL: .full
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged
            case .SQLITE_CANTOPEN, .SQLITE_IOERR: .unavailable
            default: .failed
            }
        self = StoreError(kind, error.message ?? "code \(error.resultCode.rawValue)", sql: sql)
    }
}
