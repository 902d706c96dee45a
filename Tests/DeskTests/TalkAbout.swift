import Evidence
import Records
import Signals
import Workspace

/// Evidence for the invented company: some talk about many, by chance that is the same every time.
struct TalkAbout {
    private var seed: UInt64
    private var second: Int64 = 0

    init(seed: UInt64) { self.seed = seed }

    mutating func number(below limit: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(limit))
    }

    /// One message that says something about a person.
    mutating func batch(about subject: PersonID, daysAgo: Int, state: EvidenceState = .shown) -> MessageBatch {
        second += 1
        let time = MessageTime(microseconds: Invented.now - Int64(daysAgo) * 86_400_000_000 + second * 1_000_000)
        let id = MessageID(channel: "C1", time: time)
        let voice = PersonID("x\(1 + number(below: 11))")
        let kinds: [SignalKind] = [.recognition, .judgement, .delivery, .feedback]
        let kind = kinds[number(below: kinds.count)]
        let entry = LedgerEntry(
            id: EntryID(id, kind: kind, subject: subject),
            subject: subject,
            voice: Voice(person: voice, account: AccountID("A" + voice.text), name: voice.text, team: "Papers"),
            kind: kind,
            workClass: .craft,
            confidence: 0.9,
            competencies: [
                CompetencyShare(competency: ["craft", "design", "judgement"][number(below: 3)], share: 0.6)
            ],
            stage: Double(number(below: 40)) / 10 + 1,
            quote: "thank you for taking the scheduler apart so calmly",
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
        return MessageBatch(channel: "C1", messages: [key], entries: [entry], reading: 1)
    }
}
