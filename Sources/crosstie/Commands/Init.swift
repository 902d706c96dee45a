import ArgumentParser
import Foundation
import Ladder
import Records
import Store

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an empty record, with the built-in ladder or your own."
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "The company's name.")
    var name = "Workspace"

    @Option(help: "A ladder in YAML; without it the built-in reference ladder.")
    var ladder: String?

    func run() async throws {
        let source = try ladder.map(LadderFile.source(of:)) ?? CareerLadder.referenceText
        let document = try LadderDocument.read(yaml: source, file: ladder ?? "the built-in ladder")
        let records = try await globals.records(create: true)
        let state = try await records.workspaceState()
        try await records.set(asOf: state?.asOf, name: name)
        try await records.adopt(ladder: source, version: document.ladder.version, now: GlobalOptions.now())
        let answer = Answer(database: try globals.address().description, name: name, ladder: document.ladder.stamp)
        if globals.json { return try Console.json(answer) }
        Console.line("The record is ready at \(answer.database), with the ladder \(answer.ladder).")
        Console.line("Next: crosstie import EXPORT --people people.csv")
    }

    private struct Answer: Encodable {
        let database: String
        let name: String
        let ladder: String
    }
}

/// A ladder's source on disk.
enum LadderFile {
    static func source(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.noInput, "the ladder \(path) cannot be read. Check the path.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.data, "the ladder \(path) is not UTF-8 text. Save it as UTF-8.")
        }
        return text
    }
}
