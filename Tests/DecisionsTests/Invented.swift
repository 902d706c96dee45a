import Decisions
import Evidence
import Signals
import Testing
import Workspace

/// A small invented company that decides things.
enum Invented {
    static let today = CivilDate(days: 20_000)
    static let now = today.microseconds + 36_000_000_000
    static let day: Int64 = 86_400_000_000
    static let ana = LedgerActor.person("ana")

    /// An entry some days before today; the number keeps messages apart.
    static func entry(
        _ number: Int64,
        daysAgo: Int64 = 40,
        quote: String = "We will keep the weekly export and not build the queue.",
        subject: PersonID = "ana",
        kind: SignalKind = .decision,
        confidence: Double = 0.8,
        episode: String? = nil,
        thread: Int64? = nil,
        channel: ChannelID = "C1",
        matters: [String] = [],
        state: EvidenceState = .settled
    ) -> LedgerEntry {
        let moment = now - daysAgo * day + number * 1_000_000
        let id = MessageID(channel: channel, time: MessageTime(microseconds: moment))
        return LedgerEntry(
            id: EntryID(id, kind: kind, subject: subject),
            subject: subject,
            voice: Voice(person: subject, account: AccountID("U-\(subject)"), name: subject.text, team: "Papers"),
            kind: kind,
            workClass: .decision,
            confidence: confidence,
            competencies: [],
            stage: 3,
            quote: quote,
            link: nil,
            message: id,
            channelName: channel.text,
            episode: EpisodeID(episode ?? "e\(number)"),
            moment: moment,
            state: state,
            shownAt: moment,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            thread: thread.map { MessageTime(microseconds: now - 400 * day + $0 * 1_000_000) },
            matters: matters
        )
    }

    static func content(_ words: String = "We keep the weekly export.", daysAgo: Int = 0) -> DecisionContent {
        DecisionContent(words: words, day: CivilDate(days: today.days - daysAgo), deciders: ["ana"])
    }

    /// A decision of some days ago.
    static func decided(daysAgo: Int = 0) throws -> DecisionCase {
        let begun = now - Int64(daysAgo) * day
        let event = try DecisionCase.enter(content(daysAgo: daysAgo), taken: nil, by: ana, now: begun)
        return DecisionCase(try #require(DecisionRecord("d1", events: [event])))
    }
}
