import Answers
public import ArgumentParser
import Desk
import Evidence
import Foundation
import Records
import Reviews
import Workspace

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Write a review that is kept: choose evidence, change sentences, share, acknowledge, seal.",
        discussion: """
            A manager writes about somebody who reports to them (`start PERSON --as MANAGER`), or a person about their own \
            work (`start` with --as alone). Nobody else opens it before it is shared. At least one sentence of each part has \
            to be the manager's own. Sealing keeps it for good, with a SHA-256 hash that `verify` holds files against.
            """,
        subcommands: [
            Start.self, List.self, Show.self, Keep.self, Drop.self, Note.self, Edit.self, Add.self, Remove.self,
            Compose.self, Share.self, TakeBack.self, Acknowledge.self, Seal.self, VerifyFile.self, Export.self,
        ],
        defaultSubcommand: List.self
    )

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin a review of somebody, or a self review where no --person is named."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Option(help: "Whom it is about; without it yourself.")
        var person: String?

        @Option(help: "The first day, YYYY-MM-DD; half a year ago without it.")
        var from: String?

        @Option(help: "The last day, YYYY-MM-DD; today without it.")
        var to: String?

        func run() async throws {
            // What is written is sealed, so that there has to be a key.
            _ = try await globals.keyFile().vault(of: try await globals.records(create: false))
            let desk = try await globals.desk()
            let author = try await viewer.person(desk)
            let review = try await desk.startReview(
                of: try await person.asyncMap { try await desk.find($0).id } ?? author,
                from: try from.map(Import.day),
                to: try to.map(Import.day),
                by: author
            )
            try await ReviewWords.show(review.id, desk, author, json: globals.json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the reviews that you may open.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        func run() async throws {
            let desk = try await globals.desk()
            let reviews = try await desk.reviews(for: try await viewer.person(desk))
            if globals.json { return try Console.json(reviews.map(ReviewListAnswer.init)) }
            guard !reviews.isEmpty else { return Console.line("No review is open to you yet.") }
            Console.table(
                ["Review", "About", "By", "Period", "State"],
                reviews.map {
                    [
                        $0.id.text, $0.person.name, $0.author, "\($0.row.from) to \($0.row.to)",
                        "\($0.state.words), version \($0.row.version)",
                    ]
                }
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a review with the numbers of its sentences, and what is beside it while it is written."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The review, such as ana.v1.")
        var review: String

        @Option(help: "An earlier version; the last one without it.")
        var version: Int?

        func run() async throws {
            let desk = try await globals.desk()
            try await ReviewWords.show(
                ReviewID(review),
                desk,
                try await viewer.person(desk),
                version: version,
                json: globals.json
            )
        }
    }

    struct VerifyFile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Hold a file against the seals: is it the text that was sealed?"
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "A file that `review export` wrote.")
        var file: String

        func run() async throws {
            let desk = try await globals.desk()
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure(.noInput, "there is no file “\(file)” that can be read.")
            }
            let found = try await desk.verifySeal(Array(data), for: try await viewer.person(desk))
            if globals.json {
                try Console.json(SealAnswer(found))
            } else {
                ReviewWords.tell(found)
            }
            if found.review == nil { throw ExitCode(1) }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a review as a file: md, html (prints well, also to PDF) or json (what the hash is over)."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The review, such as ana.v1.")
        var review: String

        @Option(help: "md, html or json.")
        var format: DocumentFile.Form = .markdown

        @Option(help: "Where to write it; to standard output without it.")
        var output: String?

        func run() async throws {
            let desk = try await globals.desk()
            let file = try await desk.export(ReviewID(review), as: format, for: try await viewer.person(desk))
            guard let output else {
                return FileHandle.standardOutput.write(Data(file.bytes))
            }
            guard FileManager.default.createFile(atPath: output, contents: Data(file.bytes)) else {
                throw Failure(.disk, "“\(output)” cannot be written. Name a file in a folder that is there.")
            }
            Console.line("\(output): \(file.bytes.count) bytes")
        }
    }
}

extension DocumentFile.Form: ExpressibleByArgument {}

extension Optional {
    /// What some work makes of a value that is there.
    fileprivate func asyncMap<Result>(_ work: (Wrapped) async throws -> Result) async rethrows -> Result? {
        guard let self else { return nil }
        return try await work(self)
    }
}

extension Failure {
    /// Words for a review or a request that cannot go on.
    init(review error: ReviewError) {
        let code: Code =
            switch error {
            case .noSuchReview, .noSuchLine, .noSuchBlock, .noSuchEvidence, .noSuchRequest: .noInput
            case .changed: .busy
            case .noManager: .data
            default: .usage
            }
        self.init(code, error.words)
    }
}
