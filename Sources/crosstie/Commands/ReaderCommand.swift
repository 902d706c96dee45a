import ArgumentParser
import Evidence
import Foundation
import Learning
import ReaderEndpoint
import ReaderTransformer
import Records
import Signals
import Workspace

struct ReaderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reader",
        abstract: "Choose which reader reads, and see how people agree with it.",
        subcommands: [Report.self, Use.self, Correct.self]
    )

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how often people agreed where they said anything, by week and kind.",
            discussion: """
                People correct what strikes them, so this does not say how often the reader is right; it says whether it \
                changes. In brackets is the range in which the share lies with 95 % probability.
                """
        )

        @OptionGroup var globals: GlobalOptions

        func run() async throws {
            let report = AgreementReport(try await globals.records(create: false).corrections())
            if globals.json { return try Console.json(AgreementAnswer(report)) }
            guard report.overall.said > 0 else {
                return Console.line("Nobody has said anything about a reading yet.")
            }
            let head = ["", "agreed", "of", "range", "taken away", "missed", "other person"]
            Console.table(
                head,
                report.weeks.map { Self.row("week of \($0.monday)", $0.agreement) } + [Self.row("all", report.overall)]
            )
            Console.line()
            Console.table(head, report.kinds.map { Self.row($0.kind.rawValue, $0.agreement) })
            if report.readers.count > 1 {
                Console.line()
                Console.table(
                    head,
                    report.readers.map { Self.row("\($0.reader.name) \($0.reader.version)", $0.agreement) }
                )
            }
        }

        private static func row(_ name: String, _ agreement: Agreement) -> [String] {
            func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
            return [
                name, agreement.share.map(percent) ?? "", agreement.said.grouped,
                agreement.interval.map { "(\(percent($0.lowerBound))–\(percent($0.upperBound)))" } ?? "",
                agreement.removed.grouped, agreement.added.grouped, agreement.subjectChanged.grouped,
            ]
        }
    }

    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Choose the reader for what comes in from now on.",
            discussion: """
                static is built in. transformer needs `crosstie models install`. endpoint asks a model that you run or rent: \
                words of messages worth reading then go to its address, names of people replaced. Its key comes from \
                --key-file or from the environment variable CROSSTIE_MODEL_KEY, and is never stored.
                """
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "static, transformer or endpoint.")
        var reader: ReaderName

        @Option(help: "Where the model listens, for example http://127.0.0.1:8080/v1.")
        var url: String?

        @Option(help: "The model's name.")
        var model: String?

        @Option(help: "A file that holds the model's key and nothing else.")
        var keyFile: String?

        func run() async throws {
            let records = try await globals.records(create: false)
            var setting = try await records.readerSetting()
            setting.reader = reader.rawValue
            if reader == .endpoint {
                setting.address = url ?? setting.address
                setting.model = model ?? setting.model
                setting.keyFile = keyFile ?? setting.keyFile
            }
            // A reader that cannot be made is not chosen.
            let stamp = try ReaderChoice(setting).reader().stamp
            try await records.set(reader: setting, now: GlobalOptions.now())
            if globals.json { return try Console.json(stamp) }
            Console.line("From now on \(stamp.name) \(stamp.version) reads.")
        }
    }
}
