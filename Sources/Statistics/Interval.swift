/// A range of values, both ends included.
public struct Interval: Sendable, Hashable, Codable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// Joins the two ends.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// True when 0 lies outside.
    public var excludesZero: Bool { low > 0 || high < 0 }

    /// The same range with the ends mapped; a mapping that turns the order round keeps the lower end below.
    public func mapped(_ change: (Double) -> Double) -> Interval {
        let ends = (change(low), change(high))
        return Interval(low: min(ends.0, ends.1), high: max(ends.0, ends.1))
    }
}
