private import Foundation
private import GRDB

/// SQLite behind the common protocol: a pool with one writer in WAL mode for a file, one connection in memory.
struct SQLiteDatabase: Database {
    let dialect = Dialect.sqlite
    private let writer: any GRDB.DatabaseWriter

    init(path: String?, create: Bool = true) throws(StoreError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Larger than the default of 2 MB: an import touches every page of the message index.
            try database.execute(sql: "PRAGMA cache_size = -32000")
        }
        do {
            if let path {
                if !create { configuration.readonly = !Self.fileIsWritable(path) }
                writer = try DatabasePool(path: path, configuration: configuration)
            } else {
                writer = try DatabaseQueue(configuration: configuration)
            }
        } catch {
            throw StoreError(engine: error)
        }
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

    func close() async throws { try writer.close() }

    private static func fileIsWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
}

/// One GRDB transaction as the common protocol sees it.
private struct SQLiteConnection: Connection {
    let database: GRDB.Database

    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int {
        let text = sql.textWithoutNumbers
        do {
            let statement = try database.cachedStatement(sql: text)
            statement.setUncheckedArguments(StatementArguments(sql.values.map { $0.databaseValue }))
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
            statement.setUncheckedArguments(StatementArguments(sql.values.map { $0.databaseValue }))
            let columns = SQLRow.Columns(statement.columnNames)
            let cursor = try Row.fetchCursor(statement)
            var rows: [SQLRow] = []
            while let row = try cursor.next() {
                rows.append(SQLRow(columns: columns, values: row.databaseValues.map { SQLValue($0) }))
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
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        case .boolean(let answer): (answer ? 1 : 0).databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes([UInt8](data))
        }
    }
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
