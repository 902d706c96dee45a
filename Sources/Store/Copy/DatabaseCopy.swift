/// Everything that one database holds, put into another one that is empty; from any engine to any other.
///
/// One view of the source, one transaction of the target: it is kept whole, after each table was read back and compared, or
/// not at all.
public struct DatabaseCopy: Sendable {
    private let source: any Database
    private let target: any Database

    /// Names both ends; both must have been migrated to the same shape.
    public init(from source: any Database, to target: any Database) {
        self.source = source
        self.target = target
    }

    /// What was copied of a table.
    public struct Table: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// How many rows both sides hold.
        public let rows: Int
        /// SHA-256 of all rows in the order of the key, the same on both sides; hexadecimal.
        public let digest: String
    }

    /// What the tables of a database hold, in one view: equal rows give equal digests, on whichever engine.
    public static func look(at database: any Database) async throws -> [Table] {
        try await database.read { connection in
            try Catalogue.tables(on: connection).map { table in
                var digest = TableDigest(table)
                try TablePages(table).forEach(on: connection) { rows in for row in rows { try digest.add(row) } }
                return digest.finish()
            }
        }
    }

    /// Copies, compares, keeps.
    ///
    /// Errors: `StoreError.unsuitable` for a target that holds something or has another shape, and for a text that its
    /// engine does not keep; `StoreError.damaged` when a table does not come back as it was put in.
    public func run(_ tell: @escaping @Sendable (Table) -> Void = { _ in }) async throws -> [Table] {
        let wanted = try await source.read { try Catalogue.tables(on: $0) }
        let found = try await target.read { try Catalogue.tables(on: $0) }
        try Self.compare(wanted, found)
        let order = try Self.parentsFirst(wanted.filter { $0.name != "migration" })
        let (source, target, line) = (source, target, RowLine())
        return try await withThrowingTaskGroup(of: [Table]?.self) { group in
            group.addTask {
                try await source.read { connection in
                    try line.giving { for table in order { try Self.give(table, on: connection, line) } }
                }
                return nil
            }
            group.addTask {
                try await target.write { connection in
                    try line.taking {
                        for table in order { try Self.refuseFull(table, on: connection) }
                        return try order.map { table in
                            let copied = try Self.take(table, on: connection, line)
                            tell(copied)
                            return copied
                        }
                    }
                }
            }
            var copied: [Table] = []
            while let tables = try await group.next() { copied += tables ?? [] }
            return copied
        }
    }

    /// Reads a table, hands its rows over, and says at the end what they were.
    private static func give(_ table: Catalogue.Table, on connection: any Connection, _ line: RowLine) throws {
        var digest = TableDigest(table)
        try TablePages(table).forEach(on: connection) { rows in
            for row in rows { try digest.add(row) }
            try line.give(.rows(rows))
        }
        try line.give(.end(digest.finish()))
    }

    /// Puts the rows that come into a table, reads them back, and compares.
    private static func take(_ table: Catalogue.Table, on connection: any Connection, _ line: RowLine) throws -> Table {
        while true {
            switch try line.take() {
            case .rows(let rows): try connection.load(rows, into: table)
            case .end(let given):
                var digest = TableDigest(table)
                try TablePages(table).forEach(on: connection) { rows in for row in rows { try digest.add(row) } }
                let kept = digest.finish()
                guard kept == given else {
                    throw StoreError(
                        .damaged,
                        "table \(table.name) did not come back as it was put in (\(given.rows) rows, \(kept.rows) rows)"
                    )
                }
                return kept
            }
        }
    }

    private static func refuseFull(_ table: Catalogue.Table, on connection: any Connection) throws {
        guard try connection.rows(SQL(names: "SELECT 1 AS one FROM \(table.quotedName) LIMIT 1")).isEmpty else {
            throw StoreError(
                .unsuitable,
                "it is not empty: table \(table.name) has rows. A copy goes into an empty one"
            )
        }
    }

    /// Both ends must have the same tables with the same columns in the same order.
    private static func compare(_ wanted: [Catalogue.Table], _ found: [Catalogue.Table]) throws(StoreError) {
        for name in Set(wanted.map(\.name)).symmetricDifference(found.map(\.name)).sorted() {
            throw StoreError(.unsuitable, "table \(name) is on one side only")
        }
        for (one, other) in zip(wanted, found) where one.columns != other.columns || one.key != other.key {
            throw StoreError(.unsuitable, "table \(one.name) has not the same columns on both sides")
        }
    }

    /// Tables so that each comes after those that its rows point to.
    static func parentsFirst(_ tables: [Catalogue.Table]) throws(StoreError) -> [Catalogue.Table] {
        var (left, placed, order) = (tables, Set<String>(), [Catalogue.Table]())
        let known = Set(tables.map(\.name))
        while !left.isEmpty {
            let ready = left.filter { $0.parents.intersection(known).isSubset(of: placed) }
            guard !ready.isEmpty else {
                throw StoreError(.unsuitable, "tables point to each other: \(left.map(\.name).joined(separator: ", "))")
            }
            order += ready
            placed.formUnion(ready.map(\.name))
            left.removeAll { placed.contains($0.name) }
        }
        return order
    }
}
