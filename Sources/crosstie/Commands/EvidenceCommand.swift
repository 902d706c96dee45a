import Answers
import ArgumentParser
import Desk
import Evidence
import Signals
import Workspace
import Writing

struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Show what the ledger holds about a person."
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Id, e-mail address or unique name.")
    var person: String

    func run() async throws {
        let desk = try await globals.desk()
        let person = try await desk.find(person)
        let entries = try await desk.evidence(about: person.id, for: .console)
        if globals.json { return try Console.json(entries.map(EntryAnswer.init)) }
        let happenings = Happening.all(of: entries)
        Console.heading(
            "\(person.name): \(entries.count.grouped) pieces of evidence in \(happenings.count.grouped) episodes"
        )
        if entries.isEmpty { Console.line("Nothing was heard yet. This says nothing about the work.") }
        for happening in happenings {
            Console.line()
            Console.heading(
                "\(DateWords.dayAndYear(CivilDate(microseconds: happening.first)))  #\(happening.entries[0].channelName)  \(happening.workClass.words)"
            )
            for entry in happening.entries {
                Console.line("  \(entry.kind.rawValue), \(entry.state.rawValue), \(entry.voice.name) [\(entry.id)]")
                Console.line(Console.wrapped("“\(entry.quote)”", indent: 4))
            }
        }
    }
}

extension WorkClass {
    /// The class as people call it.
    var words: String {
        switch self {
        case .launch: "launch"
        case .upkeep: "keeping the lights on"
        case .ownership: "ownership"
        case .decision: "decision"
        case .enablement: "helping others"
        case .craft: "craft"
        }
    }
}
