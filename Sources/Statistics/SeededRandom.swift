#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Random numbers that are the same on every run, for simulations and made-up data.
///
/// Source: SplitMix64 (Steele, Lea and Flood 2014).
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts from a seed.
    public init(_ seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, 1.
    public mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number of the normal distribution with mean 0 and spread 1, after Box and Muller.
    public mutating func normal() -> Double {
        (-2 * log(1 - share())).squareRoot() * cos(2 * Double.pi * share())
    }

    /// A count of rare events with this mean.
    public mutating func poisson(_ mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        guard mean < 30 else { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
        let limit = exp(-mean)
        var product = share()
        var count = 0
        while product > limit {
            product *= share()
            count += 1
        }
        return count
    }
}
