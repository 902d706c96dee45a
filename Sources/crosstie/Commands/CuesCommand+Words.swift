import Answers
import Desk
import Evidence
import Records
import Support
import Workspace
import Writing

/// Cues and support signals of one reader.
struct CueWeek {
    let reader: Person
    let cues: [OpenCue]
    let own: SupportView?
    let team: [SupportLine]
    let hours: TeamHours?
    let names: [PersonID: String]

    init(
        _ reader: Person,
        cues: [OpenCue],
        desk: Desk,
        own: SupportView? = nil,
        team: [SupportLine] = [],
        hours: TeamHours? = nil
    ) async throws {
        self.reader = reader
        self.cues = cues
        self.own = own
        self.team = team
        self.hours = hours
        var names: [PersonID: String] = [:]
        for cue in cues { names[cue.cue.person] = try await desk.name(of: cue.cue.person) }
        self.names = names
    }

    func print() {
        Console.heading("\(reader.name)'s cues")
        if cues.isEmpty { Console.line("  Nothing asks for you this week.") }
        for open in cues {
            let sources = open.cue.why.sources.map { "[\($0.text)]" }.joined(separator: " ")
            Console.line("  \(open.cue.title) (by \(DateWords.day(open.cue.due)), gone on \(DateWords.day(open.gone)))")
            Console.line(Console.wrapped("\(open.cue.why.text) \(sources)", indent: 4))
            Console.line("    crosstie cues answer \(open.id) done|not-useful")
        }
        if let own {
            Console.line()
            Console.heading("For \(reader.name) alone")
            if own.choice.isOff {
                Console.line("  Support signals are off.")
            } else if own.signals.isEmpty {
                Console.line("  No support signal is open.")
            }
            for line in own.signals { Self.print(line) }
        }
        if !team.isEmpty || hours != nil {
            Console.line()
            Console.heading("Worth asking in a 1:1")
            for line in team { Self.print(line) }
        }
        if let hours {
            Console.line(
                Console.wrapped(
                    "Outside their hours, \(hours.people) people wrote in about \(hours.recent) hours a week (usually \(hours.usual)).",
                    indent: 2
                )
            )
        }
        Console.line()
    }

    private static func print(_ line: SupportLine) {
        Console.line("  \(line.kind.name) (until \(DateWords.day(line.expires)))")
        Console.line(Console.wrapped(line.words.what, indent: 4))
        Console.line(Console.wrapped(line.words.act, indent: 4))
        Console.line(Console.wrapped("How: \(line.words.how)", indent: 4))
        for source in line.sources {
            let day = CivilDate(microseconds: source.moment)
            let entry = source.entry.map { " [\($0.text)]" } ?? ""
            Console.line("      \(day)\(entry) \(source.link ?? "")")
        }
        Console.line("    crosstie cues answer \(line.id) helped|not-so --as PERSON")
    }
}

extension CueWeekAnswer {
    init(_ week: CueWeek) {
        self.init(reader: week.reader.id, cues: week.cues, own: week.own, team: week.team, hours: week.hours)
    }
}
