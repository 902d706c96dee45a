/// Which tables a database holds: the one question that SQLite and PostgreSQL answer to different words.
public enum Catalogue {
    /// A table with its columns in order.
    public struct Table: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its columns, in the order in which they were made.
        public let columns: [Column]
        /// The columns of its primary key, in order.
        public let key: [String]
        /// Tables that its rows point to.
        public let parents: Set<String>

        var quotedName: String { Catalogue.quoted(name) }
        var columnList: String { columns.map { Catalogue.quoted($0.name) }.joined(separator: ", ") }
    }

    /// A column.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it holds.
        public let sort: Sort

        /// What a column may hold.
        public enum Sort: String, Sendable, Hashable {
            /// `TEXT`.
            case text = "TEXT"
            /// `BIGINT`.
            case integer = "BIGINT"
            /// `DOUBLE PRECISION`.
            case real = "DOUBLE PRECISION"
            /// `BOOLEAN`.
            case boolean = "BOOLEAN"
            /// `BYTEA`.
            case bytes = "BYTEA"
        }
    }

    /// All tables, by name.
    ///
    /// Errors: `StoreError.unsuitable` for a column of a type that the common dialect does not have.
    public static func tables(on connection: any Connection) throws(StoreError) -> [Table] {
        let columns = try connection.rows(connection.dialect == .sqlite ? sqliteColumns : postgresColumns)
        let keys = try pairs(connection.dialect == .sqlite ? sqliteKeys : postgresKeys, on: connection)
        let parents = try pairs(connection.dialect == .sqlite ? sqliteParents : postgresParents, on: connection)
        var found: [String: [Column]] = [:]
        for row in columns {
            let (table, name) = (try row.text("of_table"), try row.text("name"))
            let type = try row.text("type").uppercased()
            guard let sort = Column.Sort(rawValue: type) else {
                throw StoreError(.unsuitable, "column \(table).\(name) has the type \(type), which is not used here")
            }
            found[table, default: []].append(Column(name: name, sort: sort))
        }
        return found.keys.sorted().map {
            Table(
                name: $0,
                columns: found[$0] ?? [],
                key: keys[$0] ?? [],
                parents: Set(parents[$0] ?? []).subtracting([$0])
            )
        }
    }

    /// Whether there is a table of this name.
    public static func holds(table name: String, on connection: any Connection) throws(StoreError) -> Bool {
        switch connection.dialect {
        case .sqlite:
            try !connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name = \(name)").isEmpty
        case .postgres:
            try !connection.rows(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = \(name)"
            ).isEmpty
        }
    }

    private static func pairs(_ sql: SQL, on connection: any Connection) throws(StoreError) -> [String: [String]] {
        var pairs: [String: [String]] = [:]
        for row in try connection.rows(sql) {
            pairs[try row.text("of_table"), default: []].append(try row.text("name"))
        }
        return pairs
    }

    static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension Catalogue {
    private static let sqliteColumns: SQL = """
        SELECT m.name AS of_table, c.name AS name, c.type AS type
        FROM sqlite_master AS m, pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY m.name, c.cid
        """
    private static let sqliteKeys: SQL = """
        SELECT m.name AS of_table, c.name AS name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND c.pk > 0 ORDER BY m.name, c.pk
        """
    private static let sqliteParents: SQL = """
        SELECT m.name AS of_table, f."table" AS name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f
        WHERE m.type = 'table' ORDER BY m.name, f.id
        """
    private static let postgresColumns: SQL = """
        SELECT t.relname AS of_table, a.attname AS name, format_type(a.atttypid, NULL) AS type
        FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace JOIN pg_attribute AS a ON a.attrelid = t.oid
        WHERE n.nspname = current_schema() AND t.relkind IN ('r', 'p') AND NOT t.relispartition
            AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY t.relname, a.attnum
        """
    private static let postgresKeys: SQL = """
        SELECT t.relname AS of_table, a.attname AS name
        FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace
            JOIN pg_index AS i ON i.indrelid = t.oid AND i.indisprimary
            CROSS JOIN LATERAL unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.attnum
        WHERE n.nspname = current_schema() ORDER BY t.relname, k.place
        """
    private static let postgresParents: SQL = """
        SELECT t.relname AS of_table, p.relname AS name
        FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid JOIN pg_class AS p ON p.oid = c.confrelid
            JOIN pg_namespace AS n ON n.oid = t.relnamespace
        WHERE n.nspname = current_schema() AND c.contype = 'f' ORDER BY t.relname, c.conname
        """
}
