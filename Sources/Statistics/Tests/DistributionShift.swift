/// How far one spread over buckets lies from another, for instance ratings of two years.
public struct DistributionShift: Sendable, Hashable {
    /// Population stability index, half a case added to every bucket; .10 is worth a look, .25 a lot.
    ///
    /// Source: Lewis (1994), as used in credit scoring.
    public let stabilityIndex: Double
    /// Jensen and Shannon's divergence in bits, 0 to 1.
    ///
    /// Source: Lin (1991).
    public let divergence: Double
    /// Mean bucket of what is, less mean bucket of what was expected, in buckets.
    public let meanShift: Double
    /// Ranks of what is against what was expected.
    public let ranks: RankTest

    /// Compares counts per bucket, buckets in their order; nil where either side is empty.
    ///
    /// Shape: shorter lists end in empty buckets; counts below 0 count as 0.
    public init?(actual: [Int], expected: [Int]) {
        let size = max(actual.count, expected.count)
        func padded(_ counts: [Int]) -> [Int] { (0..<size).map { $0 < counts.count ? max(0, counts[$0]) : 0 } }
        let (now, then) = (padded(actual), padded(expected))
        func values(_ counts: [Int]) -> [Double] {
            counts.enumerated().flatMap { Array(repeating: Double($0), count: $1) }
        }
        guard let ranks = RankTest(values(now), values(then)), let one = Sample.mean(values(now)),
            let other = Sample.mean(values(then))
        else { return nil }
        self.ranks = ranks
        meanShift = one - other
        let smooth = zip(Self.shares(now, plus: 0.5), Self.shares(then, plus: 0.5))
        stabilityIndex = smooth.reduce(0) { $0 + ($1.0 - $1.1) * Exponential.log($1.0 / $1.1) }
        divergence = Self.divergence(Self.shares(now, plus: 0), Self.shares(then, plus: 0))
    }

    private static func shares(_ counts: [Int], plus more: Double) -> [Double] {
        let total = counts.reduce(0) { $0 + Double($1) + more }
        return counts.map { (Double($0) + more) / total }
    }

    private static func divergence(_ one: [Double], _ other: [Double]) -> Double {
        func part(_ share: Double, _ middle: Double) -> Double {
            share > 0 ? share * Exponential.log(share / middle) : 0
        }
        let sum = zip(one, other).reduce(0) { sum, pair in
            let middle = (pair.0 + pair.1) / 2
            return sum + part(pair.0, middle) / 2 + part(pair.1, middle) / 2
        }
        return max(0, sum) / Exponential.log(2)
    }
}
