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

/// Cues and support signals for programs.
struct CueWeekAnswer: Encodable {
    struct Cue: Encodable {
        let id: String
        let kind: String
        let person: String
        let title: String
        let why: SentenceAnswer
        let due: String
        let gone: String
    }
    struct Source: Encodable {
        let day: String
        let evidence: String?
        let link: String?
    }
    struct Signal: Encodable {
        let id: String
        let kind: String
        let person: String
        let what: String
        let act: String
        let how: String
        let opened: String
        let managerFrom: String?
        let expires: String
        let sources: [Source]

        init(_ line: SupportLine) {
            id = line.id
            kind = line.kind.rawValue
            person = line.person.text
            what = line.words.what
            act = line.words.act
            how = line.words.how
            opened = line.opened.description
            managerFrom = line.managerFrom?.description
            expires = line.expires.description
            sources = line.sources.map {
                Source(
                    day: CivilDate(microseconds: $0.moment).description,
                    evidence: $0.entry?.text,
                    link: $0.link
                )
            }
        }
    }
    struct Hours: Encodable {
        let people: Int
        let recent: Int
        let usual: Int
    }

    let reader: String
    let cues: [Cue]
    let off: Bool?
    let own: [Signal]
    let team: [Signal]
    let teamHours: Hours?

    init(_ week: CueWeek) {
        reader = week.reader.id.text
        cues = week.cues.map {
            Cue(
                id: $0.id,
                kind: $0.cue.kind.rawValue,
                person: $0.cue.person.text,
                title: $0.cue.title,
                why: SentenceAnswer($0.cue.why),
                due: $0.cue.due.description,
                gone: $0.gone.description
            )
        }
        off = week.own?.choice.isOff
        own = week.own?.signals.map(Signal.init) ?? []
        team = week.team.map(Signal.init)
        teamHours = week.hours.map { Hours(people: $0.people, recent: $0.recent, usual: $0.usual) }
    }
}
