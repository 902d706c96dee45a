public import Workspace

/// Answers to the yearly question by groups: nothing about fewer than five people, and never an exact share.
///
/// Source: `docs/methods.md`, "The yearly question".
public struct ChoiceGroups: Sendable, Hashable {
    /// The fewest answers about which anything is told.
    public static let minimum = 5

    /// Groups that are told, by name.
    public let rows: [Row]
    /// Names of groups that stay untold, by name.
    public let hidden: [String]

    /// One group.
    public struct Row: Sendable, Hashable {
        /// Its name.
        public let group: String
        /// How many answered.
        public let answers: Int
        /// How many of them said what, in fifths.
        public let shares: [Choice: Fifth]
    }

    /// A share in fifths: coarse on purpose, so that neither a unanimous group nor one late answer tells on anybody.
    public enum Fifth: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// Up to 20 %.
        case few = 1
        /// Over 20 % and up to 40 %.
        case some
        /// Over 40 % and under 60 %.
        case half
        /// 60 % and more, under 80 %.
        case many
        /// 80 % and more.
        case most

        /// The fifth of a share between 0 and 1.
        init(_ share: Double) {
            self =
                switch share {
                case ...0.2: .few
                case ...0.4: .some
                case ..<0.6: .half
                case ..<0.8: .many
                default: .most
                }
        }

        /// In words.
        public var words: String {
            switch self {
            case .few: "none or few (up to 20 %)"
            case .some: "some (20 to 40 %)"
            case .half: "about half (40 to 60 %)"
            case .many: "many (60 to 80 %)"
            case .most: "most or all (80 % and more)"
            }
        }

        /// By size.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Puts tallies into groups that may be told.
    ///
    /// Groups under five stay untold. Where exactly one stays untold, or those that do are fewer than five people
    /// together, the smallest told group joins them, again and again, so that no difference of totals leads to them.
    public init(_ tallies: [String: [Choice: Int]]) {
        let sizes = tallies.mapValues { $0.values.reduce(0, +) }.filter { $0.value > 0 }
        var hidden = Set(sizes.filter { $0.value < Self.minimum }.keys)
        func hiddenCount() -> Int { hidden.reduce(0) { $0 + (sizes[$1] ?? 0) } }
        while !hidden.isEmpty, hidden.count < 2 || hiddenCount() < Self.minimum {
            let next = sizes.filter { !hidden.contains($0.key) }.min { ($0.value, $0.key) < ($1.value, $1.key) }
            guard let next else { break }
            hidden.insert(next.key)
        }
        self.hidden = hidden.sorted()
        rows = sizes.filter { !hidden.contains($0.key) }.sorted { $0.key < $1.key }.map { group, size in
            let shares = Choice.allCases.map { choice in
                (choice, Fifth(Double(tallies[group]?[choice] ?? 0) / Double(size)))
            }
            return Row(group: group, answers: size, shares: Dictionary(uniqueKeysWithValues: shares))
        }
    }
}
