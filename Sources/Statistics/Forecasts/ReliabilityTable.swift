/// What was said against what came true, in bins of equal width from 0 to 1.
///
/// Source: Murphy (1973). Shape: bin b holds probabilities from b / bins up to, not including, the next; the last is closed.
public struct ReliabilityTable: Sendable, Hashable, Codable {
    /// One bin with at least one case.
    public struct Bin: Sendable, Hashable, Codable {
        /// Probabilities that fall into it.
        public let range: Interval
        /// How many cases.
        public let count: Int
        /// Mean of what was said.
        public let said: Double
        /// Share that came true.
        public let happened: Double
    }

    /// Bins that have cases, from low to high.
    public let bins: [Bin]
    /// How many cases in all.
    public let count: Int
    /// Share that came true in all.
    public let base: Double

    /// Sorts cases into bins; nil of nothing.
    public init?(_ probabilities: [Double], happened: [Bool], bins wanted: Int = 10) {
        let pairs = Array(zip(probabilities, happened))
        guard !pairs.isEmpty, wanted > 0 else { return nil }
        var sums = [(count: Int, said: Double, came: Int)](repeating: (0, 0, 0), count: wanted)
        for (probability, came) in pairs {
            let inside = min(max(probability.isNaN ? 0 : probability, 0), 1)
            let bin = min(Int(inside * Double(wanted)), wanted - 1)
            sums[bin].count += 1
            sums[bin].said += inside
            sums[bin].came += came ? 1 : 0
        }
        let width = 1 / Double(wanted)
        bins = sums.enumerated().filter { $0.element.count > 0 }
            .map { index, sum in
                Bin(
                    range: Interval(low: Double(index) * width, high: Double(index + 1) * width),
                    count: sum.count,
                    said: sum.said / Double(sum.count),
                    happened: Double(sum.came) / Double(sum.count)
                )
            }
        count = pairs.count
        base = Double(pairs.count { $0.1 }) / Double(pairs.count)
    }

    /// Expected calibration error: mean distance between what was said and what came true, weighted by cases.
    ///
    /// Source: Naeini, Cooper and Hauskrecht (2015).
    public var expectedError: Double { weighted { abs($0.said - $0.happened) } }

    /// Mean squared distance between what was said and what came true; 0 is best.
    public var reliability: Double { weighted { ($0.said - $0.happened) * ($0.said - $0.happened) } }

    /// How far the bins lie apart in what came true; more is better.
    public var resolution: Double { weighted { ($0.happened - base) * ($0.happened - base) } }

    /// The Brier score of whoever always says the base rate.
    public var uncertainty: Double { base * (1 - base) }

    private func weighted(_ value: (Bin) -> Double) -> Double {
        bins.reduce(0) { $0 + Double($1.count) / Double(count) * value($1) }
    }
}
