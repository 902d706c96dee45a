public import Ladder
public import Workspace

/// Where somebody's pay lies in the range of their level.
///
/// Source: `docs/methods.md`, "Pay".
public struct BandPosition: Sendable, Hashable {
    /// Base pay as for full time, against the middle of the range.
    public let compaRatio: Double
    /// How far into the range it lies, 0 at the lower end and 1 at the upper; nil where the range has no width.
    public let penetration: Double?
    /// Where it lies, in words.
    public let words: String

    /// Holds pay against a range; nil where the currencies differ.
    public init?(_ pay: Pay, in range: PayRange) {
        guard pay.currency == nil || pay.currency == range.currency, range.middle > 0 else { return nil }
        let base = pay.fullTimeBase
        let position = PayPosition(pay: base, minimum: range.lower, midpoint: range.middle, maximum: range.upper)
        guard let ratio = position.compaRatio else { return nil }
        compaRatio = ratio
        penetration = position.rangePenetration
        words =
            if position.isBelow {
                "below the range; ask people operations why, they have to say"
            } else if position.isAbove {
                "above the range"
            } else {
                switch position.rangePenetration ?? 0 {
                case ..<(1.0 / 3): "in the first third of the range"
                case ..<(2.0 / 3): "in the middle third of the range"
                default: "in the last third of the range"
                }
            }
    }
}
