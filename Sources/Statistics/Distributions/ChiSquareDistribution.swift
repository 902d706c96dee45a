#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The chi-square distribution.
///
/// Source: NIST Digital Library of Mathematical Functions 8.7.1 and 8.9.2 (incomplete gamma function).
public struct ChiSquareDistribution: Sendable, Hashable {
    /// Degrees of freedom, more than 0.
    public let freedom: Double

    /// Takes the degrees of freedom.
    public init(freedom: Double) { self.freedom = freedom }

    /// Probability of more than `x`.
    public func tail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        let a = freedom / 2
        let y = x / 2
        let front = exp(a * log(y) - y - LogGamma.value(a))
        return y < a + 1 ? 1 - front * Self.series(a, y) : front * Self.fraction(a, y)
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        for step in 1...100_000 {
            term *= x / (a + Double(step))
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var result = d
        for step in 1...100_000 {
            let n = Double(step)
            let factor = n * (a - n)
            b += 2
            d = factor * d + b
            if abs(d) < 1e-300 { d = 1e-300 }
            c = b + factor / c
            if abs(c) < 1e-300 { c = 1e-300 }
            d = 1 / d
            let change = d * c
            result *= change
            if abs(change - 1) < 3e-16 { break }
        }
        return result
    }
}
