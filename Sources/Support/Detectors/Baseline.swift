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

    /// What a week is held against.
    var level: Double { max(mean, Self.least) }

    /// How much more the counts scatter than rare events do, at least 1.
    var dispersion: Double { max(1, max(variance, level) / level) }
}

/// The baselines of all places of a stream, from sums that are worked out once.
struct Baselines {
    private var counts = [0]
    private var sums = [0.0]
    private var squares = [0.0]

    init(of values: [Double?]) {
        for value in values {
            counts.append((counts.last ?? 0) + (value == nil ? 0 : 1))
            sums.append((sums.last ?? 0) + (value ?? 0))
            squares.append((squares.last ?? 0) + (value ?? 0) * (value ?? 0))
        }
    }

    /// The baseline of a place; nil when fewer than eight weeks say something.
    func before(_ place: Int) -> Baseline? {
        let places = Baseline.places(before: place)
        let weeks = counts[places.upperBound] - counts[places.lowerBound]
        guard weeks >= Baseline.needed else { return nil }
        let mean = (sums[places.upperBound] - sums[places.lowerBound]) / Double(weeks)
        let square = squares[places.upperBound] - squares[places.lowerBound]
        let variance = max(0, (square - Double(weeks) * mean * mean) / Double(weeks - 1))
        return Baseline(mean: mean, variance: variance, weeks: weeks)
    }
}
