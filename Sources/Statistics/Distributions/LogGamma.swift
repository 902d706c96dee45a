#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Logarithms of the gamma and beta functions, without the shared sign variable that the C library's own keeps.
///
/// Source: Stirling's series with shift, NIST Digital Library of Mathematical Functions 5.11.1 and 5.5.1.
public enum LogGamma {
    /// Bernoulli terms B(2k) / (2k (2k-1)) of the series, k = 1...8.
    private static let terms: [Double] = [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156, -3617.0 / 122_400,
    ]
    private static let halfLogTwoPi = 0.918_938_533_204_672_74
    /// From here on the series alone is exact.
    private static let large = 12.0

    /// ln Γ(x) for x > 0, to about 1e-14 of max(1, |ln Γ|).
    public static func value(_ x: Double) -> Double {
        guard x != 1, x != 2 else { return 0 }
        var shifted = x
        var product = 1.0
        while shifted < large {
            product *= shifted
            shifted += 1
        }
        return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series(shifted) - log(product)
    }

    /// ln B(a, b) for a, b > 0; large weights do not cancel each other's digits.
    public static func beta(_ a: Double, _ b: Double) -> Double {
        let (small, big) = (min(a, b), max(a, b))
        guard big >= large else { return value(a) + value(b) - value(a + b) }
        let sum = small + big
        let rest = series(big) - series(sum)
        guard small >= large else {
            return value(small) + small - (big - 0.5) * log1p(small / big) - small * log(sum) + rest
        }
        return halfLogTwoPi + series(small) + rest - 0.5 * log(big) + (small - 0.5) * log(small / sum)
            - big * log1p(small / big)
    }

    /// ψ(x), the slope of ln Γ, for x > 0.
    ///
    /// Source: NIST Digital Library of Mathematical Functions 5.11.2 and 5.5.2.
    public static func slope(_ x: Double) -> Double {
        var shifted = x
        var sum = 0.0
        while shifted < large {
            sum -= 1 / shifted
            shifted += 1
        }
        let square = 1 / (shifted * shifted)
        let parts: [Double] = [
            1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32_760, 1.0 / 12, -3617.0 / 8160,
        ]
        var series = 0.0
        for part in parts.reversed() { series = (series + part) * square }
        return sum + log(shifted) - 0.5 / shifted - series
    }

    /// What Stirling's formula leaves out, for x of 12 and more.
    private static func series(_ x: Double) -> Double {
        let inverse = 1 / x
        let square = inverse * inverse
        var series = 0.0
        for term in terms.reversed() { series = series * square + term }
        return series * inverse
    }
}
