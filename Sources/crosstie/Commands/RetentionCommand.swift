import ArgumentParser
import Desk
import Records
import Workspace

struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "For how long each kind of thing is kept; let go of what is older.",
        discussion: """
            `run` is the daily step, for a timer of the machine. It writes one line into the audit for each kind: how \
            many, from before which day, and no content. The audit itself, moves and decisions are not let go of.
            """,
        subcommands: [Show.self, Set.self, Run.self],
        defaultSubcommand: Show.self
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the limits, and what is due to go.")

        @OptionGroup var globals: GlobalOptions

        func run() async throws {
            let desk = try await globals.desk()
            let limits = try await desk.retention()
            let due = try await desk.retentionDue(now: GlobalOptions.now())
            let lines = limits.map { limit in
                LimitAnswer(
                    kind: limit.kind.rawValue,
                    days: limit.days,
                    isSet: limit.isSet,
                    due: due.first { $0.kind == limit.kind }?.count ?? 0
                )
            }
            if globals.json { return try Console.json(lines) }
            Console.table(
                ["kind", "kept for", "set by", "due to go"],
                lines.map {
                    [
                        $0.kind, $0.days.map { "\($0) days" } ?? "no limit", $0.isSet ? "you" : "standard",
                        $0.due.grouped,
                    ]
                }
            )
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set for how long a kind is kept.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "One of \(RetentionKind.allCases.map(\.rawValue).joined(separator: ", ")).")
        var kind: String

        @Argument(help: "Days, or \"forever\".")
        var days: String

        func run() async throws {
            guard let kind = RetentionKind(rawValue: kind) else {
                throw Failure(.usage, "“\(kind)” is no kind that is kept. `crosstie retention show` lists them.")
            }
            let number = Int(days)
            guard number != nil || days == "forever" else {
                throw Failure(.usage, "“\(days)” is no number of days. Say a number, or forever.")
            }
            try await globals.desk().keep(kind, days: number, by: .console)
            Console.line("\(kind.rawValue): \(number.map { "\($0) days" } ?? "no limit").")
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let go of what is older than its limit, and sign the audit."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var key: KeyOptions

        @Flag(help: "Write the pages of the database anew afterwards, so that nothing of it is left in them.")
        var scrub = false

        func run() async throws {
            let desk = try await globals.desk(key)
            let done = try await desk.keepToRetention(now: GlobalOptions.now())
            if scrub { try await globals.records(create: false).scrub() }
            try await CheckpointFile(beside: globals, key).sign(desk)
            let answers = done.map {
                DoneAnswer(
                    kind: $0.kind.rawValue,
                    count: $0.count,
                    before: CivilDate(microseconds: $0.before).description
                )
            }
            if globals.json { return try Console.json(answers) }
            guard !done.isEmpty else { return Console.line("Nothing is older than its limit.") }
            Console.table(["kind", "went", "from before"], answers.map { [$0.kind, $0.count.grouped, $0.before] })
        }
    }

    private struct LimitAnswer: Encodable {
        let kind: String
        let days: Int?
        let isSet: Bool
        let due: Int
    }

    private struct DoneAnswer: Encodable {
        let kind: String
        let count: Int
        let before: String
    }
}
