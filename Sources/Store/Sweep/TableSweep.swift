/// A walk over all rows that one workspace keeps in one table, whatever its columns are, changing or removing what must not stay.
///
/// Shape: the workspace leads the table's key; a changed row may get another key.
/// Errors: `StoreError.unsuitable` for a table whose key the workspace does not lead.
public struct TableSweep {
    private static let size = 2000
    /// The table.
    public let table: Catalogue.Table
    private let workspace: String
    private let connection: any Connection
    private let key: [String]
    private let places: [Int]

    /// What becomes of a row.
    public enum Fate: Sendable, Hashable {
        /// It stays as it is.
        case stays
        /// It stays with these columns in place of the former ones.
        case changes([String: SQLValue])
        /// It goes.
        case goes
    }

    /// Looks at a table in one transaction.
    public init(
        _ table: Catalogue.Table,
        of workspace: String,
        on connection: any Connection
    ) throws(StoreError) {
        guard table.key.first == "workspace_id" else {
            throw StoreError(.unsuitable, "the workspace does not lead the key of \(table.name)")
        }
        self.table = table
        self.workspace = workspace
        self.connection = connection
        key = Array(table.key.dropFirst())
        places = key.compactMap { name in table.columns.firstIndex { $0.name == name } }
    }

    /// Hands every row over, in the order of the key; its values stand as the table's columns do.
    public func walk(_ body: (SQLRow, [SQLValue]) throws -> Fate) throws {
        let start = SQL(names: "SELECT \(table.columnList) FROM \(table.quotedName) WHERE workspace_id = ")
        guard !key.isEmpty else {
            for row in try connection.rows("\(start)\(workspace)") { try settle(try body(row, row.values), row) }
            return
        }
        let order = key.map { Catalogue.quoted($0) }.joined(separator: ", ")
        let end = SQL(names: " ORDER BY \(order) LIMIT \(Self.size)")
        let after = SQL(names: " AND (\(order)) > ")
        var page = try connection.rows("\(start)\(workspace)\(end)")
        while let last = page.last {
            for row in page { try settle(try body(row, row.values), row) }
            if page.count < Self.size { return }
            page = try connection.rows("\(start)\(workspace)\(after)\(rows: [places.map { last.values[$0] }])\(end)")
        }
    }

    private func settle(_ fate: Fate, _ row: SQLRow) throws(StoreError) {
        switch fate {
        case .stays: return
        case .goes:
            let start = SQL(names: "DELETE FROM \(table.quotedName) WHERE workspace_id = ")
            try connection.run("\(start)\(workspace)\(condition(row))")
        case .changes(let values):
            var sql = SQL(names: "UPDATE \(table.quotedName) SET ")
            for (number, (column, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                let name = SQL(names: (number > 0 ? ", " : "") + Catalogue.quoted(column) + " = ")
                sql = "\(sql)\(name)\(value)"
            }
            try connection.run("\(sql) WHERE workspace_id = \(workspace)\(condition(row))")
        }
    }

    private func condition(_ row: SQLRow) -> SQL {
        zip(key, places).reduce("") { sql, part in
            let name = SQL(names: " AND " + Catalogue.quoted(part.0) + " = ")
            return "\(sql)\(name)\(row.values[part.1])"
        }
    }
}
