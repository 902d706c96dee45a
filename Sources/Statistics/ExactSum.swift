/// A sum whose result does not depend on the order in which its parts came.
///
/// Units: parts count in steps of 2⁻⁹⁰, so that every weight the clock can make (2⁻³⁸ and more) is kept exactly; the
/// steps are a whole number of 128 bits, kept in two halves because that is faster.
@frozen public struct ExactSum: Sendable {
    @usableFromInline var high: Int64 = 0
    @usableFromInline var low: UInt64 = 0

    /// The sum of nothing.
    @inlinable public init() {}

    /// The sum.
    @inlinable public var value: Double { (Double(high) * 0x1p64 + Double(low)) / 0x1p90 }

    /// Adds a part; what is no number adds nothing, and ±2²⁰ is the most that a part can be.
    @inlinable public mutating func add(_ part: Double) {
        guard part.isFinite else { return }
        let steps = min(max(part, -0x1p20), 0x1p20) * 0x1p90
        let upper = (steps * 0x1p-64).rounded(.down)
        let (sum, carries) = low.addingReportingOverflow(UInt64(steps - upper * 0x1p64))
        low = sum
        high &+= Int64(upper) &+ (carries ? 1 : 0)
    }
}
