import ArgumentParser
import Evidence
import Foundation
import Importing
import Intake
import Records
import Signals
import Store
import Workspace

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a Slack export (ZIP or folder) and keep what is evidence.",
        discussion: """
            Raw messages pass through and are not kept. Public channels are read unless --channels names others; private \
            ones only when they are named; two people's talk never. The same export twice adds nothing; after an \
            interruption the same command goes on where it stopped.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "The export: a ZIP file or the folder unpacked from it.")
    var export: String

    @Option(help: "The people file (CSV). Without it the people already known, or the accounts of the export.")
    var people: String?

    @Option(help: "Channels to read, by name or id, separated by commas.")
    var channels: String?

    @Flag(name: .customLong("all-public"), help: "Read every public channel (the default).")
    var allPublic = false

    @Option(
        name: .customLong("as-of"),
        help: "Read as of this day (YYYY-MM-DD): later messages are left out, and commands look from that day."
    )
    var asOf: String?

    @Option(help: "The chat's address for links, https://NAME.slack.com.")
    var address: String?

    func run() async throws {
        let order = try ImportOrder(
            export: export,
            people: people,
            channels: channels?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) },
            allPublic: allPublic,
            asOf: try asOf.map(Self.day),
            address: address
        )
        let records = try await globals.records(create: true)
        let work = ImportWork(
            order: order,
            records: records,
            ladder: try await globals.ladder(of: records),
            key: try globals.keyFile()
        )
        let progress = ProgressLine()
        let (outcome, matching) = try await Interruption.watch {
            defer { progress.end() }
            return try await work.run { progress.show($0) }
        }
        if globals.json { return try Console.json(ImportAnswer(outcome, matching)) }
        ImportWords.print(outcome, matching, database: try globals.address().description)
    }

    static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(text) else {
            throw Failure(.usage, "“\(text)” is not a day. Write it as YYYY-MM-DD.")
        }
        return day
    }
}
