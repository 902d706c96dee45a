#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Logarithms of the gamma and beta functions, without the shared sign variable that the C library's own keeps.
///
/// Source: Stirling's series with shift, NIST Digital Library of Mathematical Functions 5.11.1 and 5.5.1.
enum LogGamma {
    /// Bernoulli terms B(2k) / (2k (2k-1)) of the series, k = 1...8.
    private static let terms: [Double] = [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156, -3617.0 / 122_400,
    ]

    /// ln Γ(x) for x > 0, to about 1e-14 of max(1, |ln Γ|).
    static func value(_ x: Double) -> Double {
        var shifted = x
        var product = 1.0
        while shifted < 12 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        var series = 0.0
        for term in terms.reversed() { series = series * square + term }
        let halfLogTwoPi = 0.918_938_533_204_672_74
        return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series * inverse - log(product)
    }

    /// ln B(a, b) for a, b > 0.
    static func beta(_ a: Double, _ b: Double) -> Double { value(a) + value(b) - value(a + b) }
}
