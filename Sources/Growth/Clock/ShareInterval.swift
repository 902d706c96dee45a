public import Statistics

/// A range of shares between 0 and 1.
public struct ShareInterval: Sendable, Hashable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// Joins the two ends.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}

extension BetaDistribution {
    /// The interval that holds `mass` of the probability, the same left out at both ends.
    public func interval(_ mass: Double = 0.80) -> ShareInterval {
        let range = centralInterval(mass)
        return ShareInterval(low: range.low, high: range.high)
    }
}
