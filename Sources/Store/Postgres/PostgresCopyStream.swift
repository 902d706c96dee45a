/// Rows in the form that `COPY … (FORMAT binary)` reads.
struct PostgresCopyStream {
    private let table: Catalogue.Table
    var bytes: [UInt8] = Array("PGCOPY\n".utf8) + [255, 13, 10, 0] + [UInt8](repeating: 0, count: 8)

    init(_ table: Catalogue.Table) { self.table = table }

    mutating func append(_ row: [SQLValue]) throws(StoreError) {
        guard row.count == table.columns.count else {
            throw StoreError(.failed, "a row of \(table.name) has \(row.count) values, not \(table.columns.count)")
        }
        put(UInt16(row.count))
        for (value, column) in zip(row, table.columns) { try append(value, to: column) }
    }

    /// Says that no more rows come.
    mutating func finish() { put(UInt16.max) }

    private mutating func append(_ value: SQLValue, to column: Catalogue.Column) throws(StoreError) {
        switch (value, column.sort) {
        case (.null, _): put(UInt32.max)
        case (.integer(let number), .integer): put(field: UInt64(bitPattern: number))
        case (.real(let number), .real): put(field: number.bitPattern)
        case (.integer(let number), .real): put(field: Double(number).bitPattern)
        case (.boolean(let answer), .boolean): put(field: UInt8(answer ? 1 : 0))
        case (.integer(let number), .boolean): put(field: UInt8(number != 0 ? 1 : 0))
        case (.bytes(let some), .bytes): put(some)
        case (.text(let text), .text):
            guard !text.utf8.contains(0) else {
                throw StoreError(
                    .unsuitable,
                    "\(table.name).\(column.name) holds a text with U+0000, which PostgreSQL does not keep"
                )
            }
            put(text.utf8)
        default:
            throw StoreError(
                .unsuitable,
                "\(table.name).\(column.name) holds something that is no \(column.sort.rawValue)"
            )
        }
    }

    private mutating func put(_ field: some Collection<UInt8>) {
        put(UInt32(field.count))
        bytes.append(contentsOf: field)
    }

    private mutating func put(field: some FixedWidthInteger) {
        put(UInt32(field.bitWidth / 8))
        put(field)
    }

    private mutating func put(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
