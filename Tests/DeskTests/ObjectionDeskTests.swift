import Desk
import Evidence
import Ladder
import OneOnOnes
import Records
import StoreTesting
import Testing
import Workspace

/// Objections that wait, and who is reminded of them.
struct ObjectionDeskTests {
    /// One piece of evidence about Ana by somebody, to which Ana objects.
    private func objected(_ engine: Engine, voice: PersonID = "x1") async throws -> (Invented, EntryID) {
        let company = try await Invented.company(engine)
        var talk = TalkAbout(seed: 3)
        let batch = talk.batch(about: "ana", daysAgo: 1)
        let kept = batch.entries[0]
        let entry = LedgerEntry(
            id: kept.id,
            subject: "ana",
            voice: Voice(person: voice, account: "U9", name: voice.text, team: "Papers"),
            kind: kept.kind,
            workClass: kept.workClass,
            confidence: kept.confidence,
            competencies: kept.competencies,
            stage: kept.stage,
            quote: kept.quote,
            link: nil,
            message: kept.message,
            channelName: kept.channelName,
            episode: kept.episode,
            moment: kept.moment,
            state: .shown,
            shownAt: kept.moment,
            reader: kept.reader,
            ladderVersion: "1"
        )
        try await company.records.commit(
            [MessageBatch(channel: "C1", messages: batch.messages, entries: [entry], reading: 1)],
            now: Invented.now
        )
        try await company.desk.contest(entry.id, reason: "It was not my part.", by: "ana")
        return (company, entry.id)
    }

    @Test(arguments: Engine.available)
    func `the manager is reminded on the week and in the weekly note until it is answered`(engine: Engine) async throws
    {
        let (company, entry) = try await objected(engine)
        let desk = company.desk
        let waiting = try await desk.objectionsToAnswer(for: .person("mo"))
        #expect(waiting.map(\.entry.id) == [entry])
        let one = try #require(waiting.first)
        #expect(one.reason == "It was not my part.")
        #expect(one.due == CivilDate(days: Invented.today.days + Objection.daysToAnswer))
        #expect(!one.isLate(on: one.due) && one.isLate(on: CivilDate(days: one.due.days + 1)))
        #expect(try await desk.week(of: "mo", for: .person("mo")).objections.map(\.entry.id) == [entry])
        let note = try #require(try await desk.weeklyNote(of: "mo", for: .person("mo")).note)
        #expect(note.items.first?.sources == [entry.text])
        #expect(note.items.first?.due == one.due)
        for viewer: PersonID in ["x1", "ops", "top", "rep"] {
            #expect(try await desk.objectionsToAnswer(for: .person(viewer)).isEmpty)
        }
        #expect(try await desk.ownObjections(of: "ana").map(\.answers?.id) == ["mo"])
        try await desk.answerObjection(
            to: entry,
            about: "ana",
            stands: true,
            reason: "Two people saw it.",
            by: .person("mo")
        )
        #expect(try await desk.objectionsToAnswer(for: .person("mo")).isEmpty)
        #expect(try await desk.objectionsToAnswer(for: .console).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `what the manager said is answered at the console, and the manager is not asked`(engine: Engine) async throws {
        let (company, entry) = try await objected(engine, voice: "mo")
        let desk = company.desk
        #expect(try await desk.objectionsToAnswer(for: .person("mo")).isEmpty)
        #expect(try await desk.week(of: "mo", for: .person("mo")).objections.isEmpty)
        let waiting = try await desk.objectionsToAnswer(for: .console)
        #expect(waiting.map(\.entry.id) == [entry])
        #expect(waiting.first?.answers == nil)
        #expect(try await desk.ownObjections(of: "ana").first?.answers == nil)
        try await desk.answerObjection(
            to: entry,
            about: "ana",
            stands: false,
            reason: "It was somebody else's part.",
            by: .console
        )
        #expect(try await desk.objectionsToAnswer(for: .console).isEmpty)
        #expect(try await desk.ownObjections(of: "ana").isEmpty)
    }
}
