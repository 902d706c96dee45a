import Backtest
import Statistics

extension BacktestReport {
    /// The whole report on the terminal.
    func show() {
        showSample()
        showForecasts()
        showCutoffs()
        showCalibration()
        showStates()
        showNotes()
    }

    private func showSample() {
        Console.heading("What the clock would have read before known moves")
        let days = plan.cutoffs.count == 1 ? "one day" : "\(plan.cutoffs.count) days"
        Console.line(
            "  \(sample.rows.grouped) candidates on \(days) (\(sample.people.grouped) people); \(sample.movedRows) of them moved (\(sample.movedPeople) people)"
        )
        Console.line("  held against \(plan.standard)")
        Console.line("  not read: anything after the day\(freezeWords)")
        if !plan.masked.isEmpty { Console.line("  not read: \(plan.masked.map { "#\($0)" }.joined(separator: ", "))") }
        for mask in plan.unusedMasks { Console.line("  ! no channel fits the mask \(mask); a slip?") }
        if let minimum = plan.minimumMessages {
            Console.line(
                "  candidates: at least \(minimum) messages in \(plan.lookBackDays) days, not there already; moved: within \(plan.horizonDays) days"
            )
        }
        if sample.movesOutside > 0 {
            Console.line(
                "  \(sample.movesOutside) of \(sample.moves) known moves are of nobody who was a candidate in time"
            )
        }
        if sample.withoutStandard > 0 {
            Console.line("  \(sample.withoutStandard) candidates had no level known then, and are left out")
        }
        list("not in the record", sample.unmatched)
        list("fits several people", sample.ambiguous)
    }

    private var freezeWords: String {
        if plan.freezeDays == 0 { return "" }
        return plan.freezeByPerson
            ? "; who moved within \(plan.freezeDays) days after it is left out (\(sample.frozen))"
            : ", and the \(plan.freezeDays) days before it, since not every move has a day"
    }

    private func list(_ title: String, _ places: [String]) {
        guard !places.isEmpty else { return }
        let shown = places.prefix(6).joined(separator: ", ") + (places.count > 6 ? ", …" : "")
        Console.line("  \(places.count) rows, \(title): \(shown)")
    }

    private func showForecasts() {
        Console.line()
        Console.heading("How often somebody who moved stood higher than somebody who did not (AUC)")
        Console.table(
            ["", "same day", "95 %", "all days", "95 %", "in 5", "in 10", "Brier", "ECE"],
            forecasts.map { one in
                [
                    (one.forecast.kind.isPlain ? "  " : "") + one.forecast.name, Self.short(one.area),
                    Self.range(one.interval), Self.short(one.pooledArea), Self.range(one.pooledInterval),
                    one.precision.first { $0.count == 5 }.map { Self.short($0.share) } ?? "–",
                    one.precision.first { $0.count == 10 }.map { Self.short($0.share) } ?? "–",
                    one.brier.map(Self.short) ?? "–", one.calibrationError.map(Self.short) ?? "–",
                ]
            }
        )
        Console.line(
            "  indented: plain counts. in 5, in 10: share of the highest of a day who moved. Brier of the base rate: \(Self.short(baseBrier))"
        )
        guard let bestCount, let margin else { return }
        Console.line(
            "  clock less the best count (\(bestCount), chosen afterwards): \(Self.signed(margin.value)), 95 % \(Self.signed(margin.interval))"
        )
        if let marginTogether {
            Console.line(
                "  clock and calls less the best count: \(Self.signed(marginTogether.value)), 95 % \(Self.signed(marginTogether.interval))"
            )
        }
    }

    private func showCutoffs() {
        Console.line()
        Console.heading("Day by day (AUC)")
        let names = [Forecast.headline.name, Forecast.together.name, bestCount].compactMap(\.self)
        Console.table(
            ["day", "candidates", "moved"] + names,
            cutoffs.map { one in
                [one.cutoff, "\(one.candidates)", "\(one.moved)"] + names.map { one.areas[$0].map(Self.short) ?? "–" }
            }
        )
        let thirds = thirds.map { $0.map(Self.short) ?? "–" }
        Console.line("  among those who wrote least, middling, most: \(thirds.joined(separator: ", "))")
    }

    private func showCalibration() {
        Console.line()
        Console.heading("Certainty against what happened")
        func rows(_ name: String, _ table: ReliabilityTable?) -> [[String]] {
            (table?.bins ?? [])
                .map { bin in
                    [
                        name, "\(Self.short(bin.range.low)) to \(Self.short(bin.range.high))", "\(bin.count)",
                        Self.short(bin.said), Self.short(bin.happened),
                    ]
                }
        }
        Console.table(
            ["", "said", "candidates", "mean said", "moved"],
            rows("as it reads", asRead) + rows("fitted on others", fitted)
        )
        Console.line("  Certainty is about the work, not about a move: as it reads it is no forecast of one.")
    }

    private func showStates() {
        Console.line()
        Console.heading("States, and how long before the move")
        Console.table(
            ["state", "candidates", "moved"],
            states.map { [$0.state, "\($0.candidates)", "\($0.moved)"] }
        )
        for lead in leadTimes {
            let days =
                lead.days.count == 3
                ? ": \(lead.days[1]) days before (middle half \(lead.days[0]) to \(lead.days[2]))" : ""
            Console.line(
                "  \(lead.state) or more before the freeze: \(lead.reached) of \(lead.people) who moved\(days)"
            )
        }
    }

    private func showNotes() {
        Console.line()
        if sample.movedPeople < 50 {
            Console.line(
                "  \(sample.movedPeople) people who moved are few: look at the intervals, not at the second digit."
            )
        }
        Console.line(
            "  A move is what a company decided, not what was true. Whoever was overlooked counts here as a miss."
        )
    }

    private static func short(_ value: Double) -> String {
        let thousandths = Int((abs(value) * 1000).rounded())
        let digits = String(thousandths % 1000)
        let sign = value < 0 && thousandths > 0 ? "-" : ""
        return "\(sign)\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + short(value) }

    private static func signed(_ interval: Interval?) -> String {
        interval.map { "\(signed($0.low)) to \(signed($0.high))" } ?? "–"
    }

    private static func range(_ interval: Interval?) -> String {
        interval.map { "\(short($0.low))–\(short($0.high))" } ?? "–"
    }
}
