import Evidence
import Records
import Signals
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `The ledger` {
    private func records(_ engine: Engine) async throws -> Records {
        let records = try await Invented.records(engine)
        let entries = [Invented.entry(1), Invented.entry(2), Invented.entry(3)]
        try await records.commit(
            [Invented.batch([Invented.message(1), Invented.message(2), Invented.message(3)], entries: entries)],
            now: Invented.now
        )
        return records
    }

    @Test(arguments: Engine.available)
    func `what its subject contests counts for nothing until it is answered`(engine: Engine) async throws {
        let records = try await records(engine)
        let id = Invented.entry(1).id
        try await records.perform(.contest, on: id, by: "ana", reason: "that was Ben's work", now: Invented.now)
        #expect(try await records.entry(id, now: Invented.now)?.state == .contested)
        try await records.perform(.uphold, on: id, by: "mo", now: Invented.now)
        #expect(try await records.entry(id, now: Invented.now)?.state == .settled)
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `an edit of the message does not end a contest`(engine: Engine) async throws {
        let records = try await records(engine)
        let id = Invented.entry(1).id
        try await records.perform(.contest, on: id, by: "ana", reason: "not me", now: Invented.now)
        let edit = Invented.batch([Invented.message(1, edited: 60)], entries: [Invented.entry(1, quote: "other words")])
        try await records.commit([edit], now: Invented.now)
        let entry = try await records.entry(id, now: Invented.now)
        #expect(entry?.state == .contested && entry?.quote == "other words")
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a piece of evidence comes back as it was kept, with scope and reason`(engine: Engine) async throws {
        let records = try await records(engine)
        var kept = try #require(try await records.entry(Invented.entry(1).id, now: Invented.now))
        #expect(kept.scope == 4 && kept.reason == .helperBefore)
        let given = Invented.entry(1)
        (kept.state, kept.settledAt) = (given.state, given.settledAt)
        #expect(kept == given)
    }

    @Test(arguments: Engine.available)
    func `what is withdrawn keeps neither words nor address`(engine: Engine) async throws {
        let records = try await records(engine)
        let id = Invented.entry(1).id
        try await records.perform(.withdraw, on: id, by: "ana", now: Invented.now)
        let entry = try await records.entry(id, now: Invented.now)
        #expect(entry?.quote == "" && entry?.link == nil && entry?.matters == [])
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `an act that the state does not allow is refused and changes nothing`(engine: Engine) async throws {
        let records = try await records(engine)
        let id = Invented.entry(1).id
        await #expect(throws: RecordError.notFrom(state: "settled", act: "uphold")) {
            try await records.perform(.uphold, on: id, by: "mo", now: Invented.now)
        }
        await #expect(throws: RecordError.noSuchEntry("nothing")) {
            try await records.perform(.contest, on: "nothing", by: "ana", now: Invented.now)
        }
    }

    @Test(arguments: Engine.available)
    func `verify is clean when nothing was touched`(engine: Engine) async throws {
        let report = try await records(engine).verify()
        #expect(report.isClean)
        #expect(report.evidence == 3)
        #expect(report.auditEntries == 3)
    }

    @Test(arguments: Engine.available)
    func `verify finds a changed quote`(engine: Engine) async throws {
        let records = try await records(engine)
        try await records.database.write {
            try $0.run("UPDATE evidence SET quote = 'better words' WHERE posted = \(Invented.time(2).microseconds)")
        }
        #expect(try await records.verify().findings == [.changedEvidence(entry: Invented.entry(2).id.text)])
    }

    @Test(arguments: Engine.available)
    func `verify finds evidence that was taken out and evidence that was slipped in`(engine: Engine) async throws {
        let records = try await records(engine)
        try await records.database.write {
            try $0.run("UPDATE evidence SET entry_id = 'ffff' WHERE entry_id = \(Invented.entry(3).id.text)")
        }
        let findings = try await records.verify().findings
        #expect(findings == [.otherEvidence(position: 3)])
    }

    @Test(
        arguments: Engine.available,
        [
            "UPDATE audit SET detail = 'x' WHERE position = 3", "DELETE FROM audit WHERE position = 3",
            "UPDATE audit SET position = position + 10 WHERE position = 3",
            "UPDATE audit SET moment = 0 WHERE position = 3",
        ]
    )
    func `verify finds an audit that was changed, cut or reordered`(engine: Engine, tampering: String) async throws {
        let records = try await records(engine)
        try await records.database.write { try $0.script(tampering) }
        #expect(try await !records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `every key of every table leads with the workspace`(engine: Engine) async throws {
        let database = try await records(engine).database
        let tables = try await database.read { try Catalogue.tables(on: $0) }
        #expect(tables.count >= 8)
        for table in tables where table.name != "migration" {
            #expect(table.key.first == "workspace_id", "\(table.name)")
        }
    }
}
