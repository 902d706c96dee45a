import Records
import Store
import StoreTesting
import Testing
import Workspace

/// What the record keeps of support signals and cues.
struct SupportRecordTests {
    private let day = Invented.day
    private let now = Invented.now

    private func signal(_ id: String = "s1", opened: Int64 = Invented.now) -> SupportSignalRow {
        SupportSignalRow(id: id, person: "ana", kind: "load", opened: opened)
    }

    @Test(arguments: Engine.available)
    func `the first moment of a signal stands, and the first answer`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.open(signal(), now: now)
        try await records.open(signal(opened: now + day), now: now + day)
        #expect(try await records.supportSignals(of: "ana") == [signal()])
        #expect(try await records.answer(supportSignal: "s1", of: "ana", "helped", by: "ana", now: now))
        #expect(try await !records.answer(supportSignal: "s1", of: "ana", "not-so", by: "ana", now: now))
        #expect(try await !records.answer(supportSignal: "s1", of: "ben", "not-so", by: "ben", now: now))
        #expect(try await records.supportSignal("s1")?.answer == "helped")
        #expect(try await records.supportSignals(of: "ben").isEmpty)
    }

    @Test(arguments: Engine.available)
    func `the audit hears that a signal was opened and answered, and neither about whom nor about what`(
        engine: Engine
    )
        async throws
    {
        let records = try await Invented.records(engine)
        let before = try await records.auditPosition()
        try await records.open(signal(), now: now)
        _ = try await records.answer(supportSignal: "s1", of: "ana", "helped", by: "ana", now: now)
        let rows = try await records.database.read { connection in
            try connection.rows("SELECT act, object, detail FROM audit WHERE position > \(before) ORDER BY position")
                .map {
                    [try $0.text("act"), try $0.text("object"), try $0.text("detail")]
                }
        }
        #expect(rows == [["support signal opened", "s1", ""], ["support signal answered", "s1", "helped"]])
    }

    @Test(arguments: Engine.available)
    func `a person's choice is kept whole, and another one's is not touched`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.keep(SupportChoice(isOff: true, zone: "Europe/Berlin"), of: "ana", by: "ana", now: now)
        try await records.keep(SupportChoice(), of: "ben", by: "ben", now: now)
        try await records.keep(SupportChoice(isOff: false, zone: "Europe/Berlin"), of: "ana", by: "ana", now: now)
        #expect(
            try await records.supportChoices() == ["ana": SupportChoice(zone: "Europe/Berlin"), "ben": SupportChoice()]
        )
    }

    @Test(arguments: Engine.available)
    func `a cue keeps its first moment and its first outcome, on its reader's weeks alone`(engine: Engine) async throws
    {
        let records = try await Invented.records(engine)
        func cue(_ opened: Int64, outcome: String? = nil) -> CueRow {
            CueRow(id: "c1", reader: "mo", person: "ana", kind: "ask", opened: opened, outcome: outcome)
        }
        try await records.open([cue(now)])
        try await records.open([cue(now + day)])
        #expect(try await records.cues(of: "mo") == [cue(now)])
        #expect(try await !records.close(cue: "c1", of: "ana", "done", by: "ana", now: now))
        #expect(try await records.close(cue: "c1", of: "mo", "done", by: "mo", now: now))
        #expect(try await !records.close(cue: "c1", of: "mo", "not-useful", by: "mo", now: now))
        #expect(try await records.cue("c1") == cue(now, outcome: "done"))
    }

    @Test(arguments: Engine.available)
    func `weeks and hours of writing come from messages that still stand`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let (minute, hour): (Int64, Int64) = (60, 3600)
        let messages = [0, minute, 5 * hour, 8 * 24 * hour].map { Invented.message($0) }
        try await records.commit(
            [
                Invented.batch(
                    messages + [Invented.message(20 * 24 * hour, deleted: true)],
                    entries: [Invented.entry(0)]
                )
            ],
            now: now
        )
        let first = Invented.time(0).microseconds
        let weeks = try await records.writingWeeks(from: first, to: now)
        #expect(weeks.keys.sorted() == ["U2"])
        #expect(weeks["U2"]?.count == 2)
        #expect(weeks["U2"]?.contains((CivilDate(microseconds: first).days + 3) / 7) == true)
        #expect(try await records.writingHours(of: "U2", from: first, to: now).count == 3)
        #expect(try await records.writingHours(of: "U1", from: first, to: now).isEmpty)
        #expect(try await records.wordsAboutWork(about: ["ana", "ben"], from: first, to: now) == ["ana": [first]])
    }
}
