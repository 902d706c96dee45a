/// The interval in which the mean of what colleagues saw lies, drawn between two levels.
///
/// Shape: geometry for a drawing 320 units wide; nothing on the page states a share in figures.
/// Units: shares, 0 (all of it present-level work) to 1 (all of it next-level work).
/// Source: `docs/methods.md`, "The clock": the 80 % interval of the posterior mean.
public struct MeanBand: Sendable, Hashable {
    /// The level at the left end.
    public let level: Int
    /// The level at the right end.
    public let next: Int
    /// What the drawing says, for those who do not see it.
    public let description: Words
    /// Where the band begins.
    let bandX: String
    /// How wide the band is.
    let bandWidth: String
    /// Where the mean is marked.
    let meanX: String
    /// Where the line is that most of the band should pass.
    let lineX: String

    /// Draws an interval; ends outside 0…1 are moved to the nearest end.
    ///
    /// - Parameters:
    ///   - low: the lower end of the 80 % interval.
    ///   - high: the upper end.
    ///   - mean: the mean.
    ///   - line: the share above which work counts as the next level's (tau).
    ///   - level: the present level.
    ///   - next: the next level.
    public init(low: Double, high: Double, mean: Double, line: Double, level: Int, next: Int) {
        func held(_ share: Double) -> Double { share.isNaN ? 0 : min(1, max(0, share)) }
        let ends = (min(held(low), held(high)), max(held(low), held(high)))
        self.level = level
        self.next = next
        bandX = Self.units(ends.0)
        bandWidth = Self.width(ends.1 - ends.0)
        meanX = Self.units(held(mean))
        lineX = Self.units(held(line))
        description =
            if ends.0 > line {
                "The likely range of what colleagues saw, between level \(level) and level \(next), lies wholly beyond the line towards level \(next)."
            } else if ends.1 < line {
                "The likely range of what colleagues saw, between level \(level) and level \(next), lies wholly on the level \(level) side of the line."
            } else {
                "The likely range of what colleagues saw, between level \(level) and level \(next), lies on both sides of the line, so it can still be either."
            }
    }

    /// The drawing leaves 10 units on either side.
    private static func units(_ share: Double) -> String { decimal(10 + share * 300) }
    /// Never narrower than a visible stroke.
    private static func width(_ share: Double) -> String { decimal(max(4, share * 300)) }

    /// One decimal, the same in every locale.
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
