import Evidence
import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `What is kept for a time only` {
    private func records(_ engine: Engine) async throws -> Records {
        let records = try await Invented.records(engine)
        try await records.commit(
            [
                Invented.batch(
                    [Invented.message(1), Invented.message(2)],
                    entries: [Invented.entry(1, quote: "old words"), Invented.entry(2)]
                )
            ],
            now: Invented.now
        )
        return records
    }

    @Test(arguments: Engine.available)
    func `goes when its time is over, with one line in the audit and nothing of what it said`(
        engine: Engine
    ) async throws {
        let records = try await records(engine)
        try await records.keepSession(
            "h",
            for: "ana",
            begun: Invented.now - 9 * Invented.day,
            used: Invented.now - Invented.day
        )
        try await records.keep(.evidence, days: 39, by: "operator", now: Invented.now)
        #expect(try await records.letGo(isPreview: true, now: Invented.now).map(\.count) == [2, 1])
        #expect(try await records.entry(Invented.entry(1).id, now: Invented.now) != nil, "a preview changes nothing")
        let before = try await records.auditPosition()
        let done = try await records.letGo(now: Invented.now)
        #expect(done.map(\.kind) == [.evidence, .sessions] && done.map(\.count) == [2, 1])
        #expect(try await records.entry(Invented.entry(1).id, now: Invented.now) == nil)
        #expect(try await records.session("h") == nil)
        // What came in together is told anew once, and each kind has its line.
        #expect(try await records.auditPosition() == before + 3)
        #expect(try await records.verify().isClean)
        #expect(try await records.letGo(now: Invented.now).isEmpty, "the second time finds nothing")
        // The same export again brings nothing back.
        try await records.commit(
            [Invented.batch([Invented.message(1)], entries: [Invented.entry(1)], reading: 2)],
            now: Invented.now
        )
        #expect(try await records.entry(Invented.entry(1).id, now: Invented.now) == nil)
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `evidence stays where no limit is set, and too short a limit is refused`(engine: Engine) async throws {
        let records = try await records(engine)
        #expect(try await records.letGo(now: Invented.now + 4000 * Invented.day).isEmpty)
        await #expect(throws: RetentionError.tooShort(.evidence, shortest: 30)) {
            try await records.keep(.evidence, days: 3, by: "operator", now: Invented.now)
        }
        try await records.keep(.inbox, days: nil, by: "operator", now: Invented.now)
        let limit = try await records.retention().first { $0.kind == .inbox }
        #expect(limit?.isSet == true && limit?.days == nil)
    }

    @Test(arguments: Engine.available)
    func `evidence that was slipped in is not made to fit by its going`(engine: Engine) async throws {
        let records = try await records(engine)
        try await records.database.write { connection in
            try connection.run("UPDATE evidence SET captured_as = 'x' WHERE entry_id = \(Invented.entry(1).id.text)")
        }
        try await records.keep(.evidence, days: 39, by: "operator", now: Invented.now)
        _ = try await records.letGo(now: Invented.now)
        #expect(try await records.verify().isClean == false)
    }
}

@Suite struct `Checkpoints of the audit` {
    private func key(_ byte: UInt8 = 1) throws -> CheckpointKey {
        try #require(try Vault(key: [UInt8](repeating: byte, count: 32)).checkpoints)
    }

    private func records(_ engine: Engine) async throws -> Records {
        let records = try await Invented.records(engine)
        try await records.commit(
            [Invented.batch([Invented.message(1)], entries: [Invented.entry(1)])],
            now: Invented.now
        )
        return records
    }

    @Test(arguments: Engine.available)
    func `stand over the chain and are found good by their key alone`(engine: Engine) async throws {
        let records = try await records(engine)
        let checkpoint = try #require(try await records.signCheckpoint(with: try key(), now: Invented.now))
        #expect(try await records.signCheckpoint(with: try key(), now: Invented.now) == nil, "nothing is new")
        #expect(Checkpoint(line: checkpoint.line) == checkpoint)
        let report = try await records.verify(signedBy: try key(), apart: [checkpoint])
        #expect(report.isClean && report.signedUpTo == checkpoint.position)
        let other = try await records.verify(signedBy: try key(2))
        #expect(other.findings == [.badCheckpoint(position: checkpoint.position)])
    }

    @Test(arguments: Engine.available)
    func `show a chain that somebody with the disk wrote anew from the beginning`(engine: Engine) async throws {
        let records = try await records(engine)
        let checkpoint = try #require(try await records.signCheckpoint(with: try key(), now: Invented.now))
        // Somebody has the whole chain written anew, with other words in it, and takes the checkpoints out.
        try await records.database.write { connection in
            try connection.run("UPDATE audit SET actor = 'somebody else', cover = NULL, salt = NULL WHERE position = 1")
            try connection.run("UPDATE audit SET cover = NULL, salt = NULL")
            try connection.run("DELETE FROM audit_checkpoint")
        }
        let forged = try await Records.open(records.database)
        let report = try await forged.verify(signedBy: try key(), apart: [checkpoint])
        #expect(report.findings.contains(.otherChain(position: checkpoint.position)))
    }

    @Test(arguments: Engine.available)
    func `show a chain that was cut`(engine: Engine) async throws {
        let records = try await records(engine)
        try await records.note("something", on: "x", by: "operator", now: Invented.now)
        let checkpoint = try #require(try await records.signCheckpoint(with: try key(), now: Invented.now))
        try await records.database.write { connection in
            try connection.run("DELETE FROM audit WHERE position = \(checkpoint.position)")
            try connection.run("DELETE FROM audit_checkpoint")
        }
        #expect(try await records.verify().isClean, "the chain by itself does not tell")
        let report = try await records.verify(signedBy: try key(), apart: [checkpoint])
        #expect(report.findings == [.otherChain(position: checkpoint.position)])
    }
}

@Suite struct `The list of tables that an erasure goes through` {
    @Test(arguments: Engine.available)
    func `knows every table of the database`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let names = try await records.database.read { try Catalogue.tables(on: $0).map(\.name) }
        #expect(Set(names).subtracting(Records.tablesOfErasure).isEmpty)
    }
}
