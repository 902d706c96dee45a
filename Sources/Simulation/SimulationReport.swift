public import Statistics

/// How often the clock was wrong, and how soon it was right, in made-up companies.
public struct SimulationReport: Sendable, Hashable, Codable {
    /// Which parts of the clock were in use.
    public let row: Ablation
    /// How rounds of requests were timed.
    public let timing: SimulationRule.Timing
    /// How many companies.
    public let organisations: Int
    /// How many people in each.
    public let people: Int
    /// The seed of the first company.
    public let seed: UInt64
    /// People at their level: who was ever found at the next one by mistake, in two years.
    public let alarms: [Alarm]
    /// People who grew: who was found, how soon.
    public let growth: [Found]
    /// Share found in a year in quiet roles over that in visible ones; nil where either has nobody.
    public let quietOverVisible: Double?
    /// Requests a person and year.
    public let requestsAYear: Double
    /// How the fast looks compare with the level clock's own.
    public let check: Check

    /// A group of people at their level.
    public struct Alarm: Sendable, Hashable, Codable {
        /// What kind of people.
        public let persona: Persona
        /// True for those in teams that praise more readily.
        public let isInLenientTeam: Bool
        /// Share ever found at the next level.
        public let rate: ClusteredRate
    }

    /// A group of people who grew.
    public struct Found: Sendable, Hashable, Codable {
        /// What kind of people.
        public let persona: Persona
        /// Share found within 26 weeks.
        public let halfYear: ClusteredRate
        /// Share found within 52 weeks.
        public let year: ClusteredRate
        /// Share found within 76 weeks.
        public let yearAndAHalf: ClusteredRate
    }

    /// Looks repeated with `LevelClock.assess`.
    public struct Check: Sendable, Hashable, Codable {
        /// How many were repeated.
        public var looks = 0
        /// In how many state and certainty were the same.
        public var same = 0
    }
}

/// A share of people of several companies, and where it lies when companies differ.
public struct ClusteredRate: Sendable, Hashable, Codable {
    /// How many had it.
    public let count: Int
    /// How many people there were.
    public let total: Int
    /// The share.
    public let rate: Double
    /// Standard error over companies.
    public let error: Double
    /// Where it lies, 95 %.
    public let interval: Interval

    /// Joins the companies' counts; nil where there is nobody.
    ///
    /// Source: ratio estimator over clusters (Cochran 1977, 6.4); Wilson's interval with as many people as the error is
    /// worth (Korn and Graubard 1998).
    public init?(_ companies: [(count: Int, total: Int)]) {
        count = companies.reduce(0) { $0 + $1.count }
        total = companies.reduce(0) { $0 + $1.total }
        guard total > 0 else { return nil }
        let share = Double(count) / Double(total)
        rate = share
        let binomial = share * (1 - share) / Double(total)
        let k = Double(companies.count)
        let squares = companies.reduce(0) { sum, one in
            let rest = Double(one.count) - share * Double(one.total)
            return sum + rest * rest
        }
        let clustered = k > 1 ? squares * k / (k - 1) / (Double(total) * Double(total)) : 0
        // Companies that happen to be more alike than chance allows do not make the interval narrower.
        let variance = max(binomial, clustered)
        error = variance.squareRoot()
        let worth = variance > 0 ? Double(total) * binomial / variance : Double(total)
        interval = Proportion.wilson(rate: share, people: worth)
    }
}
