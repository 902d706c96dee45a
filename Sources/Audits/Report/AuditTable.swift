/// One value of a table.
public enum AuditValue: Sendable, Hashable, Codable {
    /// Words.
    case text(String)
    /// A number; its column says what it counts.
    case number(Double)
    /// Kept back to protect a small group.
    case hidden
    /// There is none.
    case none

    /// A number, or none.
    init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
    /// A whole number.
    init(_ number: Int) { self = .number(Double(number)) }

    /// Writes words as text, numbers as numbers, nothing as null, and `{"hidden":true}`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            if number.isFinite { try container.encode(number) } else { try container.encodeNil() }
        case .none:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .hidden:
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(true, forKey: .hidden)
        }
    }

    /// Reads what `encode` writes.
    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Keys.self),
            (try? keyed.decode(Bool.self, forKey: .hidden)) == true
        {
            self = .hidden
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    private enum Keys: String, CodingKey { case hidden }
}

/// What a column holds.
public struct AuditColumn: Sendable, Hashable, Codable, Identifiable {
    /// How its values are to be shown.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// Words.
        case text
        /// A whole number.
        case count
        /// 0.05 as 5.0 %.
        case share
        /// Three decimals.
        case number
        /// Money, whole units.
        case money
        /// A probability.
        case probability
    }

    /// The key in CSV and JSON.
    public let id: String
    /// The heading.
    public let title: String
    /// How its values are to be shown.
    public let kind: Kind
}

/// A table of a report.
public struct AuditTable: Sendable, Hashable, Codable, Identifiable {
    /// The key in CSV file names and JSON.
    public let id: String
    /// The heading.
    public let title: String
    /// Its columns.
    public let columns: [AuditColumn]
    /// Its rows, one value a column.
    public let rows: [[AuditValue]]
    /// What to know when reading it.
    public let note: String?
}
