/// Whether values of one group tend to lie above those of another.
///
/// Source: Mann and Whitney (1947), normal approximation with corrections for ties and continuity; Cliff (1993).
public struct RankTest: Sendable, Hashable {
    /// Pairs in which the first group's value is the greater; equal ones count half.
    public let u: Double
    /// Probability of a `u` as far from its middle where there is no difference, two-sided.
    public let p: Double
    /// Cliff's delta: share of pairs in which the first is greater less share in which it is smaller, -1 to 1.
    public let delta: Double

    /// Compares two groups; nil where either is empty.
    public init?(_ first: [Double], _ second: [Double]) {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let ranks = Sample.ranks(first + second)
        let (n, m) = (Double(first.count), Double(second.count))
        u = ranks.prefix(first.count).reduce(0, +) - n * (n + 1) / 2
        delta = 2 * u / (n * m) - 1
        var ties: [Double: Double] = [:]
        for rank in ranks { ties[rank, default: 0] += 1 }
        let all = n + m
        // Whole numbers, so that the order of the sum does not matter.
        let lost = ties.values.reduce(0) { $0 + ($1 * $1 * $1 - $1) } / (all * max(1, all - 1))
        let variance = n * m / 12 * (all + 1 - lost)
        let distance = max(0, abs(u - n * m / 2) - 0.5)
        p = variance > 0 ? min(1, NormalDistribution.twoSided(distance / variance.squareRoot())) : 1
    }
}
