import Statistics

/// How much more often a word stands in one group's texts than in another's, with a prior that calms rare words.
///
/// Source: Monroe, Colaresi and Quinn (2008), log-odds ratio with an informative Dirichlet prior.
public struct WordLogOdds: Sendable, Hashable {
    /// From this |z| on, after correction for the number of words, a word is worth a look.
    public static let limit = 1.96

    /// One word.
    public struct Word: Sendable, Hashable {
        /// Log-odds in the first group less log-odds in the second.
        public let delta: Double
        /// The same in standard errors.
        public let z: Double
        /// Probability of a `z` as far from 0 where both groups use the word alike.
        public var p: Double { NormalDistribution.twoSided(z) }
    }

    /// Every word of the prior.
    public let words: [String: Word]

    /// Compares counts of words; words without a positive prior are left out.
    ///
    /// Shape: `prior` holds pseudo-counts, usually a tenth of the counts of both groups together.
    public init(_ first: [String: Double], _ second: [String: Double], prior: [String: Double]) {
        let keys = prior.filter { $0.value > 0 }.map(\.key).sorted()
        func whole(_ counts: [String: Double]) -> Double { keys.reduce(0) { $0 + (counts[$1] ?? 0) } }
        let (n, m, a) = (whole(first), whole(second), whole(prior))
        var words: [String: Word] = [:]
        for key in keys {
            let weight = prior[key] ?? 0
            let (x, y) = ((first[key] ?? 0) + weight, (second[key] ?? 0) + weight)
            let (restX, restY) = (n + a - x, m + a - y)
            guard restX > 0, restY > 0 else { continue }
            let delta = Exponential.log(x / restX) - Exponential.log(y / restY)
            words[key] = Word(delta: delta, z: delta / (1 / x + 1 / y).squareRoot())
        }
        self.words = words
    }

    /// Words that stand out after correction for their number, by name.
    public func standingOut(q: Double = 0.10) -> [String] {
        let sorted = words.sorted { $0.key < $1.key }
        let rejected = ManyTests.benjaminiHochberg(sorted.map(\.value.p), q: q).reject
        return zip(sorted, rejected).filter { $1 && abs($0.value.z) >= Self.limit }.map(\.0.key)
    }
}
