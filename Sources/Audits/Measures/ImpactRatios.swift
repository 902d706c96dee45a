public import Statistics

/// Rates of a selection by group, each against the highest.
///
/// Source: 29 CFR 1607.4 D (four-fifths); New York City Local Law 144; Katz et al. 1978.
public struct ImpactRatios: Sendable, Hashable {
    /// One group against the reference.
    public struct Category: Sendable, Hashable {
        /// Selected, of all.
        public let selected: Proportion
        /// Rate over the reference's rate; nil where either is missing or the reference's is 0.
        public let impactRatio: Double?
        /// Where the ratio lies, 95 %; nil where nobody was selected on either side.
        public let interval: Interval?
        /// True under four fifths.
        public let isUnderFourFifths: Bool
        /// Fisher's exact probability, two-sided; 1 for the reference itself.
        public let fisherP: Double
        /// True when one selection more here and one fewer in the reference make four fifths.
        public let flips: Bool
    }

    /// Every group's figures.
    public let categories: [String: Category]
    /// The group with the highest rate, the first by name of equals, groups under 2 % left out; nil of nobody.
    public let reference: String?
    /// Groups under 2 % of all, by name.
    public let under2Percent: [String]

    /// The share under which there is evidence of adverse impact.
    public static let fourFifths = 0.8

    /// Compares selections of groups; groups without people are left out.
    public init(_ groups: [String: Proportion]) {
        let present = groups.filter { $0.value.total > 0 }
        let all = present.values.reduce(0) { $0 + $1.total }
        let small = Set(present.filter { Double($0.value.total) < 0.02 * Double(all) }.keys)
        under2Percent = small.sorted()
        let order = present.keys.sorted()
        func rate(_ name: String) -> Double { present[name]?.rate ?? 0 }
        let candidates = order.filter { !small.contains($0) }
        let highest = candidates.map(rate).max()
        let best = candidates.first { rate($0) == highest }
        reference = best
        guard let best, let top = present[best] else {
            categories = [:]
            return
        }
        categories = present.reduce(into: [:]) { found, entry in
            let isReference = entry.key == best
            let compared = ProportionComparison(entry.value, top)
            let ratio = compared.ratio
            found[entry.key] = Category(
                selected: entry.value,
                impactRatio: ratio,
                interval: compared.katz,
                isUnderFourFifths: (ratio ?? 1) < Self.fourFifths,
                fisherP: isReference ? 1 : compared.fisherP,
                flips: Self.flips(entry.value, top)
            )
        }
    }

    private static func flips(_ one: Proportion, _ top: Proportion) -> Bool {
        let more = Double(min(one.count + 1, one.total)) / Double(max(1, one.total))
        let fewer = Double(max(top.count - 1, 0)) / Double(max(1, top.total))
        return fewer <= 0 || more / fewer >= fourFifths
    }
}

/// The share of each group whose score lies strictly above everybody's median.
///
/// Source: New York City Local Law 144, "scoring rate".
public struct ScoringRates: Sendable, Hashable {
    /// Everybody's median; nil of nobody.
    public let median: Double?
    /// The share above it, by group.
    public let rates: [String: Double]
    /// Each rate over the highest; nil where that is 0.
    public let impactRatios: [String: Double?]
    /// The group with the highest rate, the first by name of equals.
    public let reference: String?

    /// Rates of groups; scores and groups one by one for each person.
    public init(scores: [Double], groups: [String]) {
        let middle = Sample.median(Array(zip(scores, groups)).map(\.0))
        var counts: [String: (above: Int, all: Int)] = [:]
        for (score, group) in zip(scores, groups) {
            counts[group, default: (0, 0)].all += 1
            if let middle, score > middle { counts[group, default: (0, 0)].above += 1 }
        }
        let rates = counts.mapValues { Double($0.above) / Double($0.all) }
        let highest = rates.values.max()
        median = middle
        self.rates = rates
        reference = rates.keys.sorted().first { rates[$0] == highest }
        impactRatios = rates.mapValues { rate in highest.flatMap { $0 > 0 ? rate / $0 : nil } }
    }
}
