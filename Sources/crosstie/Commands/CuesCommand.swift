import Answers
import ArgumentParser
import Desk
import Evidence
import Support
import Workspace
import Writing

struct CuesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cues",
        abstract: "What is worth doing this week, and support signals: to the person first, gone after a while.",
        subcommands: [Show.self, Answer.self, Off.self, On.self, Hours.self],
        defaultSubcommand: Show.self
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cues for whoever others report to; with PERSON, also what that person can see about support."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Whose cues: id, e-mail address or unique name; everybody's week of cues without it.")
        var person: String?

        func run() async throws {
            let desk = try await globals.desk()
            guard let person else {
                // What waits for its head start begins to wait, whether or not anybody looks.
                _ = try await desk.openSupportSignals()
                var weeks: [CueWeek] = []
                for reader in try await desk.people() {
                    let cues = try await desk.cues(of: reader.id, for: .console)
                    if !cues.isEmpty { weeks.append(try await CueWeek(reader, cues: cues, desk: desk)) }
                }
                if globals.json { return try Console.json(weeks.map(CueWeekAnswer.init)) }
                if weeks.isEmpty { Console.line("Nothing asks for anybody this week.") }
                for week in weeks { week.print() }
                return
            }
            let reader = try await desk.find(person)
            // Support signals open for nobody but the person and, later, the manager: so this reads as the person.
            let own = try await desk.ownSupport(of: reader.id, for: .person(reader.id))
            let week = try await CueWeek(
                reader,
                cues: try await desk.cues(of: reader.id, for: .person(reader.id)),
                desk: desk,
                own: own,
                team: try await desk.teamSupport(of: reader.id, for: .person(reader.id)),
                hours: try await desk.teamHours(of: reader.id, for: .person(reader.id))
            )
            if globals.json { return try Console.json(CueWeekAnswer(week)) }
            week.print()
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what came of a cue (done, not-useful) or of a support signal (helped, not-so; --as PERSON)."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The key that the cue or signal is shown with.")
        var id: String

        @Argument(help: "done or not-useful; helped or not-so.")
        var answer: String

        func run() async throws {
            let desk = try await globals.desk()
            if let outcome = Cue.Outcome(rawValue: answer) {
                try await desk.closeCue(id, outcome, by: try await viewer.viewer(desk))
            } else if let answer = SupportAnswer(rawValue: answer) {
                let person = try await viewer.person(desk)
                try await desk.answerSupport(id, answer, by: .person(person))
            } else {
                throw Failure(
                    .usage,
                    "“\(answer)” is no answer. Write done or not-useful for a cue, helped or not-so for a support signal."
                )
            }
            if globals.json { return try Console.json(["id": id, "answer": answer]) }
            Console.line("Kept. It is gone from the week.")
        }
    }

    struct Off: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Switch a person's support signals off; no reason is asked for, and nobody is told."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.switchSupport(off: true, by: try await desk.find(person).id)
            if globals.json { return try Console.json(["off": true]) }
            Console.line("Off. Nothing is looked for, and nothing is shown to anybody.")
        }
    }

    struct On: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Switch a person's support signals on again.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.switchSupport(off: false, by: try await desk.find(person).id)
            if globals.json { return try Console.json(["off": false]) }
            Console.line("On.")
        }
    }

    struct Hours: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give the zone of a person's hours, such as Europe/Berlin; without one, hours are not looked at."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String

        @Option(help: "The zone; without it, the one given before is taken back.")
        var zone: String?

        func run() async throws {
            let desk = try await globals.desk()
            let id = try await desk.find(person).id
            do {
                try await desk.giveHours(zone: zone, by: id)
            } catch DeskError.noSuchTarget(let name) {
                throw Failure(.usage, "“\(name)” is no zone that is known here. Write one such as Europe/Berlin.")
            }
            if globals.json { return try Console.json(["zone": zone ?? ""]) }
            Console.line(zone.map { "Kept: hours are read in \($0)." } ?? "Taken back. Hours are not looked at.")
        }
    }
}
