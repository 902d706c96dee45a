public import Statistics

/// How the clock would have read before moves that are known, against what anybody could have counted.
public struct BacktestReport: Sendable, Hashable, Codable {
    /// What was asked.
    public let plan: PlanFacts
    /// Who was looked at, and who could not be.
    public let sample: SampleFacts
    /// Every forecast, the headline first, then by area.
    public let forecasts: [ForecastReport]
    /// The plain count with the greatest area; chosen afterwards, which favours it.
    public let bestCount: String?
    /// The headline's area less that of the best plain count.
    public let margin: Margin?
    /// Clock and calls together, less the best plain count.
    public let marginTogether: Margin?
    /// Each cutoff by itself.
    public let cutoffs: [CutoffFacts]
    /// The headline's area among those who wrote least, middling and most on each day.
    public let thirds: [Double?]
    /// How many candidates were in each state, and how many of them moved.
    public let states: [StateFacts]
    /// How long before the move the clock first said something.
    public let leadTimes: [LeadTime]
    /// The headline's certainty as it reads, against what happened.
    public let asRead: ReliabilityTable?
    /// Its Brier score; certainty is about the work, not about a move, so this is no fault of the clock.
    public let asReadBrier: Double?
    /// The headline fitted on other people, against what happened.
    public let fitted: ReliabilityTable?
    /// The Brier score of whoever always says the share of all who moved.
    public let baseBrier: Double

    /// A difference and where it lies.
    public struct Margin: Sendable, Hashable, Codable {
        /// The difference.
        public let value: Double
        /// Where it lies, drawing people anew.
        public let interval: Interval?
    }

    /// One cutoff.
    public struct CutoffFacts: Sendable, Hashable, Codable {
        /// The day.
        public let cutoff: String
        /// Candidates.
        public let candidates: Int
        /// How many of them moved.
        public let moved: Int
        /// The area of each forecast by name; none where nobody moved.
        public let areas: [String: Double]
    }

    /// One state at the cutoffs.
    public struct StateFacts: Sendable, Hashable, Codable {
        /// The state.
        public let state: String
        /// Rows in it.
        public let candidates: Int
        /// How many of them moved.
        public let moved: Int
    }

    /// Works the report out; nil where nobody moved, or everybody.
    ///
    /// - Parameters:
    ///   - rows: candidates on days
    ///   - forecasts: what their scores are, in order
    ///   - plan: what was asked
    ///   - planFacts: the same for readers
    ///   - sample: who was looked at
    ///   - leadTimes: first looks before moves
    /// - Returns: the report
    public static func make(
        rows: [PastRow],
        forecasts: [Forecast],
        plan: BacktestPlan,
        planFacts: PlanFacts,
        sample: SampleFacts,
        leadTimes: [LeadTime]
    ) async -> BacktestReport? {
        let draws = PeopleDraws(rows, draws: plan.draws, seed: plan.seed)
        let found = await withTaskGroup(of: (Int, ForecastReport?).self) { group in
            for place in forecasts.indices {
                group.addTask {
                    (place, ForecastReport(forecasts[place], at: place, rows: rows, draws: draws, seed: plan.seed))
                }
            }
            var found: [Int: ForecastReport] = [:]
            for await (place, report) in group { found[place] = report }
            return found
        }
        guard let headline = found[0] else { return nil }
        let best = found.filter { $0.value.forecast.kind.isPlain }
            .max { ($0.value.area, $1.key) < ($1.value.area, $0.key) }
        func margin(of place: Int?) -> Margin? {
            guard let place, let best, let one = found[place] else { return nil }
            let areas = [place, best.key].map { column in
                StratifiedArea(rows, score: { $0.scores[column] }, stratum: { rows[$0].cutoff })
            }
            let interval = draws.interval { weights in
                guard let left = areas[0].value(weights: weights), let right = areas[1].value(weights: weights) else {
                    return nil
                }
                return left - right
            }
            return Margin(value: one.area - best.value.area, interval: interval)
        }
        let probabilities = CrossFit.probabilities(rows, score: { $0.scores[0] }, seed: plan.seed)
        let happened = rows.map(\.moved)
        let base = Sample.mean(happened.map { $0 ? 1 : 0 }) ?? 0
        return BacktestReport(
            plan: planFacts,
            sample: sample,
            forecasts: [headline]
                + found.filter { $0.key != 0 }.sorted { ($1.value.area, $0.key) < ($0.value.area, $1.key) }.map(\.value),
            bestCount: best?.value.forecast.name,
            margin: margin(of: 0),
            marginTogether: margin(of: forecasts.firstIndex(of: .together)),
            cutoffs: plan.cutoffs.indices.map { Self.facts(of: $0, rows: rows, forecasts: forecasts, plan: plan) },
            thirds: Self.thirds(rows),
            states: Self.states(rows),
            leadTimes: leadTimes,
            asRead: ReliabilityTable(rows.map(\.certainty), happened: happened),
            asReadBrier: ForecastQuality.brier(rows.map(\.certainty), happened: happened),
            fitted: probabilities.flatMap { ReliabilityTable($0, happened: happened) },
            baseBrier: base * (1 - base)
        )
    }
}
