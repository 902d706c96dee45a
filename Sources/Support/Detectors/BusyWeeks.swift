import Statistics

/// What a week did to everybody: busy weeks that all share cancel, weeks in which the company rests say nothing.
///
/// Source: `docs/methods.md`, "Support signals".
public struct BusyWeeks: Sendable, Hashable {
    /// How much more than usual happened in a week, by the middle person; 1 where too few people can be asked.
    private let ratios: [Week: Double]
    private let resting: Set<Week>

    /// How many people with a usual week of at least one must be there for a ratio.
    public static let people = 10
    /// No ratio is taken to be lower or higher than this.
    public static let limits = 0.5...3.0
    /// A week in which the middle person did less than this share of the usual says nothing of anybody.
    static let restingBelow = 0.2

    /// Knows nothing: every week is like every other.
    public init() { self.init(ratios: [:], resting: []) }

    /// Takes everybody's streams of one kind, week by week, each held against its own weeks with earlier ratios taken out.
    public init(_ streams: [WeeklyCounts]) {
        var ratios: [Week: Double] = [:]
        var resting: Set<Week> = []
        guard let first = streams.map(\.first).min(),
            let last = streams.map({ $0.week(at: $0.values.count) }).max(),
            streams.count >= Self.people
        else {
            self.init()
            return
        }
        var adjusted = streams.map(\.values)
        for number in first.number..<last.number {
            let week = Week(number: number)
            var shares: [Double] = []
            for (index, stream) in streams.enumerated() {
                guard let place = stream.place(of: week), let value = stream.values[place],
                    let baseline = Baseline(of: adjusted[index], before: place), baseline.mean >= 1
                else { continue }
                shares.append(value / baseline.mean)
            }
            guard shares.count >= Self.people, let middle = Sample.median(shares) else { continue }
            if middle < Self.restingBelow { resting.insert(week) }
            let ratio = min(max(middle, Self.limits.lowerBound), Self.limits.upperBound)
            ratios[week] = ratio
            for (index, stream) in streams.enumerated() {
                guard let place = stream.place(of: week) else { continue }
                adjusted[index][place] = resting.contains(week) ? nil : adjusted[index][place].map { $0 / ratio }
            }
        }
        self.init(ratios: ratios, resting: resting)
    }

    private init(ratios: [Week: Double], resting: Set<Week>) {
        self.ratios = ratios
        self.resting = resting
    }

    /// The ratio of a week.
    public func ratio(of week: Week) -> Double { ratios[week] ?? 1 }

    /// A stream without what everybody shared.
    public func adjusted(_ stream: WeeklyCounts) -> WeeklyCounts {
        WeeklyCounts(
            first: stream.first,
            values: stream.values.enumerated().map { place, value in
                let week = stream.week(at: place)
                return resting.contains(week) ? nil : value.map { $0 / ratio(of: week) }
            }
        )
    }
}
