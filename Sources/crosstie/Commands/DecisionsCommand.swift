import Answers
import ArgumentParser
import Decisions
import Desk
import Evidence
import Workspace

struct DecisionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "The decision ledger: what was decided, whether it held, and what waits to be confirmed.",
        discussion: """
            What the reader takes for a decision is only proposed; a decider, or whom a decider reports to, confirms or \
            dismisses it. Each decision is checked after 30, 90 and 180 days, by a person, with a reason. Deciding \
            not to build counts like any other.
            """,
        subcommands: [
            List.self, Show.self, Add.self, Confirm.self, Dismiss.self, Describe.self, Check.self, Dissent.self,
            SetAside.self, Retract.self, Withdraw.self,
        ],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List decisions, what is due, and what is proposed.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Option(help: "One person's decisions: id, e-mail address or unique name.")
        var person: String?

        @Flag(help: "Only what waits for a check.")
        var due = false

        func run() async throws {
            let desk = try await globals.desk()
            var someone: PersonID?
            if let person { someone = try await desk.find(person).id }
            let ledger = try await desk.decisionLedger(of: someone, for: try await viewer.viewer(desk))
            if globals.json { return try Console.json(LedgerAnswer(ledger, onlyDue: due)) }
            DecisionWords.print(ledger, onlyDue: due)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a decision, its checks, dissent and sources.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        func run() async throws {
            let desk = try await globals.desk()
            let view = try await desk.decision(DecisionID(decision), for: try await viewer.viewer(desk))
            if globals.json { return try Console.json(DecisionAnswer(view)) }
            DecisionWords.print(view)
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enter a decision by hand.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var draft: DraftOptions

        @Argument(help: "What was decided.")
        var words: String

        func run() async throws {
            let desk = try await globals.desk()
            var draft = try await draft.draft(desk)
            draft.words = words
            let record = try await desk.addDecision(draft, by: try await viewer.viewer(desk))
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Confirm what the reader found as a decision.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var draft: DraftOptions

        @Argument(help: "The id of its evidence, as `crosstie decisions` names it.")
        var entry: String

        @Option(help: "What was decided, in better words; the message's own without it.")
        var words: String?

        func run() async throws {
            let desk = try await globals.desk()
            var draft = try await draft.draft(desk)
            draft.words = words
            let record = try await desk.confirmDecision(EntryID(entry), draft, by: try await viewer.viewer(desk))
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that what the reader found is no decision; it is not proposed again."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The id of its evidence.")
        var entry: String

        @Option(help: "Why, if you like.")
        var words = ""

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            let record = try await desk.dismissDecision(EntryID(entry), words: words, by: actor)
            try DecisionWords.kept(record, json: globals.json)
        }
    }

    struct Describe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Complete or put right what is written about a decision."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var draft: DraftOptions

        @Argument(help: "The decision, such as d12.")
        var decision: String

        @Option(help: "What was decided.")
        var words: String?

        func run() async throws {
            let desk = try await globals.desk()
            var draft = try await draft.draft(desk)
            draft.words = words
            let actor = try await viewer.viewer(desk)
            try DecisionWords.kept(
                try await desk.describeDecision(DecisionID(decision), draft, by: actor),
                json: globals.json
            )
        }
    }
}

/// What can be said of a decision in options; what is left out stays as it is.
struct DraftOptions: ParsableArguments {
    @Option(help: "The day, YYYY-MM-DD; today without it.")
    var day: String?

    @Option(help: "Who decided: id, e-mail address or unique name. Once for each.")
    var decider: [String] = []

    @Option(help: "What else was possible. Once for each.")
    var alternative: [String] = []

    @Option(help: "What is expected to come of it.")
    var expected: String?

    @Option(help: "How one will see it: a figure, a sign, a question.")
    var sign: String?

    @Option(help: "The system or topic.")
    var topic: String?

    @Option(help: "An address of a document, ticket or change. Once for each.")
    var link: [String] = []

    @Option(help: "The id of a piece of evidence that it rests on. Once for each.")
    var source: [String] = []

    @Flag(inversion: .prefixedNo, help: "It was decided not to build, buy or do something.")
    var notBuilding: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: "Everybody who works here may open it, not only deciders and whom they report to."
    )
    var open: Bool?

    func draft(_ desk: Desk) async throws -> DecisionDraft {
        var draft = DecisionDraft()
        draft.day = try day.map(Import.day)
        if !decider.isEmpty {
            var people: [PersonID] = []
            for name in decider { people.append(try await desk.find(name).id) }
            draft.deciders = people
        }
        if !alternative.isEmpty { draft.alternatives = alternative }
        draft.expected = expected
        draft.sign = sign
        draft.topic = topic
        if !link.isEmpty { draft.links = link }
        if !source.isEmpty { draft.entries = source.map { EntryID($0) } }
        draft.isNotBuilding = notBuilding
        draft.isOpen = open
        return draft
    }
}
