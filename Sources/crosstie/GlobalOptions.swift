import ArgumentParser
import Desk
import Foundation
import Ladder
import Records
import Store

/// What every command takes; the program's one place that reads the environment and the clock.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: "Where the record is: sqlite:PATH or postgres://USER@HOST/NAME.")
    var database: String?

    @Option(
        name: .long,
        help: "The folder of keys where the record is on a server; without it CROSSTIE_KEYS, then crosstie-keys here."
    )
    var keys: String?

    @Flag(name: .long, help: "Print JSON and nothing else on standard output.")
    var json = false

    /// Moves global options that stand before the command's name behind it, where the parser looks for them.
    static func afterTheCommand(_ arguments: [String]) -> [String] {
        var early: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            if first == "--json" || first.hasPrefix("--database=") || first.hasPrefix("--keys=") {
                early.append(first)
                rest.removeFirst()
            } else if first == "--database" || first == "--keys", rest.count > 1 {
                early += rest.prefix(2)
                rest.removeFirst(2)
            } else {
                break
            }
        }
        // `ladder show` takes its options after the second word.
        let inTwoWords: Set<String> = [
            "ladder", "titles", "move", "switch", "pay", "audit", "choice", "roles", "reader", "models",
            "decisions", "requests", "objections", "room", "review", "feedback", "bench", "slack", "one-on-one",
            "feeds", "writer",
            "token", "person", "retention", "jobs",
        ]
        let words =
            inTwoWords.contains(rest.first ?? "") && rest.count > 1 && !rest[rest.startIndex + 1].hasPrefix("-") ? 2 : 1
        return Array(rest.prefix(words)) + early + Array(rest.dropFirst(words))
    }

    /// Microseconds since 1970 UTC.
    static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }

    /// The address that counts: option, then environment, then the default.
    func address() throws -> DatabaseAddress {
        let text = database ?? ProcessInfo.processInfo.environment["CROSSTIE_DATABASE"] ?? "sqlite:crosstie.db"
        guard let address = DatabaseAddress(text) else { throw Failure.databaseAddress(text) }
        return address
    }

    /// Where keys and other files of this record lie, as the beginning of their paths: beside a file, else in the keys' folder.
    func beside() throws -> String {
        switch try address() {
        case .file(let path): return path
        case .memory: return "crosstie"
        case .postgres:
            let folder = keys ?? ProcessInfo.processInfo.environment["CROSSTIE_KEYS"] ?? "crosstie-keys"
            do {
                try FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch {
                throw Failure(
                    .cannotCreate,
                    "the folder of keys \(folder) cannot be made: \(error.localizedDescription) Name another with --keys or CROSSTIE_KEYS."
                )
            }
            return folder + "/crosstie"
        }
    }

    /// Whether there is a record at the address.
    func recordIsThere() async throws -> Bool {
        switch try address() {
        case .memory: return true
        case .file(let path): return FileManager.default.fileExists(atPath: path)
        case .postgres(let server):
            let database = try openDatabase(.postgres(server), create: false)
            let isThere = try await database.read { try Catalogue.holds(table: "workspace", on: $0) }
            try await database.close()
            return isThere
        }
    }

    /// Opens the record; a missing one is made only if the command is one that makes things.
    func records(create: Bool) async throws -> Records {
        let address = try address()
        do {
            if !create, try await !recordIsThere() { throw Failure.noDatabase(address) }
            let records = try await Records.open(try openDatabase(address, create: create))
            if create { try await records.begin(name: "Workspace", now: Self.now()) }
            return records
        } catch let error as StoreError {
            throw Failure(store: error, at: address)
        }
    }

    /// The ladder that the record adopted, else the built-in one.
    func ladder(of records: Records) async throws -> CareerLadder {
        guard let source = try await records.ladderSource() else { return CareerLadder.reference }
        return try LadderDocument.read(yaml: source, file: "the adopted ladder").ladder
    }

    /// Everything that reading commands need.
    func desk() async throws -> Desk {
        let records = try await records(create: false)
        let vault = try keyFile().vault()
        var desk = Desk(records: records, ladder: try await ladder(of: records), vault: vault, clock: Self.now)
        desk.writer = try await WriterChoice.chosen(records)
        return desk
    }
}
