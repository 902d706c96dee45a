import Desk
import Evidence
import Foundation
import Ladder
import Records
import Reviews
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Erasing a person` {
    /// Every cell of every table as text, by table.
    private func cells(_ database: any Database) async throws -> [String: [String]] {
        try await database.read { connection in
            var found: [String: [String]] = [:]
            for table in try Catalogue.tables(on: connection) where table.key.first == "workspace_id" {
                try TableSweep(table, of: "main", on: connection).walk { _, values in
                    for value in values {
                        switch value {
                        case .text(let text): found[table.name, default: []].append(text)
                        case .bytes(let bytes):
                            found[table.name, default: []].append(String(decoding: bytes, as: UTF8.self))
                        default: found[table.name, default: []].append("\(value)")
                        }
                    }
                    return .stays
                }
            }
            return found
        }
    }

    private func namesHer(_ cells: [String: [String]]) -> [String] {
        cells.flatMap { table, texts in
            ErasureStory.canaries.filter { canary in texts.contains { $0.lowercased().contains(canary.lowercased()) } }
                .map { "\(table): \($0)" }
        }.sorted()
    }

    @Test(arguments: Engine.available)
    func `nothing of the person is in any table, the chain holds, and others keep what is theirs`(
        engine: Engine
    ) async throws {
        let database = try engine.open()
        let story = try await ErasureStory.planted(on: database)
        let before = try await cells(database)
        #expect(namesHer(before).count > 20, "the story plants traces")
        #expect(try await story.records.verify().isClean)
        let preview = try await story.desk.erasurePreview(of: "p-4711", for: .person("ops"))
        #expect(try await cells(database) == before, "a preview changes nothing")
        let report = try await story.desk.erase("p-4711", by: .person("ops"))
        #expect(report.evidence == 2 && report.said == 1 && report.left.isEmpty && report.isScrubbed)
        #expect(preview.rows == report.rows && preview.blanked == report.blanked)
        #expect(namesHer(try await cells(database)).isEmpty)
        let verified = try await story.records.verify()
        #expect(verified.isClean, "\(verified.findings)")
        let desk = ErasureStory.desk(story.records)
        let ledger = try await desk.evidence(about: "ana", for: .person("ana"))
        let mention = try #require(ledger.first { $0.id == ErasureStory.namesHer.id })
        #expect(
            mention.quote
                == "Ana and somebody who left (somebody who left) moved the archive together, thanks somebody who left"
        )
        #expect(mention.state == .settled && mention.voice == ErasureStory.bea)
        let untouched = try #require(ledger.first { $0.id == ErasureStory.ofNobodyElse.id })
        #expect(untouched.quote == ErasureStory.ofNobodyElse.quote && untouched.link == ErasureStory.ofNobodyElse.link)
        let witnessed = try #require(try await story.records.entry(ErasureStory.saidByHer.id, now: Invented.now))
        #expect(witnessed.state == .withdrawn && witnessed.quote.isEmpty && witnessed.voice.name == "somebody who left")
        #expect(try await desk.people().contains { $0.id == "pia" && $0.manager == nil })
        await #expect(throws: DeskError.self) { try await desk.person("p-4711", for: .console) }
    }

    @Test func `nothing of the person is in the bytes of the database's files`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "erasure-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "record.db").path
        let database = try openDatabase(.file(path), create: true)
        let story = try await ErasureStory.planted(on: database)
        func found() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name -> [String] in
                let bytes = try Data(contentsOf: folder.appending(path: name))
                let text = String(decoding: bytes.map { 65...90 ~= $0 ? $0 + 32 : $0 }, as: UTF8.self)
                return ErasureStory.canaries.filter { text.contains($0.lowercased()) }.map { "\(name): \($0)" }
            }
        }
        #expect(try found().count > 10, "open words are in the file before")
        _ = try await story.desk.erase("p-4711", by: .person("ops"))
        // The database is still open: its log, too, has nothing of her.
        #expect(try found().isEmpty)
        #expect(try await story.records.verify().isClean)
        try await database.close()
        #expect(try found().isEmpty)
    }

    @Test(arguments: Engine.available)
    func `the same export read again does not bring the person's words back`(engine: Engine) async throws {
        let story = try await ErasureStory.planted(on: try engine.open())
        _ = try await story.desk.erase("p-4711", by: .console)
        let batch = MessageBatch(
            channel: "C1",
            messages: [
                MessageKey(
                    Message(
                        id: ErasureStory.saidByHer.message,
                        author: .account("U0ZELDA99"),
                        text: PlainText("words")
                    )
                )
            ],
            entries: [ErasureStory.saidByHer],
            reading: 2
        )
        try await story.records.commit([batch], now: Invented.now)
        #expect(namesHer(try await cells(story.database)).isEmpty)
        #expect(try await story.records.verify().isClean)
    }

    @Test(arguments: Engine.available, ["actor", "object", "detail"])
    func `an entry that was blanked cannot be changed unseen`(engine: Engine, column: String) async throws {
        let story = try await ErasureStory.planted(on: try engine.open())
        _ = try await story.desk.erase("p-4711", by: .console)
        try await story.database.write { connection in
            let name: SQL = column == "actor" ? "actor" : column == "object" ? "object" : "detail"
            try connection.run(
                """
                UPDATE audit SET \(name) = 'somebody else' WHERE workspace_id = 'main'
                    AND position = (SELECT max(position) FROM audit WHERE actor = 'somebody who left')
                """
            )
        }
        #expect(try await story.records.verify().isClean == false)
    }

    @Test(arguments: Engine.available)
    func `only people operations and the console carry it out, never about themselves`(engine: Engine) async throws {
        let story = try await ErasureStory.planted(on: try engine.open())
        for viewer: PersonID in ["mo", "p-4711", "ana", "x1"] {
            await #expect(throws: DeskError.notAllowed) { try await story.desk.erase("p-4711", by: .person(viewer)) }
        }
        await #expect(throws: DeskError.notAllowed) { try await story.desk.erase("ops", by: .person("ops")) }
        let waiting = try await story.desk.erasures(for: .person("ops"))
        #expect(waiting.others.map(\.person.id) == ["p-4711"] && waiting.others.first?.daysLeft == 28)
        #expect(try await story.desk.erasures(for: .person("mo")).others.isEmpty)
        #expect(try await story.desk.erasures(for: .person("p-4711")).own?.due.days == Invented.today.days + 28)
        #expect(try await story.desk.refuseErasure(of: "p-4711", why: "A case is open.", by: .person("ops")))
        #expect(try await story.desk.erasures(for: .person("p-4711")).own?.answer == "A case is open.")
        #expect(try await story.desk.erasures(for: .person("ops")).others.isEmpty)
    }

    @Test(arguments: Engine.available)
    func `without the key to what is sealed nobody is erased, and nothing changes`(engine: Engine) async throws {
        let story = try await ErasureStory.planted(on: try engine.open())
        let before = try await cells(story.database)
        let keyless = Desk(records: story.records, ladder: .reference, vault: nil) { Invented.now }
        await #expect(throws: VaultError.noKey) { try await keyless.erase("p-4711", by: .console) }
        #expect(try await cells(story.database) == before)
    }

    @Test(arguments: Engine.available)
    func `what did not fit before an erasure does not fit after it`(engine: Engine) async throws {
        let story = try await ErasureStory.planted(on: try engine.open())
        try await story.database.write { connection in
            try connection.run(
                "UPDATE evidence SET quote = 'other words' WHERE entry_id = \(ErasureStory.ofNobodyElse.id.text)"
            )
        }
        let before = try await story.records.verify().findings
        _ = try await story.desk.erase("p-4711", by: .console)
        let after = try await story.records.verify().findings
        #expect(!before.isEmpty && Set(before).isSubset(of: Set(after)))
    }
}
