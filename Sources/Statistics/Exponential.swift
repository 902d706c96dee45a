#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Powers and logarithms of e, so that modules above need no C library.
public enum Exponential {
    /// e to the power of `x`.
    public static func of(_ x: Double) -> Double { exp(x) }
    /// e to the power of `x`, less 1; exact near 0.
    public static func lessOne(_ x: Double) -> Double { expm1(x) }
    /// The natural logarithm.
    public static func log(_ x: Double) -> Double { natural(x) }
    /// The inverse of the hyperbolic tangent.
    public static func artanh(_ x: Double) -> Double { atanh(x) }
    /// The hyperbolic tangent.
    public static func tanh(_ x: Double) -> Double { hyperbolic(x) }
}

private func natural(_ x: Double) -> Double { log(x) }
private func hyperbolic(_ x: Double) -> Double { tanh(x) }
