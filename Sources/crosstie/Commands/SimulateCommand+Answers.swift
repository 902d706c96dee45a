import Simulation
import Statistics

extension SimulationAnswer {
    /// The answer in plain words and tables.
    func show() {
        for (place, report) in rows.enumerated() {
            if place > 0 { Console.line() }
            show(report)
        }
        if let launches { show(launches) }
        if let intervals { show(intervals) }
        Console.line()
        Console.line(
            Console.wrapped(
                """
                These companies are made up. In them, \(Self.percent(assumptions.readingErrors)) of what is written is read \
                the wrong way, \(Self.percent(assumptions.requestResponse)) of requests are answered, and people's work is \
                \(Self.percent(assumptions.shareAtLevel)) next-level before growth and \
                \(Self.percent(assumptions.shareAtNext)) after. The figures hold as far as your company is like that; \
                `crosstie simulate --help` lists what can be set.
                """
            )
        )
    }

    private func show(_ report: SimulationReport) {
        let people = "\(report.organisations.grouped) made-up companies of \(report.people.grouped) people"
        Console.heading("Row \(report.row.rawValue): \(report.row.words)")
        Console.line("\(people), two years of looking, seed \(report.seed).")
        if !report.alarms.isEmpty {
            Console.line()
            Console.line("People at their level: how many were ever taken for the next one by mistake, in two years.")
            Console.table(
                ["who", "people", "mistaken", "95 % interval"],
                report.alarms.map { alarm in
                    let who = alarm.isInLenientTeam ? "in teams that praise readily" : alarm.persona.words
                    return [who, alarm.rate.total.grouped, Self.percent(alarm.rate.rate), Self.range(alarm.rate)]
                }
            )
        }
        if !report.growth.isEmpty {
            Console.line()
            Console.line("People who grew: how many were found, by weeks since the growth began.")
            Console.table(
                ["who", "people", "26 weeks", "52 weeks", "95 % interval", "76 weeks"],
                report.growth.map { found in
                    [
                        found.persona.words, found.year.total.grouped, Self.percent(found.halfYear.rate),
                        Self.percent(found.year.rate), Self.range(found.year), Self.percent(found.yearAndAHalf.rate),
                    ]
                }
            )
        }
        Console.line()
        for sentence in Self.sentences(report) { Console.line(Console.wrapped(sentence)) }
    }

    private static func sentences(_ report: SimulationReport) -> [String] {
        var sentences: [String] = []
        if let ratio = report.quietOverVisible {
            sentences.append("In a year, quiet roles are found \(decimals(ratio)) times as often as visible ones.")
        }
        if report.row >= .i {
            let way = report.timing == .planned ? "at most two a week for each colleague" : "all in the same weeks"
            sentences.append("\(tenths(report.requestsAYear)) requests a person and year, \(way).")
        }
        if report.check.looks > 0 {
            let same = report.check.same == report.check.looks ? "all" : report.check.same.grouped
            sentences.append(
                """
                \(report.check.looks.grouped) of the looks were repeated with the level clock itself, item by item: \
                \(same) came out the same.
                """
            )
        }
        return sentences
    }

    private func show(_ launches: LaunchSimulation.Report) {
        Console.line()
        Console.line(
            "Two launches a year, each praised by about ten colleagues in one thread; nobody is asked anything."
        )
        func row(_ who: String, _ rate: ClusteredRate) -> [String] {
            [who, rate.total.grouped, Self.percent(rate.rate), Self.range(rate)]
        }
        Console.table(
            ["who", "people", "shown at the next level", "95 % interval"],
            [
                row("at their level, no launches (a mistake)", launches.atLevel),
                row("at their level, launches (a mistake)", launches.atLevelWithLaunches),
                row("grown a year ago, no launches", launches.grown),
                row("grown a year ago, launches", launches.grownWithLaunches),
            ]
        )
    }

    private func show(_ intervals: IntervalCheck) {
        Console.line()
        Console.line(
            Console.wrapped(
                """
                Of \(intervals.draws.grouped) people whose truth is known, intervals of 50, 80 and 95 % held it for \
                \(Self.percent(intervals.half)), \(Self.percent(intervals.fourFifths)) and \
                \(Self.percent(intervals.nearlyAll)). The truth's rank lies at most \
                \(Self.decimals(intervals.distance, 4)) from an even spread.
                """
            )
        )
    }

    private static func percent(_ share: Double) -> String { "\(tenths(100 * share)) %" }
    private static func range(_ rate: ClusteredRate) -> String {
        "\(tenths(100 * rate.interval.low)) to \(tenths(100 * rate.interval.high)) %"
    }
    private static func tenths(_ value: Double) -> String { decimals(value, 1) }

    /// Digits after the point as asked; none where the number is whole and one digit was asked for.
    private static func decimals(_ value: Double, _ digits: Int = 2) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let steps = Int((abs(value) * Double(scale)).rounded())
        let rest = String(steps % scale)
        let sign = value < 0 && steps > 0 ? "-" : ""
        if digits == 1, steps % scale == 0 { return "\(sign)\(steps / scale)" }
        return "\(sign)\(steps / scale)." + String(repeating: "0", count: digits - rest.count) + rest
    }
}

extension Persona {
    /// Who that is, in a few words.
    var words: String {
        switch self {
        case .ordinary: "ordinary"
        case .quiet: "quiet role"
        case .visible: "visible role"
        case .oneFan: "one admirer writes half of it"
        case .spike: "six weeks that everybody talked about"
        case .grows: "ordinary"
        case .growsQuietly: "quiet role"
        case .growsVisibly: "visible role"
        case .growsWithCritic: "with a harsh critic"
        case .growsGradually: "slowly, over thirty weeks"
        }
    }
}
