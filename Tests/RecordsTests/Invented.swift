import Evidence
import Records
import Signals
import StoreTesting
import Workspace

/// A small invented company to write records about.
enum Invented {
    static let now: Int64 = CivilDate(year: 2026, month: 9, day: 30).map(\.microseconds) ?? 0
    static let day: Int64 = 86_400_000_000
    static let channel = Channel(id: "C1", name: "papers")
    static let ana = Person(id: "ana", name: "Ana Berg", account: "U1", manager: "mo", team: "Papers", level: 3)
    static let ben = Person(id: "ben", name: "Ben Okoro", account: "U2", manager: "mo", team: "Data", level: 4)

    static func records(_ engine: Engine) async throws -> Records {
        let records = try await Records.open(try engine.open())
        try await records.begin(name: "Halvard", now: now)
        try await records.replacePeople([ana, ben], now: now)
        try await records.keep(channels: [channel])
        return records
    }

    static func time(_ second: Int64) -> MessageTime { MessageTime(microseconds: now - 40 * day + second * 1_000_000) }

    static func message(_ second: Int64, edited: Int64? = nil, deleted: Bool = false) -> MessageKey {
        MessageKey(
            Message(
                id: MessageID(channel: channel.id, time: time(second)),
                author: .account("U2"),
                text: PlainText("words"),
                edited: edited.map { time($0) },
                deleted: deleted
            )
        )
    }

    static func entry(
        _ second: Int64,
        quote: String = "the retry fix saved our night",
        subject: PersonID = "ana"
    ) -> LedgerEntry {
        LedgerEntry(
            id: EntryID(MessageID(channel: channel.id, time: time(second)), kind: .recognition, subject: subject),
            subject: subject,
            voice: Voice(person: "ben", account: "U2", name: "Ben Okoro", team: "Data"),
            kind: .recognition,
            workClass: .upkeep,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: "ownership", share: 0.7)],
            stage: 3,
            scope: 4,
            reason: .helperBefore,
            quote: quote,
            link: nil,
            message: MessageID(channel: channel.id, time: time(second)),
            channelName: "papers",
            episode: EpisodeID("e\(second)"),
            moment: time(second).microseconds,
            state: .shown,
            shownAt: time(second).microseconds,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }

    static func batch(
        _ messages: [MessageKey],
        entries: [LedgerEntry] = [],
        deletions: [MessageTime] = [],
        reading: Int64 = 1
    ) -> MessageBatch {
        MessageBatch(channel: channel.id, messages: messages, deletions: deletions, entries: entries, reading: reading)
    }
}
