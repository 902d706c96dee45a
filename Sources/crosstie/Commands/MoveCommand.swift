import Answers
import ArgumentParser
import Desk
import Evidence
import Growth
import Moves
import Workspace

struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Propose, show, decide or take back a level-up; list all moves.",
        discussion: """
            A decider first writes an outcome and two sentences (`decide --first`), then sees state and items (`show`), then \
            decides. All three stay on record.
            """,
        subcommands: [Propose.self, Show.self, Decide.self, Withdraw.self, List.self]
    )

    struct Propose: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose the next level; any time, without a vacancy."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        @Option(help: "The level; the next one without it.")
        var level: Int?

        @Option(help: "Why now.")
        var words = ""

        func run() async throws {
            let desk = try await globals.desk(key)
            let move = try await desk.proposeLevelUp(
                of: try await desk.find(person).id,
                to: level,
                words: words,
                by: try await viewer.viewer(desk)
            )
            try MoveAnswer.print(move, json: globals.json)
            if !globals.json {
                Console.line("Next: crosstie move decide \(move.id) granted|refused --first --words \"…\"")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a move, its history, and a level-up's pack.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The move, as `crosstie move list` names it.")
        var move: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let view = try await desk.move(MoveID(move), for: try await viewer.viewer(desk))
            if globals.json { return try Console.json(MoveViewAnswer(view)) }
            MoveWords.print(view)
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write down a first view before seeing anything, then decide."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The move.")
        var move: String

        @Argument(help: "granted or refused.")
        var outcome: MoveOutcome

        @Flag(help: "This is the outcome before seeing state and items; two sentences in --words.")
        var first = false

        @Option(help: "Your words; after a refusal they go to the person.")
        var words = ""

        @Option(help: "A rule that is not met yet: a gate or competency by its id, or your words. Once for each.")
        var rule: [String] = []

        @Option(help: "When it is looked at again, YYYY-MM-DD; for a refusal.")
        var recheck: String?

        @Option(help: "The first day at the level, YYYY-MM-DD; today without it.")
        var from: String?

        func run() async throws {
            let desk = try await globals.desk(key)
            let (id, actor) = (MoveID(move), try await viewer.viewer(desk))
            if first {
                try await desk.giveFirstView(on: id, outcome, words: words, by: actor)
                if globals.json { return try Console.json(["firstView": outcome.rawValue]) }
                return Console.line("Kept. Now look with `crosstie move show \(id)`, then decide.")
            }
            let decided: Move
            switch outcome {
            case .granted: decided = try await desk.grant(id, from: try from.map(Import.day), words: words, by: actor)
            case .refused:
                guard let recheck else {
                    throw Failure(.usage, "a refusal names when it is looked at again. Add --recheck.")
                }
                decided = try await desk.refuse(
                    id,
                    rules: rule,
                    recheck: try Import.day(recheck),
                    words: words,
                    by: actor
                )
            }
            try MoveAnswer.print(decided, json: globals.json)
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a proposal back; nothing changes.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The move.")
        var move: String

        @Option(help: "Why, if you like.")
        var words = ""

        func run() async throws {
            let desk = try await globals.desk(key)
            let taken = try await desk.withdraw(MoveID(move), words: words, by: try await viewer.viewer(desk))
            try MoveAnswer.print(taken, json: globals.json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List moves, of one person or of all that may be seen."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String?

        func run() async throws {
            let desk = try await globals.desk(key)
            let actor = try await viewer.viewer(desk)
            let moves =
                if let person {
                    try await desk.moves(of: try await desk.find(person).id, for: actor)
                } else {
                    try await desk.moves(for: actor)
                }
            if globals.json { return try Console.json(moves.map(MoveAnswer.init)) }
            Console.table(
                ["move", "person", "kind", "from", "to", "state", "since"],
                moves.map {
                    [
                        $0.id.text, $0.person.text, $0.kind.words, $0.from.words, $0.to.words, $0.state.words,
                        $0.day?.description ?? CivilDate(microseconds: $0.begun).description,
                    ]
                }
            )
        }
    }
}

extension MoveKind {
    var words: String {
        switch self {
        case .levelUp: "level-up"
        case .trackSwitch: "change of track"
        case .stated: "people file"
        }
    }
}

extension MoveState {
    var words: String { self == .refused ? "not yet" : rawValue }
}
