import Statistics

/// What is usual for one person: the 26 weeks before the last two.
///
/// Source: `docs/methods.md`, "Support signals".
public struct Baseline: Sendable, Hashable {
    /// Mean of the weeks that say something, as they stand.
    public let mean: Double
    /// Their variance, with n - 1.
    public let variance: Double
    /// How many there are.
    public let weeks: Int

    /// How many weeks it reaches back.
    public static let reach = 26
    /// How many weeks just before a week are left out, so that a change does not hide itself.
    public static let gap = 2
    /// How many weeks must say something.
    public static let needed = 8
    /// No mean is taken to be lower: one more than nothing is no doubling.
    public static let least = 0.75

    /// The places of the weeks that a place is held against.
    static func places(before place: Int) -> Range<Int> {
        let end = max(0, place - gap)
        return max(0, place - gap - reach)..<end
    }

    /// The baseline of a place; nil when fewer than eight weeks say something.
    public init?(of values: [Double?], before place: Int) {
        let known = values[Self.places(before: place)].compactMap(\.self)
        guard known.count >= Self.needed, let mean = Sample.mean(known), let variance = Sample.variance(known) else {
            return nil
        }
        self.mean = mean
        self.variance = variance
        weeks = known.count
    }

    /// What a week is held against.
    var level: Double { max(mean, Self.least) }

    /// How much more the counts scatter than rare events do, at least 1.
    var dispersion: Double { max(1, max(variance, level) / level) }
}
