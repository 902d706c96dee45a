public import Workspace

/// Weekly counts as bars with a line at what is usual.
///
/// Shape: geometry for a drawing 320 units wide and 76 high; weeks that say nothing have no bar, a small stroke marks them.
public struct WeekBars: Sendable, Hashable {
    /// The bars, oldest first.
    public let bars: [Bar]
    /// Weeks that say nothing.
    public let gaps: [Bar]
    /// Where the line of the usual lies.
    public let usualY: Int
    /// The first week's Monday.
    public let from: DayMark
    /// The last week's Monday.
    public let to: DayMark
    /// What the drawing says, for those who do not see it.
    public let description: String

    /// One week.
    public struct Bar: Sendable, Hashable {
        /// Where it begins.
        let x: Int
        /// Where its top lies.
        let y: Int
        /// How wide it is.
        let width: Int
        /// How high it is.
        let height: Int
    }

    /// At most so many weeks are drawn.
    static let most = 40
    private static let floor = 60

    /// Draws the newest weeks; nil when there are none.
    public init?(first monday: CivilDate, values: [Double?], usual: Double) {
        guard !values.isEmpty, usual.isFinite else { return nil }
        let shown = Array(values.suffix(Self.most))
        let skipped = values.count - shown.count
        let top = max(shown.compactMap(\.self).max() ?? 0, usual, 1)
        let step = 320 / shown.count
        let width = max(2, step - 2)
        func height(_ value: Double) -> Int { Int((value / top * 52).rounded()) }
        var (bars, gaps): ([Bar], [Bar]) = ([], [])
        for (place, value) in shown.enumerated() {
            guard let value else {
                gaps.append(Bar(x: place * step, y: Self.floor - 1, width: width, height: 1))
                continue
            }
            // A week with nothing in it is told from a week that says nothing.
            let tall = max(2, height(value))
            bars.append(Bar(x: place * step, y: Self.floor - tall, width: width, height: tall))
        }
        self.bars = bars
        self.gaps = gaps
        usualY = Self.floor - height(usual)
        from = DayMark(CivilDate(days: monday.days + skipped * 7))
        to = DayMark(CivilDate(days: monday.days + (values.count - 1) * 7))
        let newest = shown.suffix(6).map { $0.map { String(Int($0)) } ?? "away" }.joined(separator: ", ")
        let tenths = Int((usual * 10).rounded())
        description =
            "Weekly counts from \(from.text) to \(to.text). The last \(min(6, shown.count)) weeks: \(newest). Usual: \(tenths / 10).\(tenths % 10) a week."
    }
}
