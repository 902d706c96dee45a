#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The normal distribution with mean 0 and spread 1.
public enum NormalDistribution {
    /// The value below which lie 97.5 %; ± it holds 95 %.
    public static let z95 = 1.959_963_984_540_054

    /// Probability of at most `x`.
    public static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// Probability of more than `x`; exact where it is small, too.
    public static func tail(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }

    /// Probability of lying at least as far from 0 as `z`, on either side.
    public static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

    /// The value below which lies the probability `p`; ±∞ at 0 and 1.
    ///
    /// Source: Halley's method on the cumulative, from the leading term of the tail.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0 else { return -.infinity }
        guard p < 1 else { return .infinity }
        guard p <= 0.5 else { return -quantile(1 - p) }
        guard p < 0.5 else { return 0 }
        let t = (-2 * log(p)).squareRoot()
        var x = -(t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)))
        for _ in 0..<20 {
            let density = exp(-x * x / 2) * 0.398_942_280_401_432_7
            guard density > 0 else { break }
            let step = (cumulative(x) - p) / density
            let change = step / (1 + x * step / 2)
            x -= change
            if abs(change) <= 1e-16 * max(1, abs(x)) { break }
        }
        return x
    }
}
