import Statistics

/// Ratings as what a person shows, how severely a rater reads, and where a scale's steps lie.
///
/// log P(k)/P(k−1) = person − severity − threshold k; the most probable values under normal priors, thresholds centred.
/// Newton's method on a convex objective; persons are eliminated, so the work grows with raters alone. Units: logits.
/// Source: Andrich (1978), Linacre (1989); `docs/methods.md`, "Second ratings".
public struct ManyFacetRasch: Sendable, Hashable {
    /// One rating, everything counted from 0.
    public struct Rating: Sendable, Hashable {
        /// Who is rated.
        public let person: Int
        /// Who rates.
        public let rater: Int
        /// The category.
        public let category: Int

        /// Joins the three.
        public init(person: Int, rater: Int, category: Int) {
            self.person = person
            self.rater = rater
            self.category = category
        }
    }

    /// How far values usually lie from 0, before anything was rated.
    public struct Priors: Sendable, Hashable {
        /// Persons.
        public var person = 1.5
        /// Raters.
        public var rater = 1.0
        /// Thresholds.
        public var threshold = 5.0

        /// The usual ones.
        public init() {}
    }

    /// What each person shows.
    public private(set) var persons: [Double]
    /// How severely each rater reads; higher is stricter.
    public private(set) var raters: [Double]
    /// Where each step of the scale lies, from the first to the last; their mean is 0.
    public private(set) var thresholds: [Double]
    /// How sure each severity is: standard deviation around the most probable value.
    public private(set) var raterSpreads: [Double]
    /// What was made as small as possible: minus the logarithm of likelihood and priors, without constants.
    public private(set) var objective: Double

    /// Fits; nil when a rating points outside, or there is nothing to fit.
    public init?(ratings: [Rating], persons: Int, raters: Int, categories: Int = 5, priors: Priors = Priors()) {
        guard categories >= 2, persons > 0, raters > 0, !ratings.isEmpty,
            ratings.allSatisfy({
                (0..<persons).contains($0.person) && (0..<raters).contains($0.rater)
                    && (0..<categories).contains($0.category)
            })
        else { return nil }
        self.persons = Array(repeating: 0, count: persons)
        self.raters = Array(repeating: 0, count: raters)
        thresholds = Array(repeating: 0, count: categories - 1)
        raterSpreads = Array(repeating: priors.rater, count: raters)
        objective = 0
        objective = value(of: ratings, priors)
        for _ in 0..<60 {
            guard var step = RaschStep(self, ratings, priors) else { break }
            if step.size < 1e-11 { break }
            var next = moved(by: step, 1)
            var share = 1.0
            while next.value(of: ratings, priors) > objective + 1e-12 * abs(objective), share > 1e-6 {
                share /= 2
                next = moved(by: step, share)
            }
            next.objective = next.value(of: ratings, priors)
            let gain = objective - next.objective
            self = next
            step.size *= share
            if step.size < 1e-9, gain < 1e-13 * max(1, abs(objective)) { break }
        }
        if let last = RaschStep(self, ratings, priors) { raterSpreads = last.raterSpreads }
    }

    /// What a rater of this severity would be expected to give, in categories from 0.
    public func expected(person: Double, severity: Double) -> Double {
        probabilities(person - severity).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    }

    /// Probabilities of the categories at a place on the scale.
    func probabilities(_ place: Double) -> [Double] {
        var exponents = [0.0]
        exponents.reserveCapacity(thresholds.count + 1)
        for threshold in thresholds { exponents.append((exponents.last ?? 0) + place - threshold) }
        let highest = exponents.max() ?? 0
        let weights = exponents.map { Exponential.of($0 - highest) }
        let whole = weights.reduce(0, +)
        return weights.map { $0 / whole }
    }

    private func value(of ratings: [Rating], _ priors: Priors) -> Double {
        var value = 0.0
        for rating in ratings {
            let share = probabilities(persons[rating.person] - raters[rating.rater])[rating.category]
            value -= Exponential.log(max(share, 1e-300))
        }
        func prior(_ values: [Double], _ spread: Double) -> Double {
            values.reduce(0) { $0 + $1 * $1 } / (2 * spread * spread)
        }
        return value + prior(persons, priors.person) + prior(raters, priors.rater)
            + prior(thresholds, priors.threshold)
    }

    private func moved(by step: RaschStep, _ share: Double) -> ManyFacetRasch {
        var next = self
        for place in persons.indices { next.persons[place] -= share * step.persons[place] }
        for place in raters.indices { next.raters[place] -= share * step.raters[place] }
        for place in thresholds.indices { next.thresholds[place] -= share * step.thresholds[place] }
        return next
    }
}
