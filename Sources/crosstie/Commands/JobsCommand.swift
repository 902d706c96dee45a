import ArgumentParser
import Desk
import Jobs
import Workspace

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "Show what is left to workers, and settle what was given up.",
        discussion: """
            What failed is tried again after a pause that doubles; after eight tries it is given up and stands here until \
            somebody has it tried again or lets it go. Nothing here tells about people.
            """,
        subcommands: [List.self, Retry.self, Drop.self, Recompute.self],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List work that was given up, and how much of each kind there is."
        )

        @OptionGroup var globals: GlobalOptions

        func run() async throws {
            let desk = try await globals.desk()
            let answer = JobsAnswer(
                try await desk.deadJobs(for: .console),
                try await desk.jobCounts(for: .console),
                now: GlobalOptions.now()
            )
            if globals.json { return try Console.json(answer) }
            if !answer.kinds.isEmpty {
                Console.table(
                    ["work", "waiting", "running", "done", "given up"],
                    answer.kinds.map { ["\($0.kind)", "\($0.waiting)", "\($0.running)", "\($0.done)", "\($0.dead)"] }
                )
            }
            guard !answer.dead.isEmpty else { return Console.line("Nothing was given up.") }
            Console.line()
            Console.table(
                ["given up", "work", "asked for", "tries", "what went wrong"],
                answer.dead.map {
                    [
                        $0.id, $0.kind, "\($0.ageHours) h ago", "\($0.tries)",
                        $0.code.isEmpty ? $0.error : "\($0.error) \($0.code)",
                    ]
                }
            )
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Have work tried again that was given up.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Which, as `crosstie jobs list` names it; may be several, or `all`.")
        var ids: [String]

        func run() async throws {
            let desk = try await globals.desk()
            try await JobsCommand.settle(ids, desk, globals, "will be tried again") {
                try await desk.retry(deadJob: $0, by: .console)
            }
        }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let work go that was given up.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Which, as `crosstie jobs list` names it; may be several, or `all`.")
        var ids: [String]

        func run() async throws {
            let desk = try await globals.desk()
            try await JobsCommand.settle(ids, desk, globals, "let go") {
                try await desk.drop(deadJob: $0, by: .console)
            }
        }
    }

    struct Recompute: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have everybody's episodes found again, spread over the workers that run."
        )

        @OptionGroup var globals: GlobalOptions

        func run() async throws {
            let count = try await globals.desk().findEpisodesAgain(by: .console)
            if globals.json { return try Console.json(["jobs": count]) }
            Console.line("\(count) jobs wait for workers; `crosstie jobs` tells how far they are.")
        }
    }

    private static func settle(
        _ ids: [String],
        _ desk: Desk,
        _ globals: GlobalOptions,
        _ words: String,
        _ act: (String) async throws -> Void
    ) async throws {
        let all = ids == ["all"] ? try await desk.deadJobs(for: .console).map(\.id) : ids
        for id in all { try await act(id) }
        if globals.json { return try Console.json(["settled": all]) }
        Console.line(all.isEmpty ? "Nothing was given up." : all.map { "\($0): \(words)." }.joined(separator: "\n"))
    }
}

/// Work and what was given up, for programs.
private struct JobsAnswer: Encodable {
    struct Kind: Encodable {
        let kind: String
        let waiting: Int
        let running: Int
        let done: Int
        let dead: Int
        let dropped: Int
    }

    struct Dead: Encodable {
        let id: String
        let kind: String
        let ageHours: Int64
        let tries: Int
        let error: String
        let code: String
    }

    let kinds: [Kind]
    let dead: [Dead]

    init(_ dead: [DeadJob], _ counts: [JobKind: [JobState: Int]], now: Int64) {
        kinds = counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, states in
            Kind(
                kind: kind.rawValue,
                waiting: states[.waiting] ?? 0,
                running: states[.running] ?? 0,
                done: states[.done] ?? 0,
                dead: states[.dead] ?? 0,
                dropped: states[.dropped] ?? 0
            )
        }
        self.dead = dead.map {
            Dead(
                id: $0.id,
                kind: $0.kind.rawValue,
                ageHours: max(now - $0.made, 0) / 3_600_000_000,
                tries: $0.tries,
                error: $0.fault.sort,
                code: $0.fault.code
            )
        }
    }
}
