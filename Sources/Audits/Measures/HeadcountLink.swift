public import Statistics

/// How level, or pay, goes with headcount once scope is taken out.
///
/// Source: `docs/methods.md`, "Headcount". Partial Spearman; it speaks from 30 people on.
public struct HeadcountLink: Sendable, Hashable {
    /// The correlation, its interval, and how many people.
    public let correlation: PartialSpearman

    /// With fewer people it says nothing.
    public static let leastPeople = 30
    /// The lower end of the interval has to lie above.
    public static let bound = 0.10

    /// Relates level or pay to headcount given scope.
    public init(outcome: [Double], headcount: [Double], scope: [Double]) {
        correlation = PartialSpearman(outcome, headcount, given: [scope])
    }

    /// True with at least 30 people and a lower end above .10.
    public var isFlagged: Bool {
        guard let interval = correlation.interval else { return false }
        return correlation.count >= Self.leastPeople && interval.low > Self.bound
    }
}
