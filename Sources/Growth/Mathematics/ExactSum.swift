/// A sum whose result does not depend on the order in which its parts came.
///
/// Units: parts count in steps of 2⁻⁹⁰, so that every weight the clock can make (2⁻³⁸ and more) is kept exactly; the
/// steps are a whole number of 128 bits, kept in two halves because that is faster.
struct ExactSum {
    private static let scale = 0x1p90
    /// No weight comes near it; it keeps a broken input from overflowing the sum.
    private static let limit = 0x1p20
    private var high: Int64 = 0
    private var low: UInt64 = 0

    /// The sum.
    var value: Double { (Double(high) * 0x1p64 + Double(low)) / Self.scale }

    /// Adds a part; what is no number adds nothing.
    mutating func add(_ part: Double) {
        guard part.isFinite else { return }
        let steps = min(max(part, -Self.limit), Self.limit) * Self.scale
        let upper = (steps * 0x1p-64).rounded(.down)
        let (sum, carries) = low.addingReportingOverflow(UInt64(steps - upper * 0x1p64))
        low = sum
        high &+= Int64(upper) &+ (carries ? 1 : 0)
    }
}
