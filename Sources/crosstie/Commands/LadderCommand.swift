import Answers
import ArgumentParser
import Foundation
import Ladder
import Records
import Store

struct LadderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ladder",
        abstract: "Show the two tracks, check a ladder, compare two, or make one from what you have.",
        subcommands: [Show.self, Check.self, Diff.self, Import.self, Export.self, LadderMap.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show both tracks on their two rails, or a person's role beside another."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "A ladder in YAML; without it the adopted one, or the built-in one.")
        var file: String?

        @Flag(help: "Also show what each level may decide.")
        var authority = false

        @Option(help: "Id, e-mail address or unique name: show this person's role beside the target.")
        var person: String?

        @Option(help: "The role to hold beside it, such as management:6; the next level without it.")
        var target: String?

        func run() async throws {
            if let person { return try await LadderCommand.compare(person, with: target, globals) }
            let ladder = try await LadderCommand.document(file, globals).ladder
            if globals.json { return try Console.json(LadderAnswer(ladder)) }
            Console.line(LadderText.rails(ladder, width: 100, authority: authority))
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look for what breaks the promise of two equal tracks; exit code 1 when something does."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "A ladder in YAML; without it the adopted one, or the built-in one.")
        var file: String?

        func run() async throws {
            let document = try await LadderCommand.document(file, globals)
            let findings = LadderCheck.findings(document)
            if globals.json {
                try Console.json(findings.map(FindingAnswer.init))
            } else if findings.isEmpty {
                Console.line("\(document.file): \(document.ladder.stamp) keeps every promise of two equal tracks.")
            } else {
                for finding in findings { Console.line("\(finding)") }
            }
            if findings.contains(where: { $0.severity == .error }) { throw ExitCode(Failure.Code.finding.rawValue) }
        }
    }

    static func document(_ file: String?, _ globals: GlobalOptions) async throws -> LadderDocument {
        if let file { return try LadderDocument.read(yaml: LadderFile.source(of: file), file: file) }
        if try await globals.recordIsThere() {
            let records = try await globals.records(create: false)
            if let source = try await records.ladderSource() {
                return try LadderDocument.read(yaml: source, file: "the adopted ladder")
            }
        }
        return try CareerLadder.referenceDocument.get()
    }
}

/// A finding of the check for programs.
struct FindingAnswer: Encodable {
    let file: String
    let line: Int
    let column: Int
    let field: String
    let severity: String
    let words: String

    init(_ finding: LadderFinding) {
        file = finding.file
        line = finding.line
        column = finding.column
        field = finding.field
        severity = finding.severity.rawValue
        words = finding.words
    }
}
