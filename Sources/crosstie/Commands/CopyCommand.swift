import ArgumentParser
import Foundation
import Reading
import Records
import Store

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract:
            "Move a record to another database: from SQLite to PostgreSQL, back, or from one to another of the same kind.",
        discussion: """
            The target must be empty. Everything is copied in one transaction and read back: for every table both sides must \
            hold the same rows with the same SHA-256, and the audit chain is walked through at the end. Stop everything that \
            writes to the source first; what it writes meanwhile is not copied. Keys are not copied; the command says where \
            they must go.
            """
    )

    @Option(help: "Where the record is: sqlite:PATH or postgres://USER@HOST/NAME.")
    var from: String

    @Option(help: "Where it goes, an empty database.")
    var to: String

    @Option(help: "The folder of keys for a record on a server; without it CROSSTIE_KEYS, then crosstie-keys here.")
    var keys: String?

    @Flag(help: "Print JSON and nothing else on standard output.")
    var json = false

    func run() async throws {
        let (source, target) = (try place(from), try place(to))
        guard try source.address() != target.address() else {
            throw Failure(.usage, "--from and --to are the same database.")
        }
        guard try await source.recordIsThere() else { throw Failure.noDatabase(try source.address()) }
        let record = try await copy(
            try openDatabase(source.address(), create: false),
            to: target,
            RecordSchema.migrations
        ) { try openDatabase(try $0.address(), create: true) }
        let reading = try await copy(
            try ReadingRoom.database(beside: source),
            to: target,
            ReadingSchema.migrations
        ) { try ReadingRoom.database(beside: $0) }
        let entries = try await verify(target)
        let answer = Answer(
            from: try source.address().description,
            to: try target.address().description,
            tables: record.map(TableAnswer.init),
            reading: reading.map(TableAnswer.init),
            auditEntries: entries,
            keys: try Self.keysToMove(from: source, to: target)
        )
        if json { try Console.json(answer) } else { answer.print() }
    }

    private func place(_ address: String) throws -> GlobalOptions {
        var globals = GlobalOptions()
        (globals.database, globals.keys, globals.json) = (address, keys, json)
        _ = try globals.address()
        return globals
    }

    private func copy(
        _ source: any Database,
        to globals: GlobalOptions,
        _ migrations: Migrations,
        _ open: (GlobalOptions) throws -> any Database
    ) async throws -> [DatabaseCopy.Table] {
        let address = try globals.address()
        do {
            let target = try open(globals)
            try await migrations.run(on: source)
            try await migrations.run(on: target)
            let isQuiet = json
            let copied = try await Interruption.watch {
                try await DatabaseCopy(from: source, to: target).run { table in
                    if !isQuiet { Console.error("\(table.name): \(table.rows.grouped)") }
                }
            }
            try await source.close()
            try await target.close()
            return copied
        } catch let error as StoreError {
            throw Failure(store: error, at: address)
        }
    }

    /// Walks the audit chain of every workspace that was copied.
    ///
    /// - Returns: how many entries it has.
    private func verify(_ target: GlobalOptions) async throws -> Int {
        let database = try openDatabase(try target.address(), create: false)
        var (entries, findings) = (0, 0)
        for workspace in try await Records.workspaces(in: database) {
            let report = try await Records.open(database, workspace: workspace).verify()
            entries += report.auditEntries
            findings += report.findings.count
        }
        try await database.close()
        guard findings == 0 else {
            throw Failure(
                .finding,
                "everything was copied as it is, but \(findings) things in it do not fit: run `crosstie verify` on both sides. They were so before the copy."
            )
        }
        return entries
    }

    /// Files of keys that lie beside the source, and where they belong.
    private static func keysToMove(from source: GlobalOptions, to target: GlobalOptions) throws -> [KeyMove] {
        let (old, new) = (try source.beside(), try target.beside())
        return [".key", ".reading-keys"].compactMap { ending in
            FileManager.default.fileExists(atPath: old + ending) && old != new
                ? KeyMove(from: old + ending, to: new + ending) : nil
        }
    }

    private struct KeyMove: Encodable {
        let from: String
        let to: String
    }

    private struct TableAnswer: Encodable {
        let name: String
        let rows: Int
        let sha256: String

        init(_ table: DatabaseCopy.Table) { (name, rows, sha256) = (table.name, table.rows, table.digest) }
    }

    private struct Answer: Encodable {
        let from: String
        let to: String
        let tables: [TableAnswer]
        let reading: [TableAnswer]
        let auditEntries: Int
        let keys: [KeyMove]

        func print() {
            let rows = (tables + reading).map(\.rows).reduce(0, +)
            Console.line("Copied \(from) to \(to):")
            Console.line(
                "\(rows.grouped) rows in \(tables.count + reading.count) tables, each read back and the same on both sides; \(auditEntries.grouped) audit entries in an unbroken chain."
            )
            for key in keys { Console.line("Copy the keys as well: cp -a \(key.from) \(key.to)") }
            Console.line("From now on use --database \(to), or set CROSSTIE_DATABASE; the source is as it was.")
        }
    }
}
