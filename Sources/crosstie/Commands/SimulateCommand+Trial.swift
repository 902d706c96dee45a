import Desk
import Simulation
import Statistics

extension SimulationAnswer {
    /// The answer as a page shows it.
    var trial: Trial {
        let first = rows.first
        var shows: [String] = []
        if let report = rows.last, let worst = report.alarms.map(\.rate).max(by: { $0.rate < $1.rate }) {
            shows.append(
                "Of people who stayed at their level, at most \(Self.percent(worst.rate)) of any group were ever taken for the next one by mistake in two years, \(Self.percent(worst.interval.low)) to \(Self.percent(worst.interval.high)) with 95 % confidence."
            )
        }
        if let report = rows.last, let grown = report.growth.first {
            shows.append(
                "Of people who grew and are written about as most are, \(Self.percent(grown.halfYear.rate)) were found within half a year and \(Self.percent(grown.year.rate)) within a year."
            )
        }
        if let ratio = rows.last?.quietOverVisible {
            shows.append(
                "People in quiet roles who grew are found \(Self.hundredths(ratio)) times as often within a year as people in visible ones; 1.00 would be the same."
            )
        }
        return Trial(
            .simulation,
            facts: [
                Trial.Fact("Companies", "\(first?.organisations ?? 0) made-up ones of \(first?.people ?? 0) people"),
                Trial.Fact("Seed", "\(first?.seed ?? 0)"),
                Trial.Fact("Read the wrong way", Self.percent(assumptions.readingErrors)),
                Trial.Fact("Requests that are answered", Self.percent(assumptions.requestResponse)),
                Trial.Fact(
                    "Work of the next level",
                    "\(Self.percent(assumptions.shareAtLevel)) before growth, \(Self.percent(assumptions.shareAtNext)) after"
                ),
            ],
            shows: shows,
            limits: [
                "The companies are made up. The figures hold as far as yours is like them; crosstie simulate lists what can be set.",
                "Nothing here was read from your company, and nothing is about anybody in it.",
                "A mistake here is a state that was shown once. What people decide is theirs, and needs its own reasons.",
            ],
            tables: rows.flatMap { Self.tables($0, isOne: rows.count == 1) }
        )
    }

    private static func tables(_ report: SimulationReport, isOne: Bool) -> [Trial.Table] {
        let name = isOne ? "" : ", row \(report.row.rawValue): \(report.row.words)"
        var tables: [Trial.Table] = []
        if !report.alarms.isEmpty {
            tables.append(
                Trial.Table(
                    "False alarms\(name)",
                    note: "People who stay at their level: how many were ever shown at the next one, in two years.",
                    columns: ["Who", "People", "Mistaken", "95 % interval"],
                    rows: report.alarms.map { alarm in
                        [
                            alarm.isInLenientTeam ? "in teams that praise readily" : alarm.persona.words,
                            "\(alarm.rate.total)", percent(alarm.rate.rate), range(alarm.rate),
                        ]
                    }
                )
            )
        }
        if !report.growth.isEmpty {
            tables.append(
                Trial.Table(
                    "Finds\(name)",
                    note:
                        "People who grew into the next level: how many were shown there, by weeks since the growth began.",
                    columns: ["Who", "People", "26 weeks", "52 weeks", "95 % interval of 52", "76 weeks"],
                    rows: report.growth.map { found in
                        [
                            found.persona.words, "\(found.year.total)", percent(found.halfYear.rate),
                            percent(found.year.rate), range(found.year), percent(found.yearAndAHalf.rate),
                        ]
                    }
                )
            )
        }
        return tables
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private static func range(_ rate: ClusteredRate) -> String {
        "\(percent(rate.interval.low)) to \(percent(rate.interval.high))"
    }

    private static func hundredths(_ value: Double) -> String {
        let digits = Int((value * 100).rounded())
        return "\(digits / 100).\(digits % 100 < 10 ? "0" : "")\(digits % 100)"
    }
}
