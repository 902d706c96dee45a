import ArgumentParser
import Decisions
import Desk
import Evidence
import Workspace

extension DecisionsCommand {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what became of a decision, with a reason.",
            discussion:
                "Outcomes: stands, amended, reversed-on-new-facts, reversed-as-wrong. A decision stands at a check that is due; it can be amended or reversed on any day."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        @Argument(help: "stands, amended, reversed-on-new-facts or reversed-as-wrong.")
        var outcome: DecisionOutcome

        @Option(help: "The reason; for an amended decision also what holds now.")
        var words: String

        @Option(help: "The id of later evidence that it rests on. Once for each.")
        var source: [String] = []

        func run() async throws {
            let desk = try await globals.desk()
            let record = try await desk.checkDecision(
                DecisionID(decision),
                outcome,
                words: words,
                entries: source.map { EntryID($0) },
                by: try await viewer.viewer(desk)
            )
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct Dissent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write down your own dissent.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        @Argument(help: "What you saw differently, and why.")
        var words: String

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            let record = try await desk.dissent(from: DecisionID(decision), words: words, by: actor)
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct SetAside: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that later talk does not change a decision, so that it is not proposed again."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        @Argument(help: "The ids of the evidence.")
        var entries: [String]

        @Option(help: "Why, if you like.")
        var words = ""

        func run() async throws {
            let desk = try await globals.desk()
            let record = try await desk.setAside(
                entries.map { EntryID($0) },
                of: DecisionID(decision),
                words: words,
                by: try await viewer.viewer(desk)
            )
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct Retract: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a check back that was written by mistake.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        @Argument(help: "The number of the check, as `crosstie decisions show` gives it.")
        var check: Int

        @Option(help: "Why.")
        var words: String

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            let record = try await desk.retractCheck(check, of: DecisionID(decision), words: words, by: actor)
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a decision out of the ledger that was entered by mistake."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        @Option(help: "Why.")
        var words: String

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            let record = try await desk.withdrawDecision(DecisionID(decision), words: words, by: actor)
            try DecisionWords.kept(record, json: globals.json)
        }
    }
}

extension Failure {
    /// Words for something that cannot be done about a decision.
    init(decision error: DecisionError) {
        let code: Code =
            switch error {
            case .noSuchDecision, .noSuchProposal: .noInput
            case .notYours, .needsPerson: .permission
            default: .usage
            }
        self.init(code, error.description)
    }

    /// Words for a request that cannot be sent or answered.
    init(request error: RequestError) {
        let code: Code =
            switch error {
            case .noSuchRequest, .noSuchAnswer: .noInput
            case .notAutomatic: .permission
            default: .usage
            }
        self.init(code, error.description)
    }
}
