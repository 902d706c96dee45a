public import Backtest
import Statistics

extension Trial {
    /// Fewer people than this who moved tell on each of them.
    static let fewest = 5

    /// A backtest in words; without figures where too few people moved.
    public init(_ report: BacktestReport) {
        let (plan, sample) = (report.plan, report.sample)
        let days = plan.cutoffs.count == 1 ? "one day" : "\(plan.cutoffs.count) days"
        var facts = [
            Fact("Read as of", plan.cutoffs.count > 6 ? days : plan.cutoffs.joined(separator: ", ")),
            Fact("Held against", plan.standard),
            Fact("Not read", Self.notRead(plan)),
            Fact("Counts as a move", "within \(plan.horizonDays) days after the day that is read"),
        ]
        guard sample.movedPeople >= Self.fewest else {
            self.init(
                .backtest,
                facts: facts,
                shows: ["Fewer than five people moved, so nothing is said: every figure would be about somebody."],
                limits: [],
                tables: []
            )
            return
        }
        facts.insert(
            Fact(
                "Looked at",
                "\(sample.rows) candidates on \(days), \(sample.people) people; \(sample.movedPeople) of them moved"
            ),
            at: 0
        )
        self.init(
            .backtest,
            facts: facts,
            shows: Self.shows(report),
            limits: Self.limits(report),
            tables: [Self.forecasts(report), Self.days(report), Self.states(report), Self.leads(report)].compactMap(
                \.self
            )
        )
    }

    private static func notRead(_ plan: PlanFacts) -> String {
        var parts = ["anything after the day"]
        if plan.freezeDays > 0 {
            parts.append(
                plan.freezeByPerson
                    ? "of whoever moved, the \(plan.freezeDays) days before the move"
                    : "the \(plan.freezeDays) days before it"
            )
        }
        parts += plan.masked.map { "#\($0)" }
        return parts.joined(separator: "; ")
    }

    private static func shows(_ report: BacktestReport) -> [String] {
        guard let clock = report.forecasts.first else { return [] }
        let times = Int((clock.area * 100).rounded())
        var shows = [
            "Of two candidates of the same day, one who moved later and one who did not, the clock had the one who moved higher \(times) times of 100\(interval(clock.interval, "; between", hundred)). Chance alone gives 50."
        ]
        if let best = report.bestCount, let margin = report.margin {
            let holdsZero = margin.interval.map { $0.low <= 0 && $0.high >= 0 } ?? true
            let difference = short(abs(margin.value))
            shows.append(
                holdsZero
                    ? "Set beside what anybody could have counted, “\(best)”, the difference is \(margin.value < 0 ? "-" : "+")\(difference)\(interval(margin.interval, ", between", short)). That interval holds zero: the count may tell as much."
                    : "Set beside what anybody could have counted, “\(best)”, the clock's area is \(difference) \(margin.value > 0 ? "larger" : "smaller")\(interval(margin.interval, ", between", short))."
            )
        }
        return shows
    }

    private static func limits(_ report: BacktestReport) -> [String] {
        var limits = [
            "A move is what the company decided, not what was true. Whoever grew and was overlooked counts here as a miss of the clock.",
            "The clock reads work. Its certainty is no forecast of a move, and nobody should be moved because of this table.",
            "The best plain count was chosen after the fact, which favours it.",
        ]
        if report.sample.movedPeople < 50 {
            limits.append(
                "\(report.sample.movedPeople) people who moved are few: look at the intervals, not at the second digit."
            )
        }
        if report.sample.movesOutside > 0 {
            limits.append(
                "\(report.sample.movesOutside) of \(report.sample.moves) known moves are of people who were no candidates in time: they wrote too little, or moved before the first day or after the last."
            )
        }
        return limits
    }

    private static func forecasts(_ report: BacktestReport) -> Table {
        Table(
            "How often somebody who moved stood higher",
            note:
                "The area under the curve among candidates of one day: 0.50 is chance, 1.00 is every time. The last two columns are the share of the highest of a day who moved.",
            columns: ["Told by", "Area", "95 % interval", "Among 5", "Among 10"],
            rows: report.forecasts.map { one in
                [
                    one.forecast.kind.isPlain ? "counted: \(one.forecast.name)" : one.forecast.name, short(one.area),
                    one.interval.map { "\(short($0.low)) to \(short($0.high))" } ?? "unknown",
                ]
                    + [5, 10].map { count in
                        one.precision.first { $0.count == count }.map { percent($0.share) } ?? "unknown"
                    }
            }
        )
    }

    private static func days(_ report: BacktestReport) -> Table? {
        guard report.cutoffs.count > 1 else { return nil }
        let names = [Forecast.headline.name, report.bestCount].compactMap(\.self)
        return Table(
            "Day by day",
            note: "The same area for each day; a day on which fewer than five moved later says nothing here.",
            columns: ["Read as of", "Candidates", "Moved later"] + names,
            rows: report.cutoffs.map { one in
                let tells = one.moved >= fewest
                return [one.cutoff, "\(one.candidates)", tells ? "\(one.moved)" : "fewer than 5"]
                    + names.map { tells ? one.areas[$0].map(short) ?? "unknown" : "not told" }
            }
        )
    }

    private static func states(_ report: BacktestReport) -> Table? {
        let shown = report.states.filter { $0.candidates >= fewest }
        guard !shown.isEmpty else { return nil }
        return Table(
            "What the clock said, and how many moved",
            note: "States of fewer than five candidates are left out.",
            columns: ["State", "Candidates", "Moved later"],
            rows: shown.map { state in
                let tells = state.moved >= fewest || state.moved == 0
                return [state.state, "\(state.candidates)", tells ? "\(state.moved)" : "fewer than 5"]
            }
        )
    }

    private static func leads(_ report: BacktestReport) -> Table? {
        let told = report.leadTimes.filter { $0.reached >= fewest && $0.days.count == 3 }
        guard !told.isEmpty else { return nil }
        return Table(
            "How long before the move it said so first",
            note:
                "Days from the first look that showed the state to the move; half of the people lie within the last column.",
            columns: ["State, or a stronger one", "Reached it", "Days before, middle", "Middle half"],
            rows: told.map {
                [$0.state, "\($0.reached) of \($0.people)", "\($0.days[1])", "\($0.days[0]) to \($0.days[2])"]
            }
        )
    }

    private static func interval(_ interval: Interval?, _ word: String, _ written: (Double) -> String) -> String {
        interval.map { "\(word) \(written($0.low)) and \(written($0.high)) with 95 % confidence" } ?? ""
    }

    private static func hundred(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// Two digits after the point.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let rest = hundredths % 100
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
