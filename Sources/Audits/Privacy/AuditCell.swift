import Workspace

/// What people may be grouped by; there are no others.
public enum AuditDimension: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// The level.
    case level
    /// The track.
    case track
    /// The craft.
    case family
    /// The zone, with its currency.
    case zone

    /// In the order in which they are listed.
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// A group of people by dimensions: everybody, a level, the managers of a level.
public struct AuditCell: Sendable, Hashable, Codable, Comparable {
    /// The value of each dimension that it is about.
    public let values: [AuditDimension: String]

    /// A group by dimensions; everybody without any.
    public init(_ values: [AuditDimension: String] = [:]) { self.values = values }

    /// In words: `level 4, management`.
    public var words: String {
        guard !values.isEmpty else { return "everybody" }
        return AuditDimension.allCases.compactMap { dimension in
            values[dimension].map { dimension == .level ? "level \($0)" : $0 }
        }.joined(separator: ", ")
    }

    /// Fewer dimensions first, then by level, track, family, zone.
    public static func < (left: Self, right: Self) -> Bool {
        guard left.values.count == right.values.count else { return left.values.count < right.values.count }
        for dimension in AuditDimension.allCases where left.values[dimension] != right.values[dimension] {
            guard let one = left.values[dimension] else { return false }
            guard let other = right.values[dimension] else { return true }
            if let a = Int(one), let b = Int(other) { return a < b }
            return one < other
        }
        return false
    }

    /// Writes dimensions as keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
    }

    /// Reads dimensions as keys; others are dropped.
    public init(from decoder: any Decoder) throws {
        let table = try decoder.singleValueContainer().decode([String: String].self)
        values = table.reduce(into: [:]) { found, entry in
            if let dimension = AuditDimension(rawValue: entry.key) { found[dimension] = entry.value }
        }
    }

    /// The cell of a person by some dimensions; nil where the person has no value for one.
    static func of(_ person: AuditPerson, by dimensions: [AuditDimension]) -> AuditCell? {
        var values: [AuditDimension: String] = [:]
        for dimension in dimensions {
            guard let value = person.value(dimension) else { return nil }
            values[dimension] = value
        }
        return AuditCell(values)
    }
}

extension AuditPerson {
    /// The person's value of a dimension.
    func value(_ dimension: AuditDimension) -> String? {
        switch dimension {
        case .level: level.map { String($0) }
        case .track: track.rawValue
        case .family: family.isEmpty ? nil : family
        case .zone: place.isEmpty ? nil : place
        }
    }
}
