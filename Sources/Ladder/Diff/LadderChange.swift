/// One difference between two versions of a ladder, in words that a person can read.
public struct LadderChange: Sendable, Hashable {
    /// What kind of thing changed.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Levels and roles that came or went.
        case level
        /// Titles.
        case title
        /// What a level asks for.
        case requirement
        /// Competencies that came or went.
        case competency
        /// The words of stages, levels and lenses.
        case statement
        /// What a level may do.
        case authority
        /// The scope scores of a level.
        case band
        /// Pay ranges.
        case range
        /// Parity, moves, carry-over and exceptions.
        case rule
    }

    /// Whom it touches.
    public enum Weight: String, Sendable, Hashable, CaseIterable, Codable {
        /// What people are asked for, may do or are paid.
        case meaning
        /// Words only.
        case words
    }

    /// What kind of thing changed.
    public let kind: Kind
    /// Whom it touches.
    public let weight: Weight
    /// The id of the wording or place, such as `level.5.ic` or `craft.3`.
    public let place: String
    /// One sentence for a person.
    public let sentence: String
    /// The words before; nil where there were none.
    public let before: String?
    /// The words after; nil where there are none.
    public let after: String?
}

/// What changed between two ladders.
public struct LadderDiff: Sendable, Hashable {
    /// The stamp of the older one.
    public let old: String
    /// The stamp of the newer one.
    public let new: String
    /// The changes: what touches people first, then words.
    public let changes: [LadderChange]
    /// True when something changed and the version did not rise.
    public let needsVersion: Bool

    /// Compares two ladders.
    public init(from old: CareerLadder, to new: CareerLadder) {
        (self.old, self.new) = (old.stamp, new.stamp)
        let comparison = LadderComparing(old: old, new: new)
        let changes = comparison.changes
        self.changes = LadderChange.Weight.allCases.flatMap { weight in changes.filter { $0.weight == weight } }
        needsVersion = !changes.isEmpty && !Self.rises(old.version, new.version)
    }

    private static func rises(_ old: String, _ new: String) -> Bool {
        let parts = { (version: String) in version.split(separator: ".").compactMap { Int($0) } }
        return parts(old).lexicographicallyPrecedes(parts(new))
    }
}
