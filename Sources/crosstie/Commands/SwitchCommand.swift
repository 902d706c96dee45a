import Answers
import ArgumentParser
import Desk
import Ladder
import Moves
import Workspace

struct SwitchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch",
        abstract: "Change tracks at the same level and pay: preview, propose, confirm, return.",
        subcommands: [Preview.self, Propose.self, Confirm.self, Return.self, Report.self]
    )

    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a change of track would mean; changes nothing."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        @Option(help: "ic or management.")
        var to: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let somebody = try await desk.find(person)
            let preview = try await desk.switchPreview(
                of: somebody.id,
                to: try Track(word: to),
                for: try await viewer.viewer(desk)
            )
            if globals.json { return try Console.json(SwitchPreviewAnswer(preview)) }
            SwitchWords.print(preview, name: somebody.name)
        }
    }

    struct Propose: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose a change of track; with --as PERSON the person asks for it."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        @Option(help: "ic or management.")
        var to: String

        @Option(help: "Why, if you like.")
        var words = ""

        func run() async throws {
            let desk = try await globals.desk(key)
            let move = try await desk.proposeSwitch(
                of: try await desk.find(person).id,
                to: try Track(word: to),
                words: words,
                by: try await viewer.viewer(desk)
            )
            try MoveAnswer.print(move, json: globals.json)
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Agree to a change of track (--as PERSON), then put it in force (people operations)."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The move.")
        var move: String

        @Option(help: "The first day on the new track, YYYY-MM-DD; today without it.")
        var from: String?

        func run() async throws {
            let desk = try await globals.desk(key)
            let confirmed = try await desk.confirmSwitch(
                MoveID(move),
                from: try from.map(Import.day),
                by: try await viewer.viewer(desk)
            )
            try MoveAnswer.print(confirmed, json: globals.json)
        }
    }

    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a change of track back within the time that the ladder gives."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The move to return from.")
        var move: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let returned = try await desk.returnFromSwitch(MoveID(move), by: try await viewer.viewer(desk))
            try MoveAnswer.print(returned, json: globals.json)
        }
    }

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show over all changes of track that nobody was paid less for one; exit code 1 when somebody was."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        func run() async throws {
            let desk = try await globals.desk(key)
            let report = try await desk.switchReport(for: try await viewer.viewer(desk))
            if globals.json {
                try Console.json(SwitchReportAnswer(report))
            } else {
                Console.line(Console.wrapped(report.words))
                Console.line(
                    "  pay known before and after: \(report.payKnown) · as before, since no people file came since: \(report.payUntouched) · another currency: \(report.otherCurrency) · returns: \(report.returns)"
                )
                if !report.lowerPay.isEmpty {
                    Console.line("  lower afterwards: \(report.lowerPay.map(\.text).joined(separator: ", "))")
                }
            }
            if !report.isWithoutLoss { throw ExitCode(Failure.Code.finding.rawValue) }
        }
    }
}
