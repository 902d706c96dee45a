import Answers
import ArgumentParser
import Desk
import Evidence
import Growth
import Ladder
import Workspace
import Writing

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Show what the evidence says against the next level, or any target.",
        discussion: "With --all, the state of everybody whose page the viewer may open, by name."
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var viewer: ViewerOptions

    @Option(help: "Id, e-mail address or unique name.")
    var person: String?

    @Option(help: "What to hold the work against, such as management:6; the next level without it.")
    var target: String?

    @Flag(help: "List everybody's state, by name.")
    var all = false

    @Option(help: "With --all: only people of this team.")
    var team: String?

    func validate() throws {
        guard (person == nil) == all else { throw ValidationError("Name a --person, or ask for --all.") }
        guard all || team == nil else { throw ValidationError("--team goes with --all.") }
        guard !all || target == nil else { throw ValidationError("--target goes with --person.") }
    }

    func run() async throws {
        let desk = try await globals.desk()
        guard let person else { return try await list(desk) }
        try await show(try await desk.find(person), desk)
    }

    private func list(_ desk: Desk) async throws {
        let rows = try await desk.clocks(team: team, for: try await viewer.viewer(desk))
        if globals.json { return try Console.json(rows.map(ClockRowAnswer.init)) }
        Console.table(
            ["Name", "Team", "Level", "Since", "What colleagues saw"],
            rows.map { row in
                let level = row.person.level.map { "\(row.person.track.rawValue) \($0)" } ?? "–"
                return [row.person.name, row.person.team ?? "–", level, row.since?.description ?? "–", row.words]
            }
        )
    }

    private func show(_ person: Person, _ desk: Desk) async throws {
        let goal = try target.map { text in try Target(text, in: desk.ladder) }
        let reading = try await desk.clock(of: person.id, target: goal, for: try await viewer.viewer(desk))
        if globals.json { return try Console.json(ClockAnswer(reading)) }
        let aim = reading.level.map { "\(reading.track.rawValue) level \($0)" } ?? "the top of the ladder"
        Console.heading("\(person.name), level \(reading.presentLevel), against \(aim)")
        Console.line(Console.wrapped(reading.headline.text, indent: 2))
        for statement in reading.explanation { Console.line(Console.wrapped(statement.text, indent: 2)) }
        if !reading.gates.isEmpty {
            Console.line()
            Console.heading("What it rests on")
            for gate in reading.gates { Console.line("  \(gate.isMet ? "✓" : "·") \(gate.words)") }
        }
        Console.line()
        Console.heading("Windows of eight weeks, newest first")
        for window in reading.windows { Console.line("  \(window.from) to \(window.to): \(window.vote.words)") }
        Console.line()
        Console.heading("Who was heard")
        for voice in reading.voices {
            Console.line(
                "  \(voice.name)\(voice.team.map { ", \($0)" } ?? ""): \(voice.moments == 1 ? "one moment" : "\(voice.moments) moments")"
            )
        }
        Console.line()
        Console.heading("Competencies")
        for competency in reading.competencies { Console.line("  \(competency.name): \(competency.words)") }
        Console.line()
        Console.line(
            "Rests on \(reading.entries.count) pieces of evidence; `crosstie evidence --person \(person.id)` shows them."
        )
    }
}

extension ClockReading.Window.Vote {
    /// What a window says, in words.
    var words: String {
        switch self {
        case .silent: "too little was heard; this is neither for nor against"
        case .supports: "mostly work of the target"
        case .between: "some work of the target"
        case .against: "little work of the target"
        }
    }
}
