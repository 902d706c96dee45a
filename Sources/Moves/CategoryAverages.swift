/// Averages of a category of workers, by sex, as a worker may ask for them; nothing about fewer than five people.
///
/// Source: Directive (EU) 2023/970, Art. 7; `docs/methods.md`, "Small groups".
public struct CategoryAverages: Sendable, Hashable {
    /// The fewest people about whom an average is told.
    public static let minimum = 5

    /// Averages that are told.
    public let rows: [Row]
    /// True when something stays untold because it would be about too few.
    public let isSuppressed: Bool

    /// One average.
    public struct Row: Sendable, Hashable {
        /// Whose: `everybody`, `women`, `men` or another group's name.
        public let group: String
        /// Of how many people.
        public let count: Int
        /// Base pay as for full time, whole units of the currency.
        public let average: Double
    }

    /// Works the averages out.
    ///
    /// Groups of five and more are told. The average of everybody is told only where those who are in no told group are
    /// none, or five and more: else it could be worked out what they get.
    public init(_ members: [(group: String?, pay: Double)]) {
        let stated = Dictionary(grouping: members) { $0.group ?? "" }
        let told = stated.filter { !$0.key.isEmpty && $0.value.count >= Self.minimum }
        let rest = members.count - told.values.reduce(0) { $0 + $1.count }
        var rows = told.sorted { $0.key > $1.key }.map { Self.row($0.key, $0.value) }
        let tellsAll = members.count >= Self.minimum && (rest == 0 || rest >= Self.minimum)
        if tellsAll { rows.insert(Self.row("everybody", members), at: 0) }
        self.rows = rows
        isSuppressed = !tellsAll || rest > 0
    }

    private static func row(_ group: String, _ members: [(group: String?, pay: Double)]) -> Row {
        let mean = members.reduce(0) { $0 + $1.pay } / Double(max(members.count, 1))
        return Row(group: group, count: members.count, average: mean.rounded())
    }
}
