public import Statistics

/// How well one forecast told who would move.
public struct ForecastReport: Sendable, Hashable, Codable {
    /// The forecast.
    public let forecast: Forecast
    /// How often somebody who moved had the higher score, among candidates of the same day; ties half.
    public let area: Double
    /// Where that lies, drawing people anew.
    public let interval: Interval?
    /// The same over all days together.
    public let pooledArea: Double
    /// Where that lies.
    public let pooledInterval: Interval?
    /// Mean precision at each person who moved, over all days together.
    public let averagePrecision: Double
    /// Share of the highest so many of a day who moved, on average over days with somebody who moved.
    public let precision: [Precision]
    /// Squared distance between fitted probability and what happened; smaller is better.
    public let brier: Double?
    /// Distance between fitted probability and what happened, bin by bin.
    public let calibrationError: Double?

    /// Precision among the highest of a day.
    public struct Precision: Sendable, Hashable, Codable {
        /// How many.
        public let count: Int
        /// The share of them who moved.
        public let share: Double
    }

    /// How many of the highest are looked at.
    static let counts = [5, 10, 20]

    /// Works everything out; nil where nobody moved, or everybody.
    init?(_ forecast: Forecast, at place: Int, rows: [PastRow], draws: PeopleDraws, seed: UInt64) {
        let score: (PastRow) -> Double = { $0.scores[place] }
        let byDay = StratifiedArea(rows, score: score) { rows[$0].cutoff }
        let pooled = StratifiedArea(rows, score: score) { _ in 0 }
        let (scores, happened) = (rows.map(score), rows.map(\.moved))
        guard let area = byDay.value(), let whole = pooled.value(),
            let average = ForecastQuality.averagePrecision(scores, happened: happened)
        else { return nil }
        self.forecast = forecast
        self.area = area
        interval = draws.interval { byDay.value(weights: $0) }
        pooledArea = whole
        pooledInterval = draws.interval { pooled.value(weights: $0) }
        averagePrecision = average
        precision = Self.counts.compactMap { count in
            Self.precision(at: count, rows, score: score).map { Precision(count: count, share: $0) }
        }
        let fitted = CrossFit.probabilities(rows, score: score, seed: seed)
        brier = fitted.flatMap { ForecastQuality.brier($0, happened: happened) }
        calibrationError = fitted.flatMap { ReliabilityTable($0, happened: happened)?.expectedError }
    }

    private static func precision(at count: Int, _ rows: [PastRow], score: (PastRow) -> Double) -> Double? {
        let days = Dictionary(grouping: rows, by: \.cutoff).values.filter { $0.contains(where: \.moved) }
        return Sample.mean(
            days.compactMap {
                ForecastQuality.precision(at: count, $0.map(score), happened: $0.map(\.moved))
            }
        )
    }
}
