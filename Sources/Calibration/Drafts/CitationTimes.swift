import Statistics

/// Where in the period the cited entries lie.
///
/// Units: places from 0, the first day, to 1, the last. Source: `docs/methods.md`, "Recency".
public struct CitationTimes: Sendable, Hashable {
    /// The fewest citations for a cue.
    public static let fewestCitations = 6

    /// Share of the citations in each quarter of the period.
    public let quarters: [Double]
    /// Evenness over the quarters: entropy over its largest value, 0 to 1.
    public let balance: Double
    /// Probability of so many in the last quarter, or more, where all quarters are alike.
    public let lastQuarterP: Double
    /// Kolmogorov's distance from an even spread.
    public let distance: Double
    /// Probability of such a distance, or more, where they lie evenly.
    public let distanceP: Double

    /// Measures; nil of nothing.
    public init?(_ places: [Double]) {
        guard let even = UniformityTest(places) else { return nil }
        var counts = [0, 0, 0, 0]
        for place in places { counts[max(0, min(3, Int(place * 4)))] += 1 }
        let shares = counts.map { Double($0) / Double(places.count) }
        quarters = shares
        balance =
            shares.reduce(0) { $1 > 0 ? $0 - $1 * Exponential.log($1) : $0 } / Exponential.log(4)
        lastQuarterP = BinomialDistribution(tries: places.count, probability: 0.25).atLeast(counts[3])
        distance = even.distance
        distanceP = even.p
    }

    /// Share of the citations in the last quarter.
    public var lastQuarterShare: Double { quarters[3] }

    /// How far these follow others over the quarters: 1 less half of all differences.
    public func follows(_ other: CitationTimes) -> Double {
        1 - zip(quarters, other.quarters).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
    }
}
