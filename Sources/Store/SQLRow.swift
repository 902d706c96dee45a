/// One row of an answer.
public struct SQLRow: Sendable {
    let columns: Columns
    let values: [SQLValue]

    /// Where each column stands; shared by all rows of an answer.
    final class Columns: Sendable {
        let names: [String]
        /// Places by a number of the name; every row asks for every name, and to read a name is cheaper than to hash it.
        private let slots: [UInt16]

        init(_ names: [String]) {
            self.names = names
            var size = 16
            while size < names.count * 4 { size *= 2 }
            var slots = [UInt16](repeating: .max, count: size)
            for (place, name) in names.enumerated() {
                var slot = Self.number(name) & (size - 1)
                // Of two columns of one name the first stands.
                while slots[slot] != .max, names[Int(slots[slot])] != name { slot = (slot + 1) & (size - 1) }
                if slots[slot] == .max { slots[slot] = UInt16(place) }
            }
            self.slots = slots
        }

        func place(of name: String) -> Int? {
            var slot = Self.number(name) & (slots.count - 1)
            while slots[slot] != .max {
                let place = Int(slots[slot])
                if names[place] == name { return place }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }

        private static func number(_ name: String) -> Int {
            var number = 0
            for byte in name.utf8 { number = number &* 31 &+ Int(byte) }
            return number ^ (number >> 7)
        }
    }

    /// Text that must be there.
    ///
    /// Errors: `StoreError.badColumn` when the column is missing, NULL or of another kind; so with all readers here.
    public func text(_ column: String) throws(StoreError) -> String {
        guard case .text(let text) = try value(column) else { throw bad(column, "text") }
        return text
    }

    /// Text or NULL.
    public func optionalText(_ column: String) throws(StoreError) -> String? {
        switch try value(column) {
        case .null: return nil
        case .text(let text): return text
        default: throw bad(column, "text")
        }
    }

    /// A whole number that must be there.
    public func integer(_ column: String) throws(StoreError) -> Int64 {
        guard case .integer(let number) = try value(column) else { throw bad(column, "a whole number") }
        return number
    }

    /// A whole number or NULL.
    public func optionalInteger(_ column: String) throws(StoreError) -> Int64? {
        switch try value(column) {
        case .null: return nil
        case .integer(let number): return number
        default: throw bad(column, "a whole number")
        }
    }

    /// A real number that must be there.
    public func real(_ column: String) throws(StoreError) -> Double {
        switch try value(column) {
        case .real(let number): return number
        case .integer(let number): return Double(number)
        default: throw bad(column, "a number")
        }
    }

    /// A number or NULL.
    public func optionalReal(_ column: String) throws(StoreError) -> Double? {
        if case .null = try value(column) { return nil }
        return try real(column)
    }

    /// A boolean that must be there.
    public func boolean(_ column: String) throws(StoreError) -> Bool {
        switch try value(column) {
        case .boolean(let answer): return answer
        case .integer(let number): return number != 0
        default: throw bad(column, "a boolean")
        }
    }

    /// Bytes that must be there.
    public func bytes(_ column: String) throws(StoreError) -> [UInt8] {
        guard case .bytes(let bytes) = try value(column) else { throw bad(column, "bytes") }
        return bytes
    }

    private func value(_ column: String) throws(StoreError) -> SQLValue {
        guard let index = columns.place(of: column) else { throw bad(column, "a column") }
        return values[index]
    }

    private func bad(_ column: String, _ wanted: String) -> StoreError {
        StoreError(.badColumn, "column \(column) is not \(wanted)")
    }
}
