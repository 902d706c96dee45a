/// The rows of a table in the order of its key, some thousand at a time.
struct TablePages {
    private static let size = 2000
    let table: Catalogue.Table
    private let key: [String]

    init(_ table: Catalogue.Table) {
        self.table = table
        key = table.key
    }

    /// Hands all rows over; booleans and real numbers come as their columns say, whatever the engine keeps them as.
    ///
    /// Errors: `StoreError.unsuitable` for a table without a key, and for a value that its column's type does not have.
    func forEach(on connection: any Connection, _ body: ([[SQLValue]]) throws -> Void) throws {
        guard !key.isEmpty else { throw StoreError(.unsuitable, "table \(table.name) has no key to go along") }
        let places = key.compactMap { name in table.columns.firstIndex { $0.name == name } }
        let order = key.map { Catalogue.quoted($0) }.joined(separator: ", ")
        let start = SQL(names: "SELECT \(table.columnList) FROM \(table.quotedName) ")
        let end = SQL(names: "ORDER BY \(order) LIMIT \(Self.size)")
        var page = try connection.rows("\(start)\(end)")
        while let last = page.last {
            try body(try page.map { try values(of: $0) })
            if page.count < Self.size { return }
            let left = SQL(names: "WHERE (\(order)) > ")
            page = try connection.rows("\(start)\(left)\(rows: [places.map { last.values[$0] }]) \(end)")
        }
    }

    private func values(of row: SQLRow) throws(StoreError) -> [SQLValue] {
        var values = row.values
        for (place, column) in table.columns.enumerated() {
            switch (values[place], column.sort) {
            case (.null, _), (.text, .text), (.integer, .integer), (.real, .real), (.boolean, .boolean),
                (.bytes, .bytes):
                break
            case (.integer(let number), .boolean) where 0...1 ~= number: values[place] = .boolean(number == 1)
            case (.integer(let number), .real): values[place] = .real(Double(number))
            default:
                throw StoreError(
                    .unsuitable,
                    "\(table.name).\(column.name) holds something that is no \(column.sort.rawValue)"
                )
            }
        }
        return values
    }
}
