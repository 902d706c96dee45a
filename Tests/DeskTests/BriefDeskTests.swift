import Desk
import Evidence
import Records
import Signals
import StoreTesting
import Testing
import Workspace

/// What of the company comes into everybody's brief.
@Suite struct BriefDeskTests {
    private static let lesson = "the postmortem says: the retry storm began in our own client, so budgets go in first"
    private static let thanks = "thank you for taking the scheduler apart so calmly and writing it down for all"

    private static func batch(
        _ quote: String,
        kind: SignalKind = .recognition,
        about subject: PersonID = "ana",
        in channel: ChannelID = "C1",
        state: EvidenceState = .settled,
        second: Int64
    ) -> MessageBatch {
        let time = MessageTime(microseconds: Invented.now - 3 * 86_400_000_000 + second * 1_000_000)
        let id = MessageID(channel: channel, time: time)
        let entry = LedgerEntry(
            id: EntryID(id, kind: kind, subject: subject),
            subject: subject,
            voice: Voice(person: "x1", account: "Ax1", name: "x1", team: "Papers"),
            kind: kind,
            workClass: .craft,
            confidence: 0.9,
            competencies: [],
            stage: 3,
            quote: quote,
            link: nil,
            message: id,
            channelName: "work",
            episode: EpisodeID("e\(second)"),
            moment: time.microseconds,
            state: state,
            shownAt: time.microseconds,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
        let key = MessageKey(Message(id: id, author: .account("U1"), text: PlainText("words")))
        return MessageBatch(channel: channel, messages: [key], entries: [entry], reading: 1)
    }

    private func company(_ engine: Engine, named: Bool, _ batches: [MessageBatch]) async throws -> Invented {
        let company = try await Invented.company(engine)
        try await company.records.keep(channels: [
            Channel(id: "C1", name: "work"), Channel(id: "C2", name: "leads", audience: .invited),
        ])
        _ = try await company.records.commit(batches, now: Invented.now)
        try await company.records.keep(
            NetworkChoice(hidden: false, named: named),
            of: "ana",
            by: "ana",
            now: Invented.now
        )
        return company
    }

    @Test(arguments: Engine.available) func `thanks and lessons come from public channels, with consent`(
        _ engine: Engine
    ) async throws {
        let company = try await company(
            engine,
            named: true,
            [
                Self.batch(Self.thanks, second: 1), Self.batch(Self.lesson, kind: .judgement, second: 2),
                Self.batch(Self.thanks + " in private", in: "C2", second: 3),
                Self.batch(Self.thanks + " not yet settled", state: .captured, second: 4),
                Self.batch(Self.thanks + " contested", state: .contested, second: 5),
                Self.batch(Self.thanks + " taken back", state: .withdrawn, second: 6),
                Self.batch("well done", second: 7), Self.batch(Self.thanks + " of another", about: "rep", second: 8),
            ]
        )
        let news = try await company.desk.insideNews()
        #expect(Set(news.map(\.words)) == [Self.thanks, Self.lesson])
        #expect(Set(news.map(\.sort)) == [.thanks, .lesson])
    }

    @Test(arguments: Engine.available) func `nothing comes about somebody who did not choose to be named`(
        _ engine: Engine
    ) async throws {
        let company = try await company(engine, named: false, [Self.batch(Self.thanks, second: 1)])
        #expect(try await company.desk.insideNews().isEmpty)
    }
}
