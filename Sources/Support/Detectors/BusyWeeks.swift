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

    /// Takes everybody's streams of one kind, each held against its own usual weeks.
    ///
    /// The middle person's share of the usual is lower than 1 even in a plain week, since counts lean to one side; so a week's
    /// share is held against the shares of the weeks before, as a person's count is against that person's.
    public init(_ streams: [WeeklyCounts]) {
        guard streams.count >= Self.people, let first = streams.map(\.first).min(),
            let last = streams.map({ $0.week(at: $0.values.count) }).max()
        else {
            self.init()
            return
        }
        let baselines = streams.map { Baselines(of: $0.values) }
        let shares: [Double?] = (first.number..<last.number).map { number in
            let week = Week(number: number)
            var shares: [Double] = []
            for (stream, baselines) in zip(streams, baselines) {
                guard let place = stream.place(of: week), let value = stream.values[place],
                    let baseline = baselines.before(place), baseline.mean >= 1
                else { continue }
                shares.append(value / baseline.mean)
            }
            return shares.count >= Self.people ? Sample.median(shares) : nil
        }
        var ratios: [Week: Double] = [:]
        var resting: Set<Week> = []
        for (place, share) in shares.enumerated() {
            let before = shares[Baseline.places(before: place)].compactMap(\.self)
            guard let share, before.count >= Baseline.needed, let usual = Sample.median(before), usual > 0 else {
                continue
            }
            let week = first.after(place)
            ratios[week] = min(max(share / usual, Self.limits.lowerBound), Self.limits.upperBound)
            if share / usual < Self.restingBelow { resting.insert(week) }
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
