/// Where pay lies in its band.
public struct PayPosition: Sendable, Hashable {
    /// Pay over the midpoint; nil where that is not above 0.
    public let compaRatio: Double?
    /// How far pay has come from the lower end to the upper, 0 to 1 inside; nil where both ends are one.
    public let rangePenetration: Double?
    /// True under the lower end.
    public let isBelow: Bool
    /// True over the upper end.
    public let isAbove: Bool

    /// Places pay in a band.
    public init(pay: Double, minimum: Double, midpoint: Double, maximum: Double) {
        compaRatio = midpoint > 0 ? pay / midpoint : nil
        rangePenetration = maximum == minimum ? nil : (pay - minimum) / (maximum - minimum)
        isBelow = pay < minimum
        isAbove = pay > maximum
    }
}

/// How far the bands of the two tracks lie apart.
public struct BandParity: Sendable, Hashable {
    /// The largest difference of lower end, middle and upper end, as a share of the individual contributors' band.
    public let maximumDeviation: Double
    /// Managers' midpoint less the individual contributors', as a share of the latter.
    public let midpointGap: Double
    /// What both bands cover, as a share of what either covers.
    public let overlap: Double
    /// True when the largest difference is within the tolerance.
    public let isParity: Bool
    /// The largest difference as a share of whichever band is lower there: the same when the tracks change names.
    public let spread: Double
    /// How far the higher midpoint lies above the lower, as a share of the lower.
    public let midpointSpread: Double
    /// True when the difference is over the tolerance whichever track is taken as the hundred.
    public let isApart: Bool

    /// Compares two bands, each lower end, middle, upper end.
    ///
    /// Units: any, the same for both; shares are 0 where the base is not above 0.
    public init(
        ic: (minimum: Double, midpoint: Double, maximum: Double),
        management: (minimum: Double, midpoint: Double, maximum: Double),
        tolerance: Double
    ) {
        let pairs = [
            (ic.minimum, management.minimum), (ic.midpoint, management.midpoint), (ic.maximum, management.maximum),
        ]
        func share(_ part: Double, of base: Double) -> Double { base > 0 ? part / base : part == 0 ? 0 : .infinity }
        func largest(_ base: (Double, Double) -> Double) -> Double {
            pairs.map { share(abs($1 - $0), of: base($0, $1)) }.max() ?? 0
        }
        maximumDeviation = largest { ic, _ in ic }
        midpointGap = share(management.midpoint - ic.midpoint, of: ic.midpoint)
        let either = max(ic.maximum, management.maximum) - min(ic.minimum, management.minimum)
        let both = min(ic.maximum, management.maximum) - max(ic.minimum, management.minimum)
        overlap = either > 0 ? max(0, both) / either : pairs.allSatisfy { $0 == $1 } ? 1 : 0
        // 98 of 100 is two per cent, whatever a Double makes of it.
        let limit = tolerance + 1e-9
        isParity = maximumDeviation <= limit
        spread = largest { min($0, $1) }
        midpointSpread = share(
            abs(management.midpoint - ic.midpoint),
            of: min(ic.midpoint, management.midpoint)
        )
        isApart = maximumDeviation > limit && largest { _, management in management } > limit
    }
}
