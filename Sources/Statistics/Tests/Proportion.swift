/// So many of so many.
public struct Proportion: Sendable, Hashable {
    /// How many have it.
    public let count: Int
    /// How many there are.
    public let total: Int

    /// Takes both; a count outside 0...total is brought inside.
    public init(_ count: Int, of total: Int) {
        self.total = max(0, total)
        self.count = min(max(0, count), self.total)
    }

    /// The share; nil of nothing.
    public var rate: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// Where the share lies, 95 %; 0 to 1 of nothing.
    ///
    /// Source: Wilson (1927).
    public var wilson: Interval {
        guard let rate else { return Interval(low: 0, high: 1) }
        return Self.wilson(rate: rate, people: Double(total))
    }

    /// Where a share lies, 95 %, that rests on so many people, or on what they are worth.
    ///
    /// Source: Wilson (1927).
    public static func wilson(rate: Double, people: Double) -> Interval {
        guard people > 0 else { return Interval(low: 0, high: 1) }
        let z2 = NormalDistribution.z95 * NormalDistribution.z95
        let middle = (rate + z2 / (2 * people)) / (1 + z2 / people)
        let reach =
            NormalDistribution.z95 * (rate * (1 - rate) / people + z2 / (4 * people * people)).squareRoot()
            / (1 + z2 / people)
        return Interval(
            low: rate <= 0 ? 0 : max(0, middle - reach),
            high: rate >= 1 ? 1 : min(1, middle + reach)
        )
    }
}

/// Two shares compared.
public struct ProportionComparison: Sendable, Hashable {
    /// The first.
    public let first: Proportion
    /// The second.
    public let second: Proportion

    /// Takes both.
    public init(_ first: Proportion, _ second: Proportion) {
        self.first = first
        self.second = second
    }

    /// First share less second; nil where either has nobody.
    public var difference: Double? { first.rate.flatMap { one in second.rate.map { one - $0 } } }

    /// Where the difference lies, 95 %; nil where either has nobody.
    ///
    /// Source: Newcombe (1998), hybrid of Wilson's intervals.
    public var newcombe: Interval? {
        guard let one = first.rate, let other = second.rate else { return nil }
        let (a, b) = (first.wilson, second.wilson)
        func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        return Interval(
            low: one - other - root(one - a.low, b.high - other),
            high: one - other + root(a.high - one, other - b.low)
        )
    }

    /// The difference in standard errors of the pooled share; 0 where all or none have it.
    public var z: Double {
        guard let difference else { return 0 }
        let (n, m) = (Double(first.total), Double(second.total))
        let pooled = (Double(first.count) + Double(second.count)) / (n + m)
        let variance = pooled * (1 - pooled) * (1 / n + 1 / m)
        return variance > 0 ? difference / variance.squareRoot() : 0
    }

    /// Probability of a `z` as far from 0 where the shares are the same.
    public var zP: Double { NormalDistribution.twoSided(z) }

    /// First share over the second; nil where either has nobody or the second is 0.
    public var ratio: Double? {
        guard let one = first.rate, let other = second.rate, other > 0 else { return nil }
        return one / other
    }

    /// Where the ratio lies, 95 %; nil where either count is 0.
    ///
    /// Source: Katz, Baptista, Azen and Pike (1978), logarithmic.
    public var katz: Interval? {
        guard let ratio, first.count > 0, second.count > 0 else { return nil }
        func part(_ one: Proportion) -> Double { 1 / Double(one.count) - 1 / Double(one.total) }
        let reach = NormalDistribution.z95 * max(0, part(first) + part(second)).squareRoot()
        return Interval(low: ratio * Exponential.of(-reach), high: ratio * Exponential.of(reach))
    }

    /// Fisher's exact probability, two-sided: all tables that are no likelier than this one.
    ///
    /// Weights go step by step from the likeliest table, so that large counts lose no digits.
    public var fisherP: Double {
        let drawn = first.total
        let marked = first.count + second.count
        let all = first.total + second.total
        guard drawn > 0, second.total > 0, marked > 0, marked < all else { return 1 }
        let low = max(0, drawn - (all - marked))
        let high = min(drawn, marked)
        // Odds of the next table: (marked - k)(drawn - k) / ((k + 1)(all - marked - drawn + k + 1)).
        func rise(_ k: Int) -> Double {
            Double(marked - k) * Double(drawn - k) / (Double(k + 1) * Double(all - marked - drawn + k + 1))
        }
        let mode = min(high, max(low, Int(Double(drawn + 1) * Double(marked + 1) / Double(all + 2))))
        var seen = 1.0
        if first.count >= mode {
            for k in mode..<first.count { seen *= rise(k) }
        } else {
            for k in first.count..<mode { seen /= rise(k) }
        }
        let limit = seen * (1 + 1e-9)
        var whole = 1.0
        var extreme = limit >= 1 ? 1.0 : 0
        var weight = 1.0
        for k in mode..<high {
            weight *= rise(k)
            whole += weight
            if weight <= limit { extreme += weight }
            if weight == 0 { break }
        }
        weight = 1
        for k in stride(from: mode - 1, through: low, by: -1) {
            weight /= rise(k)
            whole += weight
            if weight <= limit { extreme += weight }
            if weight == 0 { break }
        }
        return min(1, extreme / whole)
    }
}
