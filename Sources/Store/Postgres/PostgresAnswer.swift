private import CPostgres

/// A result of libpq, let go of with its last holder.
final class PostgresAnswer {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    /// How many rows a statement changed.
    var changes: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What was done, such as `COMMIT`, `ROLLBACK` or `SELECT 1`.
    var command: String { String(cString: PQcmdStatus(result)) }

    /// The rows, out of their binary form.
    func rows() throws(StoreError) -> [SQLRow] {
        let width = PQnfields(result)
        let columns = SQLRow.Columns((0..<width).map { String(cString: PQfname(result, $0)) })
        let types = (0..<width).map { PQftype(result, $0) }
        let height = PQntuples(result)
        var rows: [SQLRow] = []
        rows.reserveCapacity(Int(height))
        for row in 0..<height {
            var values: [SQLValue] = []
            values.reserveCapacity(types.count)
            for column in 0..<width { values.append(try value(row, column, type: types[Int(column)])) }
            rows.append(SQLRow(columns: columns, values: values))
        }
        return rows
    }

    private func value(_ row: CInt, _ column: CInt, type: UInt32) throws(StoreError) -> SQLValue {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column),
            count: Int(PQgetlength(result, row, column))
        )
        switch type {
        case PostgresType.int8: return .integer(bytes.number(Int64.self))
        case PostgresType.int4: return .integer(Int64(bytes.number(Int32.self)))
        case PostgresType.int2: return .integer(Int64(bytes.number(Int16.self)))
        case PostgresType.oid: return .integer(Int64(bytes.number(UInt32.self)))
        case PostgresType.bool: return .boolean(bytes.first == 1)
        case PostgresType.float8: return .real(Double(bitPattern: bytes.number(UInt64.self)))
        case PostgresType.float4: return .real(Double(Float(bitPattern: bytes.number(UInt32.self))))
        case PostgresType.bytea: return .bytes([UInt8](bytes))
        case PostgresType.numeric: return try Self.numeric(bytes)
        case PostgresType.void: return .null
        case let type where type == PostgresType.text || PostgresType.otherTexts.contains(type):
            return .text(String(decoding: bytes, as: UTF8.self))
        default:
            let name = String(cString: PQfname(result, column))
            throw StoreError(.badColumn, "column \(name) has a type (\(type)) that is not read here; cast it")
        }
    }

    /// A sum of whole numbers is `numeric`: four decimal digits to a group, a weight of the first, a sign.
    private static func numeric(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> SQLValue {
        guard bytes.count >= 8 else { throw StoreError(.badColumn, "a number is cut off") }
        let count = Int(bytes.number(Int16.self))
        let weight = Int(bytes.number(Int16.self, at: 2))
        let sign = bytes.number(UInt16.self, at: 4)
        guard sign == 0 || sign == 0x4000 else {
            return .real(sign == 0xC000 ? .nan : sign == 0xD000 ? .infinity : -.infinity)
        }
        guard bytes.count >= 8 + 2 * count else { throw StoreError(.badColumn, "a number is cut off") }
        let groups = (0..<count).map { Int64(bytes.number(Int16.self, at: 8 + 2 * $0)) }
        let isNegative = sign == 0x4000
        if count <= weight + 1, weight < 5 {
            var number: Int64 = 0
            var fits = true
            for place in 0...max(0, weight) where weight >= 0 {
                let (product, over) = number.multipliedReportingOverflow(by: 10_000)
                let group = place < count ? groups[place] : 0
                let (sum, overToo) = product.addingReportingOverflow(isNegative ? -group : group)
                fits = fits && !over && !overToo
                number = sum
            }
            if fits { return .integer(number) }
        }
        // Through decimal text, so that the nearest real number comes out, as PostgreSQL's own cast has it.
        var digits = groups.map { group in String(repeating: "0", count: 4 - String(group).count) + String(group) }
            .joined()
        if digits.isEmpty { digits = "0" }
        let text = (isNegative ? "-" : "") + digits + "e\((weight + 1 - count) * 4)"
        guard let number = Double(text) else { throw StoreError(.badColumn, "a number cannot be read") }
        return .real(number)
    }
}

extension UnsafeRawBufferPointer {
    /// A number as the network has it: the highest byte first.
    fileprivate func number<Number: FixedWidthInteger>(_ type: Number.Type, at place: Int = 0) -> Number {
        guard count >= place + MemoryLayout<Number>.size else { return 0 }
        return Number(bigEndian: loadUnaligned(fromByteOffset: place, as: type))
    }
}
