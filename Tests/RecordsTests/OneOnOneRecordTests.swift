import Evidence
import Records
import Store
import StoreTesting
import Testing
import Workspace

/// What the record keeps of 1:1s.
struct OneOnOneRecordTests {
    private let day = CivilDate("2026-09-30") ?? CivilDate(days: 0)
    private let now = Invented.now
    private let pair = PairKey(person: "ana", manager: "mo")

    private func action(_ id: String = "a1", state: String = "open", carried: Int = 0) -> ActionRow {
        ActionRow(
            id: id,
            pair: pair,
            words: "Ask the depot about the secret plan",
            owner: "mo",
            agreed: day,
            due: CivilDate(days: day.days + 7),
            state: state,
            closed: state == "open" ? nil : day,
            carried: carried
        )
    }

    private func vault(_ byte: UInt8 = 7) throws -> Vault { try Vault(key: [UInt8](repeating: byte, count: 32)) }

    @Test(arguments: Engine.available)
    func `a 1:1 of a day is kept once, with what it told`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        func row(_ id: String, _ day: CivilDate) -> OneOnOneRow {
            OneOnOneRow(id: id, pair: pair, day: day, told: ["e1", "e2"], edge: "design", asked: ["work.craft.1"])
        }
        #expect(try await records.keep(row("1", day), by: "mo", now: now))
        #expect(try await !records.keep(row("2", day), by: "ana", now: now))
        let later = CivilDate(days: day.days + 7)
        #expect(try await records.keep(row("3", later), by: "mo", now: now))
        #expect(try await records.oneOnOnes(of: pair) == [row("3", later), row("1", day)])
        #expect(try await records.oneOnOnes(of: PairKey(person: "ana", manager: "eva")).isEmpty)
        #expect(try await records.oneOnOnes(of: "ana").count == 2)
    }

    @Test(arguments: Engine.available)
    func `an action is closed once, and whoever is slower is told`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.keep(action(), by: "mo", now: now)
        #expect(try await records.follow(action(carried: 1), carriedBefore: 0, by: "ana", now: now))
        #expect(try await !records.follow(action(carried: 1), carriedBefore: 0, by: "mo", now: now))
        #expect(try await records.follow(action(state: "done", carried: 1), carriedBefore: 1, by: "ana", now: now))
        #expect(try await !records.follow(action(state: "dropped", carried: 1), carriedBefore: 1, by: "mo", now: now))
        #expect(try await records.action("a1")?.state == "done")
        #expect(try await records.actions(of: pair, closedSince: day).map(\.id) == ["a1"])
        #expect(try await records.actions(of: pair, closedSince: CivilDate(days: day.days + 1)).isEmpty)
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `the audit hears of actions without their words, and of notes nothing`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let before = try await records.auditPosition()
        try await records.keep(action(), by: "mo", now: now)
        _ = try await records.follow(action(state: "done"), carriedBefore: 0, by: "ana", now: now)
        let note = NoteRow(id: "n1", author: "mo", person: "ana", moment: now, words: "secret plan")
        try await records.keep(note, vault: try vault())
        let rows = try await records.database.read { connection in
            try connection.rows("SELECT act, object, detail FROM audit WHERE position > \(before) ORDER BY position")
                .map { [try $0.text("act"), try $0.text("object"), try $0.text("detail")] }
        }
        #expect(rows == [["action agreed", "a1", ""], ["action done", "a1", ""]])
    }

    @Test(arguments: Engine.available)
    func `a note opens for its author alone, and the database's bytes do not tell it`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try vault()
        let note = NoteRow(id: "n1", author: "mo", person: "ana", moment: now, words: "ask about the move to Lyon")
        try await records.keep(note, vault: vault)
        #expect(try await records.notes(by: "mo", about: "ana", vault: vault) == [note])
        #expect(try await records.notes(by: "ana", about: "ana", vault: vault).isEmpty)
        #expect(try await records.holdsSealedFacts())
        let sealed = try await records.database.read { connection in
            try connection.rows("SELECT sealed FROM private_note").map { try $0.bytes("sealed") }
        }
        #expect(sealed.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Lyon") })
        // Somebody else's row cannot be passed off as one's own.
        try await records.database.write { connection in
            try connection.run("UPDATE private_note SET author_id = 'ana'")
        }
        await #expect(throws: VaultError.self) { try await records.notes(by: "ana", about: "ana", vault: vault) }
    }

    @Test(arguments: Engine.available)
    func `only its author removes a note, and another key opens and adds none`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let note = NoteRow(id: "n1", author: "mo", person: "ana", moment: now, words: "a")
        try await records.keep(note, vault: try vault())
        #expect(try await !records.forget(note: "n1", of: "ana"))
        await #expect(throws: VaultError.self) {
            try await records.notes(by: "mo", about: "ana", vault: try vault(9))
        }
        await #expect(throws: VaultError.self) {
            try await records.keep(
                NoteRow(id: "n2", author: "mo", person: "ana", moment: now, words: "b"),
                vault: try vault(9)
            )
        }
        #expect(try await records.forget(note: "n1", of: "mo"))
        #expect(try await records.notes(by: "mo", about: "ana", vault: try vault()).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a calendar's days take the place of its earlier ones, those of others stay`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let other = PairKey(person: "ben", manager: "mo")
        try await records.replace(meetings: [pair: [now, now + 10], other: [now + 5]], from: now, by: "mo", now: now)
        try await records.replace(meetings: [pair: [now + 20]], from: now + 5, by: "mo", now: now)
        let found = try await records.foundMeetings(from: 0, to: now + 100)
        #expect(found == [pair: [now, now + 20], other: [now + 5]])
        #expect(try await records.foundMeetings(of: "ben", from: now, to: now + 100) == [other: [now + 5]])
    }

    @Test(arguments: Engine.available)
    func `a set day is kept, changed and taken back`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        func plan(_ minute: Int) -> PlanRow {
            PlanRow(pair: pair, weekday: 2, minute: minute, weeks: 1, anchor: day, zone: "Europe/Berlin")
        }
        try await records.set(plan(600), of: pair, by: "mo", now: now)
        try await records.set(plan(630), of: pair, by: "ana", now: now)
        #expect(try await records.meetingPlans() == [plan(630)])
        try await records.set(nil, of: pair, by: "mo", now: now)
        #expect(try await records.meetingPlans(of: "ana").isEmpty)
    }

    @Test(arguments: Engine.available)
    func `of two who send a weekly note, one does`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        #expect(try await records.lastWeeklyNote(of: "mo") == nil)
        #expect(try await records.keepWeeklyNote(of: "mo", after: nil, now: now))
        #expect(try await !records.keepWeeklyNote(of: "mo", after: nil, now: now + 1))
        #expect(try await records.keepWeeklyNote(of: "mo", after: now, now: now + 2))
        #expect(try await !records.keepWeeklyNote(of: "mo", after: now, now: now + 3))
        #expect(try await records.lastWeeklyNote(of: "mo") == now + 2)
    }
}
