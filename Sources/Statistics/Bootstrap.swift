/// Where a figure lies, found by drawing people anew, with all that belongs to each of them.
///
/// Source: Efron (1979), percentile interval; whole people are drawn because what belongs to one person goes together.
public struct Bootstrap: Sendable, Hashable {
    /// The figure itself.
    public let value: Double
    /// Where it lies, 95 % unless told.
    public let interval: Interval
    /// Standard deviation over the draws.
    public let error: Double
    /// Draws in which the figure could be worked out.
    public let draws: Int

    /// Draws people with replacement, again and again; nil where the figure cannot be had in half of the draws.
    ///
    /// - Parameters:
    ///   - people: what belongs to each person
    ///   - draws: how many times
    ///   - confidence: how much of the draws the interval holds
    ///   - seed: the same seed gives the same interval
    ///   - figure: the figure of all rows together; nil where it cannot be worked out
    public init?<Row>(
        _ people: [[Row]],
        draws: Int = 1000,
        confidence: Double = 0.95,
        seed: UInt64 = 1,
        figure: ([Row]) -> Double?
    ) {
        guard let value = figure(people.flatMap { $0 }), draws > 1 else { return nil }
        var random = SeededRandom(seed)
        var drawn: [Double] = []
        var rows: [Row] = []
        for _ in 0..<draws {
            rows.removeAll(keepingCapacity: true)
            for _ in people.indices { rows += people[Int.random(in: people.indices, using: &random)] }
            if let found = figure(rows), found.isFinite { drawn.append(found) }
        }
        guard 2 * drawn.count >= draws, let variance = Sample.variance(drawn) else { return nil }
        drawn.sort()
        let outside = (1 - confidence) / 2
        guard let low = Sample.quantileOfSorted(drawn, outside), let high = Sample.quantileOfSorted(drawn, 1 - outside)
        else { return nil }
        self.value = value
        interval = Interval(low: low, high: high)
        error = variance.squareRoot()
        self.draws = drawn.count
    }
}
