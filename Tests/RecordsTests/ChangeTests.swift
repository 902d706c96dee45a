import Evidence
import Records
import StoreTesting
import Testing
import Workspace

@Suite struct `What changed` {
    private func records(_ engine: Engine) async throws -> Records {
        let records = try await Invented.records(engine)
        let entries = [Invented.entry(1), Invented.entry(2), Invented.entry(3, subject: "ben")]
        try await records.commit(
            [Invented.batch([Invented.message(1), Invented.message(2), Invented.message(3)], entries: entries)],
            now: Invented.now
        )
        return records
    }

    @Test(arguments: Engine.available)
    func `new evidence is about those whom it is about`(engine: Engine) async throws {
        let records = try await records(engine)
        let place = try await records.auditPosition()
        #expect(try await records.changes(since: place).subjects.isEmpty)
        try await records.commit(
            [Invented.batch([Invented.message(4)], entries: [Invented.entry(4, subject: "ben")])],
            now: Invented.now
        )
        let changes = try await records.changes(since: place)
        #expect(changes.subjects == ["ben"] && !changes.isAboutPeople && !changes.isMuch)
        #expect(changes.position == (try await records.auditPosition()))
    }

    @Test(arguments: Engine.available)
    func `acts, edits and deletions are about whom the piece is about`(engine: Engine) async throws {
        let records = try await records(engine)
        var place = try await records.auditPosition()
        try await records.perform(.contest, on: Invented.entry(1).id, by: "ana", reason: "not me", now: Invented.now)
        #expect(try await records.changes(since: place).subjects == ["ana"])
        place = try await records.auditPosition()
        try await records.commit(
            [Invented.batch([Invented.message(2, edited: 60)], entries: [Invented.entry(2, quote: "other words")])],
            now: Invented.now
        )
        #expect(try await records.changes(since: place).subjects == ["ana"])
        place = try await records.auditPosition()
        try await records.commit([Invented.batch([Invented.message(3, deleted: true)])], now: Invented.now)
        let changes = try await records.changes(since: place)
        #expect(changes.subjects == ["ben"] && !changes.isAboutPeople)
    }

    @Test(arguments: Engine.available)
    func `other episodes are heard of`(engine: Engine) async throws {
        let records = try await records(engine)
        let place = try await records.auditPosition()
        try await records.groupEpisodes(about: "ana", now: Invented.now)
        #expect(try await records.changes(since: place).subjects == ["ana"])
        let after = try await records.auditPosition()
        try await records.groupEpisodes(about: "ana", now: Invented.now)
        #expect(try await records.auditPosition() == after, "the same episodes again are no change")
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `people, offices and what is new here are about people`(engine: Engine) async throws {
        let records = try await records(engine)
        var place = try await records.auditPosition()
        try await records.grant(.representative, to: "ben", by: "@console", now: Invented.now)
        #expect(try await records.changes(since: place).isAboutPeople)
        place = try await records.auditPosition()
        try await records.note("something new", on: "somewhere", by: "mo", now: Invented.now)
        #expect(try await records.changes(since: place).isAboutPeople)
    }

    @Test(arguments: Engine.available)
    func `a glance sees what an entry says, of all that may count`(engine: Engine) async throws {
        let records = try await records(engine)
        try await records.perform(.contest, on: Invented.entry(1).id, by: "ana", reason: "not me", now: Invented.now)
        let whole = try await records.entries(about: "ana", now: Invented.time(3).microseconds)
            .filter { $0.state != .contested }
        let glances = try await records.glances(about: ["ana", "ben", "nobody"])
        #expect(glances["ana"] == whole.map { EvidenceGlance($0) })
        #expect(glances["ben"]?.count == 1 && glances["nobody"] == nil)
    }

    @Test(arguments: Engine.available)
    func `recognition is counted by episode, once it has settled`(engine: Engine) async throws {
        let records = try await records(engine)
        let heard = try await records.recognitions(since: 0, now: Invented.now)
        #expect(heard.map(\.subject) == ["ana", "ben"] && heard.map(\.episodes) == [2, 1])
        #expect(heard.allSatisfy { $0.voice == "ben" })
        #expect(try await records.recognitions(since: 0, now: Invented.time(5).microseconds).isEmpty)
        #expect(try await records.recognitions(since: Invented.time(3).microseconds, now: Invented.now).count == 1)
    }
}
