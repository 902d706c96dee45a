/// Student's t distribution.
///
/// Source: NIST Digital Library of Mathematical Functions 8.17; tails by way of the incomplete beta function.
public struct StudentDistribution: Sendable, Hashable {
    /// Degrees of freedom, more than 0; need not be whole.
    public let freedom: Double

    /// Takes the degrees of freedom.
    public init(freedom: Double) { self.freedom = freedom }

    /// Probability of lying at least as far from 0 as `t`, on either side; exact where it is small, too.
    public func twoSided(_ t: Double) -> Double {
        guard freedom > 0, !t.isNaN else { return .nan }
        guard t.isFinite else { return 0 }
        guard freedom.isFinite, freedom < 1e12 else { return NormalDistribution.twoSided(t) }
        let square = t * t
        guard square.isFinite else { return 0 }
        // Of x and 1 - x the small one is worked out, so that no digits are lost.
        return square < freedom
            ? BetaDistribution(alpha: 0.5, beta: freedom / 2).tail(square / (freedom + square))
            : BetaDistribution(alpha: freedom / 2, beta: 0.5).cumulative(freedom / (freedom + square))
    }

    /// Probability of at most `t`.
    public func cumulative(_ t: Double) -> Double {
        let outside = twoSided(t) / 2
        return t > 0 ? 1 - outside : outside
    }

    /// The value below which lies the probability `p`; ±∞ at 0 and 1.
    public func quantile(_ p: Double) -> Double {
        guard freedom > 0, !p.isNaN else { return .nan }
        guard p > 0 else { return -.infinity }
        guard p < 1 else { return .infinity }
        guard p != 0.5 else { return 0 }
        guard freedom < 1e12 else { return NormalDistribution.quantile(p) }
        let both = 2 * min(p, 1 - p)
        let size: Double
        if both > 0.5 {
            let y = BetaDistribution(alpha: 0.5, beta: freedom / 2).quantile(1 - both)
            size = (freedom * y / (1 - y)).squareRoot()
        } else {
            let x = BetaDistribution(alpha: freedom / 2, beta: 0.5).quantile(both)
            size = x > 0 ? (freedom * (1 - x) / x).squareRoot() : .infinity
        }
        return p < 0.5 ? -size : size
    }
}
