#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A beta distribution: what is known of a share between 0 and 1.
///
/// Source: NIST Digital Library of Mathematical Functions 8.17; continued fraction 8.17.22, evaluated after Lentz.
public struct BetaDistribution: Sendable, Hashable {
    /// Weight of what speaks for it, prior included.
    public let alpha: Double
    /// Weight of what speaks against it, prior included.
    public let beta: Double

    /// Joins the two weights.
    ///
    /// Shape: both at least 0; where one is 0 all mass lies at the end of the other, where both are, at one half.
    public init(alpha: Double, beta: Double) {
        self.alpha = alpha
        self.beta = beta
    }

    /// The expected share.
    public var mean: Double { alpha + beta > 0 ? alpha / (alpha + beta) : 0.5 }

    /// Probability that the share is at most `x`: the regularised incomplete beta function.
    public func cumulative(_ x: Double) -> Double {
        guard alpha > 0, beta > 0 else { return x >= pointMass ? 1 : 0 }
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return x < turning ? Self.left(alpha, beta, x) : 1 - Self.left(beta, alpha, 1 - x)
    }

    /// Probability that the share is more than `x`; exact where it is small, too.
    public func tail(_ x: Double) -> Double {
        guard alpha > 0, beta > 0 else { return x >= pointMass ? 0 : 1 }
        guard x > 0 else { return 1 }
        guard x < 1 else { return 0 }
        return x < turning ? 1 - Self.left(alpha, beta, x) : Self.left(beta, alpha, 1 - x)
    }

    /// The share below which lies the probability `p`: the inverse of `cumulative`.
    ///
    /// Source: Newton's method kept inside a bracket; where it slows down, the bracket is halved among the numbers
    /// that a Double can hold, so that shares near 0 come out as exact as others.
    public func quantile(_ p: Double) -> Double {
        guard alpha > 0, beta > 0 else { return pointMass }
        guard p > 0 else { return 0 }
        guard p < 1 else { return 1 }
        let logBeta = LogGamma.beta(alpha, beta)
        var low = 0.0
        var high = 1.0
        var x = min(max(mean, 1e-3), 1 - 1e-3)
        var lastStep = 1.0
        for _ in 0..<400 {
            let error = p <= 0.5 ? cumulative(x) - p : (1 - p) - tail(x)
            if error == 0 { return x }
            if error > 0 { high = x } else { low = x }
            let density = exp((alpha - 1) * log(x) + (beta - 1) * log1p(-x) - logBeta)
            var next = x - error / density
            if !(next > low && next < high) || abs(next - x) > 0.5 * abs(lastStep) {
                next = Double(bitPattern: low.bitPattern + (high.bitPattern - low.bitPattern) / 2)
            }
            lastStep = next - x
            if next == low || next == high || abs(lastStep) <= 2 * x.ulp { return next }
            x = next
        }
        return x
    }

    /// The interval that holds `mass` of the probability, the same left out at both ends.
    public func centralInterval(_ mass: Double) -> Interval {
        let outside = (1 - mass) / 2
        return Interval(low: quantile(outside), high: quantile(1 - outside))
    }

    /// Where the continued fraction changes sides to converge fast.
    private var turning: Double { (alpha + 1) / (alpha + beta + 2) }

    /// Where all mass lies when a weight is 0.
    private var pointMass: Double { alpha > 0 ? 1 : beta > 0 ? 0 : 0.5 }

    /// The regularised incomplete beta function left of its turning point.
    private static func left(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let front = exp(a * log(x) + b * log1p(-x) - LogGamma.beta(a, b)) / a
        return front * fraction(a, b, x)
    }

    /// The continued fraction 8.17.22 after the modified Lentz method.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        func away(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            let change = d * c
            result *= change
            if abs(change - 1) < 3e-16 { break }
        }
        return result
    }
}
