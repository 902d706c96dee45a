import Desk
import Evidence
import Ladder
import MCP
import MCPDesk
import Records
import Signals
import Store
import StoreTesting
import Testing
import Workspace

/// A small company whose people have assistants.
struct Studio: Sendable {
    static let day: Int64 = 86_400_000_000
    static let now: Int64 = 1_800_000_000_000_000

    let records: Records
    let desk: Desk

    static let people = [
        Person(id: "top", name: "Toni Top", account: "U0", track: .management, level: 8),
        Person(id: "mo", name: "Mo Lind", account: "U1", manager: "top", team: "Papers", track: .management, level: 6),
        Person(
            id: "ana",
            name: "Ana Berg",
            email: "ana@halvard.example",
            account: "U2",
            manager: "mo",
            team: "Papers",
            level: 4,
            started: CivilDate(days: 19_000),
            levelSince: CivilDate(days: 19_500)
        ),
        Person(id: "ben", name: "Ben Holt", account: "U3", manager: "mo", team: "Papers", level: 4),
        Person(id: "ola", name: "Ola Ops", account: "U4", manager: "top", team: "People", level: 5),
        Person(id: "rae", name: "Rae Rep", account: "U5", manager: "top", team: "People", level: 4),
        Person(id: "lee", name: "Lee Left", account: "U6", manager: "mo", team: "Papers", level: 4, active: false),
    ]

    /// Words about each person that stand nowhere else.
    static func canary(_ person: PersonID) -> String { "quince-\(person.text)-marrow" }

    static func open(_ engine: Engine) async throws -> Studio {
        let records = try await Records.open(try engine.open())
        try await records.begin(name: "Halvard", now: now)
        try await records.replacePeople(people, now: now)
        try await records.keep(channels: [Channel(id: "C1", name: "papers")])
        try await records.grant(.peopleOperations, to: "ola", by: "@console", now: now)
        try await records.grant(.representative, to: "rae", by: "@console", now: now)
        let studio = Studio(records: records)
        for (place, person) in people.enumerated() { try await studio.fill(person, place: place) }
        return studio
    }

    private init(records: Records) {
        self.records = records
        desk = Desk(records: records, ladder: .reference) { Self.now }
    }

    /// Twelve settled pieces and one that its subject was not shown yet.
    private func fill(_ person: Person, place: Int) async throws {
        var entries = (0..<12).map { number in
            entry(about: person, minute: place * 100 + number, Self.canary(person.id) + " number \(number)")
        }
        var hidden = entry(about: person, minute: place * 100 + 50, "captured-\(person.id.text)-secret")
        (hidden.state, hidden.shownAt, hidden.settledAt) = (.captured, nil, nil)
        entries.append(hidden)
        try await records.commit(
            [
                MessageBatch(
                    channel: "C1",
                    messages: entries.map {
                        MessageKey(Message(id: $0.message, author: .account("U1"), text: PlainText("words")))
                    },
                    entries: entries,
                    reading: 1
                )
            ],
            now: Self.now
        )
    }

    private func entry(about person: Person, minute: Int, _ words: String) -> LedgerEntry {
        let moment = Self.now - 40 * Self.day + Int64(minute) * 60_000_000
        let message = MessageID(channel: "C1", time: MessageTime(microseconds: moment))
        let id = EntryID(message, kind: .recognition, subject: person.id)
        return LedgerEntry(
            id: id,
            subject: person.id,
            voice: Voice(person: "mo", account: "U1", name: "Mo Lind", team: "Papers"),
            kind: .recognition,
            workClass: .launch,
            confidence: 0.95,
            competencies: [],
            stage: 3,
            quote: words,
            link: nil,
            message: message,
            channelName: "papers",
            episode: EpisodeID(id.text),
            moment: moment,
            state: .settled,
            shownAt: moment,
            settledAt: moment + 8 * Self.day,
            reader: ReaderStamp(name: "test", version: "1"),
            ladderVersion: "1"
        )
    }

    func tools(of person: PersonID) throws -> DeskTools {
        try DeskTools(desk: desk, person: person) { reader, _ in
            DayBriefAnswer(
                day: CivilDate(microseconds: Self.now),
                items: [
                    .init(
                        headline: "News for \(reader.text)",
                        happened: ["A thing."],
                        source: "Wire",
                        why: "Role.",
                        link: nil
                    )
                ]
            )
        }
    }
}
