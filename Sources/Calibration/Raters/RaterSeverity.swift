public import Statistics

/// How far each rater's drafts sit above or below what was expected of them, shrunken towards nothing.
///
/// Empirical Bayes by the method of moments: one-way analysis of variance with unequal groups. Units: rating points.
/// Source: `docs/methods.md`, "Severity of drafts"; Searle, Casella and McCulloch (1992) for the moments.
public struct RaterSeverity: Sendable, Hashable {
    /// The smallest team that can raise a cue.
    public static let fewestDrafts = 5
    /// The fewest raters that make a comparison.
    public static let fewestRaters = 4
    /// Differences below this are read as the same scale.
    public static let tolerance = 0.25
    /// How sure it has to be that the difference is larger than the tolerance.
    public static let certainty = 0.80

    /// The mean of all differences.
    public let grand: Double
    /// Variance inside the teams.
    public let withinVariance: Double
    /// Variance between raters, beyond what the variance inside explains.
    public let betweenVariance: Double
    /// Each rater, by key.
    public let raters: [String: Standing]

    /// One rater's drafts against all.
    public struct Standing: Sendable, Hashable {
        /// How many drafts.
        public let count: Int
        /// Their mean less the mean of all.
        public let deviation: Double
        /// The deviation as far as it can be told from chance.
        public let estimate: Double
        /// How sure the estimate is.
        public let spread: Double
        /// Which share of the deviation is believed.
        public let shrinkage: Double
        /// The deviation in standard errors.
        public let t: Double
        /// Probability of a deviation as large where there is none.
        public let p: Double
        /// Probability that the drafts sit higher by more than the tolerance.
        public let probabilityHigher: Double
        /// Probability that they sit lower by more than the tolerance.
        public let probabilityLower: Double
        /// True when it is worth a question in the room.
        public fileprivate(set) var isCue = false

        /// Where the difference lies, 95 %.
        public var interval: Interval {
            let reach = NormalDistribution.z95 * spread
            return Interval(low: estimate - reach, high: estimate + reach)
        }
    }

    /// Compares raters; nil with fewer than two of them, or no more drafts than raters.
    ///
    /// - Parameters:
    ///   - differences: per rater, each draft less what evidence lets expect; the drafts themselves where nothing does.
    ///   - q: the share of false cues that is accepted.
    public init?(_ differences: [String: [Double]], q: Double = 0.10) {
        let groups = differences.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        let all = groups.flatMap(\.value)
        let (n, j) = (Double(all.count), Double(groups.count))
        guard groups.count >= 2, all.count > groups.count, let grand = Sample.mean(all) else { return nil }
        let means = groups.map { Sample.mean($0.value) ?? 0 }
        let within =
            zip(groups, means).reduce(0) { sum, pair in
                sum + pair.0.value.reduce(0) { $0 + ($1 - pair.1) * ($1 - pair.1) }
            } / (n - j)
        let sizes = groups.map { Double($0.value.count) }
        let typical = (n - sizes.reduce(0) { $0 + $1 * $1 } / n) / (j - 1)
        let between = zip(sizes, means).reduce(0) { $0 + $1.0 * ($1.1 - grand) * ($1.1 - grand) } / (j - 1)
        let spread = max(0, (between - within) / typical)
        let student = StudentDistribution(freedom: n - j)
        var standings = zip(sizes, means).map { size, mean in
            Standing(size: size, deviation: mean - grand, within: within, between: spread, student: student)
        }
        let rejected = ManyTests.benjaminiHochberg(standings.map(\.p), q: q).reject
        for place in standings.indices {
            let standing = standings[place]
            standings[place].isCue =
                rejected[place] && groups.count >= Self.fewestRaters && standing.count >= Self.fewestDrafts
                && max(standing.probabilityHigher, standing.probabilityLower) >= Self.certainty
        }
        self.grand = grand
        withinVariance = within
        betweenVariance = spread
        raters = Dictionary(uniqueKeysWithValues: zip(groups.map(\.key), standings))
    }
}

extension RaterSeverity.Standing {
    fileprivate init(size: Double, deviation: Double, within: Double, between: Double, student: StudentDistribution) {
        let error = (within / size).squareRoot()
        let whole = between + within / size
        shrinkage = whole > 0 ? between / whole : 0
        estimate = shrinkage * deviation
        spread = (shrinkage * within / size).squareRoot()
        t = error > 0 ? deviation / error : deviation == 0 ? 0 : deviation > 0 ? .infinity : -.infinity
        p = t.isInfinite ? 0 : student.twoSided(t)
        count = Int(size)
        self.deviation = deviation
        let tolerance = RaterSeverity.tolerance
        let (middle, width) = (estimate, spread)
        func above(_ distance: Double) -> Double {
            width > 0 ? NormalDistribution.tail(distance / width) : distance < 0 ? 1 : 0
        }
        probabilityHigher = above(tolerance - middle)
        probabilityLower = above(middle + tolerance)
    }
}
