import Answers
import ArgumentParser
import Demo
import Desk
import Foundation
import Ladder
import Records
import Store
import Workspace
import Writing

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Write a made-up company, import it, show a manager's week and serve it."
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Where the demo's export, people file and record go.")
    var folder = "demo"

    @Option(help: "The port to serve on.")
    var port = 8080

    @Flag(name: .customLong("no-serve"), help: "Stop after the week is shown.")
    var noServe = false

    func run() async throws {
        let paths = try write()
        var globals = globals
        if globals.database == nil { globals.database = "sqlite:\(folder)/crosstie.db" }
        let records = try await globals.records(create: true)
        try await records.set(asOf: nil, name: DemoCompany.name)
        try await records.adopt(
            ladder: CareerLadder.referenceText,
            version: CareerLadder.reference.version,
            now: GlobalOptions.now()
        )
        Console.error("Importing \(paths.export), as of \(DemoCompany.today)")
        let order = try ImportOrder(
            export: paths.export,
            people: paths.people,
            channels: nil,
            allPublic: true,
            asOf: DemoCompany.today,
            address: "https://halvard.slack.com"
        )
        let progress = ProgressLine()
        let work = ImportWork(
            order: order,
            records: records,
            ladder: try await globals.ladder(of: records),
            key: try globals.keyFile()
        )
        let (outcome, matching) = try await Interruption.watch {
            defer { progress.end() }
            return try await work.run { progress.show($0) }
        }
        if !globals.json { ImportWords.print(outcome, matching, database: try globals.address().description) }
        let desk = try await globals.desk()
        let room = try await ReadingRoom(beside: globals)
        try await room.keepDemoPress(for: try await desk.people())
        let manager = try await desk.find(DemoCompany.manager.text)
        let week = try await desk.week(of: manager.id, for: .console)
        if globals.json { try Console.json(WeekAnswer(week)) } else { WeekWords.print(week) }
        guard !noServe else { return }
        let briefs = BriefRounds(room: room, desk: desk)
        try await Serve.serve(desk, records: records, port: port, briefs: briefs, linksFor: [manager])
    }

    private func write() throws -> (export: String, people: String) {
        let export = "\(folder)/\(DemoCompany.name) Slack export.zip"
        let people = "\(folder)/people.csv"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try DemoCompany.writeExport(to: export)
            try Data(DemoCompany.peopleCSV.utf8).write(to: URL(filePath: people))
            try Data(DemoCompany.ratingsCSV.utf8).write(to: URL(filePath: "\(folder)/ratings.csv"))
        } catch let error as DemoError {
            throw Failure(.cannotCreate, "\(error)")
        } catch {
            throw Failure(
                .cannotCreate,
                "the demo cannot be written to \(folder): \(error.localizedDescription) Choose another folder with --folder."
            )
        }
        return (export, people)
    }
}
