import Demo
import Evidence
import Foundation
import Importing
import Intake
import Ladder
import Records
import Signals
import Store
import Workspace

/// The made-up company on its way through the real import.
struct DemoImport {
    let folder: URL
    let export: String
    static let today = CivilDate(days: DemoCompany.today.days + 1).microseconds - 1

    /// Writes the export once into a folder of its own.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "crosstie-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        export = folder.appending(path: "export.zip").path
        try DemoCompany.writeExport(to: export)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Imports into a database; small commits, so that there are many points to stop at.
    @discardableResult
    func run(
        into database: any Database,
        width: Int = 6,
        messagesPerCommit: Int = 200,
        until: Int64 = today
    ) async throws -> ImportOutcome {
        let records = try await Records.open(database)
        try await records.begin(name: DemoCompany.name, now: until)
        let export = try SlackExport.open(export)
        let people = DemoImport.people(export)
        try await records.replacePeople(people, now: until)
        try await records.set(asOf: until)
        let reader = try StaticReader()
        let accounts = people.compactMap { person in person.account.map { ($0, person) } }
        let capture = Capture(
            people: Dictionary(accounts, uniquingKeysWith: { first, _ in first }),
            names: [:],
            address: ChatAddress(base: "https://halvard.slack.com"),
            reader: reader.stamp,
            ladderVersion: CareerLadder.reference.version,
            asked: Dictionary(
                uniqueKeysWithValues: Track.allCases.map { track in
                    (track, Set(CareerLadder.reference.competencies(for: track == .ic ? .ic : .management).map(\.id)))
                }
            ),
            now: until
        )
        let run = try await ImportRun.prepare(
            export,
            selection: .allPublic,
            into: records,
            reader: reader,
            settings: .init(capture: capture, until: until, width: width, messagesPerCommit: messagesPerCommit)
        )
        return try await run.run()
    }

    static func people(_ export: SlackExport) -> [Person] {
        let matching = AccountMatching.match(people: DemoCompany.people, accounts: export.accounts)
        let owned = Dictionary(
            matching.matched.map { ($0.person, $0.account) },
            uniquingKeysWith: { first, _ in first }
        )
        return DemoCompany.people.map { person in
            var person = person
            person.account = owned[person.id] ?? person.account
            return person
        }
    }
}

/// Everything that a record holds, as text that can be compared.
func contents(of database: any Database) async throws -> [String] {
    try await database.read { connection in
        let tables: [(String, SQL)] = [
            ("message", "SELECT * FROM message ORDER BY channel_id, posted"),
            ("evidence", "SELECT * FROM evidence ORDER BY entry_id"),
            ("channel", "SELECT * FROM channel ORDER BY channel_id"),
            ("person", "SELECT * FROM person ORDER BY person_id"),
        ]
        return try tables.flatMap { name, sql in try connection.rows(sql).map { "\(name) \($0)" } }
    }
}

/// A database that fails at a chosen write, as a full disk or a pulled plug would.
struct FailingDatabase: Database {
    let base: any Database
    let failing: Countdown
    var dialect: Dialect { base.dialect }

    struct PulledPlug: Error {}

    actor Countdown {
        private var left: Int
        private(set) var writes = 0
        init(_ left: Int) { self.left = left }
        func step() throws {
            writes += 1
            left -= 1
            if left < 0 { throw PulledPlug() }
        }
    }

    func read<Answer: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Answer) async throws -> Answer {
        try await base.read(body)
    }

    func write<Answer: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Answer) async throws -> Answer {
        try await failing.step()
        return try await base.write(body)
    }

    func close() async throws { try await base.close() }
}
