import ArgumentParser
import Desk
import Evidence
import Workspace

struct ObjectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "objections",
        abstract: "List objections that wait for an answer, and answer them.",
        discussion: """
            An objection is answered by the person's manager within \(Objection.daysToAnswer) days. Where the manager said the words, or \
            nobody leads the person, nobody on the site may answer: it is answered here.
            """,
        subcommands: [List.self, Answer.self],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Objections that wait, the one due first at the beginning."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Flag(help: "Only those that nobody on the site may answer.")
        var here = false

        func run() async throws {
            let desk = try await globals.desk()
            let today = CivilDate(microseconds: try await desk.now())
            let waiting = try await desk.objectionsToAnswer(for: try await viewer.viewer(desk)).filter {
                !here || $0.answers == nil
            }
            if globals.json { return try Console.json(waiting.map { ObjectionAnswer($0, today: today) }) }
            guard !waiting.isEmpty else { return Console.line("No objection waits for an answer.") }
            for one in waiting {
                let who = one.answers.map { "\($0.name) answers" } ?? "answered here"
                let due = one.isLate(on: today) ? "was due by \(one.due)" : "due by \(one.due)"
                Console.heading("\(one.person.name), \(one.entry.id)")
                Console.line("  \(who), \(due)")
                Console.line(
                    Console.wrapped(
                        "\(one.entry.voice.name), #\(one.entry.channelName): “\(one.entry.quote)”",
                        indent: 2
                    )
                )
                Console.line(Console.wrapped("The reason: \(one.reason)", indent: 2))
                Console.line()
            }
            Console.line("Answer one with: crosstie objections answer ENTRY --stands|--goes --reason “…”")
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer an objection: the evidence stands, or it goes."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The evidence's id, as the list shows it.")
        var entry: String

        @Flag(help: "The evidence stands, and counts from now on.")
        var stands = false

        @Flag(help: "The evidence goes: its words are deleted.")
        var goes = false

        @Option(help: "The reason, which the person reads.")
        var reason: String

        func run() async throws {
            guard stands != goes else { throw Failure(.usage, "say either --stands or --goes.") }
            let desk = try await globals.desk()
            let viewer = try await viewer.viewer(desk)
            let id = EntryID(entry)
            guard let one = try await desk.objectionsToAnswer(for: viewer).first(where: { $0.entry.id == id }) else {
                throw Failure(.noInput, "no objection to \(entry) waits for an answer from here.")
            }
            do {
                try await desk.answerObjection(
                    to: id,
                    about: one.person.id,
                    stands: stands,
                    reason: reason,
                    by: viewer
                )
            } catch let refusal as EntryRefusal {
                throw Failure(.usage, refusal.words)
            }
            if globals.json { return try Console.json(["entry": entry, "answer": stands ? "stands" : "goes"]) }
            Console.line(
                stands
                    ? "It stands, and counts from now on. \(one.person.name) reads the reason."
                    : "It goes; its words are deleted, and what rested on them is worked out again."
            )
        }
    }
}

/// An objection for programs.
struct ObjectionAnswer: Encodable {
    let entry: String
    let person: String
    let voice: String
    let channel: String
    let quote: String
    let reason: String
    let objected: String
    let due: String
    let isLate: Bool
    let answers: String

    init(_ objection: OpenObjection, today: CivilDate) {
        entry = objection.entry.id.text
        person = objection.person.id.text
        voice = objection.entry.voice.name
        channel = objection.entry.channelName
        quote = objection.entry.quote
        reason = objection.reason
        objected = objection.day.description
        due = objection.due.description
        isLate = objection.isLate(on: today)
        answers = objection.answers?.id.text ?? "console"
    }
}

extension EntryRefusal {
    /// What happened, and what to do.
    var words: String {
        switch self {
        case .noSuchEntry: "there is no such piece of evidence."
        case .noReason: "give a reason of at least \(Objection.fewestWords) words; the person reads it."
        case .tooLong: "keep the reason under \(Objection.longest) characters."
        case .notNow: "something else was done to it in the meantime."
        }
    }
}
