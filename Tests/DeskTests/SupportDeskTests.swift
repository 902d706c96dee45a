import Desk
import Evidence
import Records
import Signals
import StoreTesting
import Support
import Testing
import Workspace
import Writing

/// Support signals and cues as each person may see them.
struct SupportDeskTests {
    private static let day: Int64 = 86_400_000_000
    private static let channel = Channel(id: "C1", name: "papers")

    /// A company in which Ana heard something every other day for thirty weeks, and then nothing for eight.
    private func company(_ engine: Engine) async throws -> Invented {
        let company = try await Invented.company(engine)
        var people = Invented.people
        for place in people.indices { people[place].account = AccountID("U\(people[place].id.text)") }
        try await company.records.replacePeople(people, now: Invented.now)
        try await company.records.keep(channels: [Self.channel])
        var messages: [MessageKey] = []
        var entries: [LedgerEntry] = []
        for back in stride(from: Int64(38 * 7), through: 1, by: -1) {
            let time = MessageTime(microseconds: Invented.now - back * Self.day)
            let id = MessageID(channel: Self.channel.id, time: time)
            messages.append(MessageKey(Message(id: id, author: .account("Uana"), text: PlainText("words"))))
            guard back > 8 * 7, back % 2 == 0 else { continue }
            let thanked = MessageID(
                channel: Self.channel.id,
                time: MessageTime(microseconds: time.microseconds + 1_000_000)
            )
            messages.append(MessageKey(Message(id: thanked, author: .account("Ux1"), text: PlainText("thanks"))))
            entries.append(entry(thanked))
        }
        try await company.records.commit(
            [MessageBatch(channel: Self.channel.id, messages: messages, entries: entries, reading: 1)],
            now: Invented.now
        )
        return company
    }

    private func entry(_ message: MessageID) -> LedgerEntry {
        LedgerEntry(
            id: EntryID(message, kind: .recognition, subject: "ana"),
            subject: "ana",
            voice: Voice(person: "x1", account: "Ux1", name: "X 1", team: "Papers"),
            kind: .recognition,
            workClass: .upkeep,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: "ownership", share: 0.7)],
            stage: 3,
            quote: "the retry fix saved our night",
            link: nil,
            message: message,
            channelName: "papers",
            episode: EpisodeID("e\(message.time.microseconds)"),
            moment: message.time.microseconds,
            state: .shown,
            shownAt: message.time.microseconds,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }

    @Test(arguments: Engine.available)
    func `the person sees it at once, the manager after two days, and nobody else ever`(engine: Engine) async throws {
        let company = try await company(engine)
        // The manager looks first: the head start begins, and nothing is shown.
        #expect(try await company.desk.teamSupport(of: "mo", for: .person("mo")).isEmpty)
        let own = try await company.desk.ownSupport(of: "ana", for: .person("ana"))
        let line = try #require(own.signals.first)
        #expect(line.kind == .drought)
        #expect(!line.sources.isEmpty)
        #expect(line.sources.allSatisfy { $0.entry != nil })
        #expect(try await company.later(days: 1).teamSupport(of: "mo", for: .person("mo")).isEmpty)
        let later = try await company.later(days: 2).teamSupport(of: "mo", for: .person("mo"))
        #expect(later.map(\.id) == [line.id])
        #expect(later.first?.words.what.contains("Ana Berg") == true)
        for viewer in [Access.Viewer.person("ops"), .person("top"), .person("x1"), .person("rep"), .console] {
            await #expect(throws: DeskError.notAllowed) {
                try await company.later(days: 3).supportSignals(of: "ana", for: viewer)
            }
        }
        await #expect(throws: DeskError.notAllowed) {
            try await company.desk.ownSupport(of: "ana", for: .person("mo"))
        }
    }

    @Test(arguments: Engine.available)
    func `it is gone after three weeks, and stays quiet`(engine: Engine) async throws {
        let company = try await company(engine)
        #expect(try await company.desk.supportSignals(of: "ana", for: .person("ana")).count == 1)
        #expect(try await company.later(days: 20).supportSignals(of: "ana", for: .person("ana")).count == 1)
        #expect(try await company.later(days: 21).supportSignals(of: "ana", for: .person("ana")).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `an answer closes it for both, and only who sees it can answer`(engine: Engine) async throws {
        let company = try await company(engine)
        let id = try #require(try await company.desk.supportSignals(of: "ana", for: .person("ana")).first?.id)
        await #expect(throws: DeskError.notAllowed) {
            try await company.desk.answerSupport(id, .helped, by: .person("mo"))
        }
        try await company.desk.answerSupport(id, .notSo, by: .person("ana"))
        let later = company.later(days: 3)
        #expect(try await later.supportSignals(of: "ana", for: .person("ana")).isEmpty)
        #expect(try await later.teamSupport(of: "mo", for: .person("mo")).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `whoever switches signals off has none, and the manager cannot tell`(engine: Engine) async throws {
        let company = try await company(engine)
        _ = try await company.desk.openSupportSignals()
        try await company.desk.switchSupport(off: true, by: "ana")
        #expect(try await company.desk.ownSupport(of: "ana", for: .person("ana")).signals.isEmpty)
        #expect(try await company.later(days: 3).teamSupport(of: "mo", for: .person("mo")).isEmpty)
        #expect(try await company.later(days: 3).supportSignals(of: "ana", for: .person("mo")).isEmpty)
        try await company.desk.switchSupport(off: false, by: "ana")
        #expect(try await company.later(days: 3).teamSupport(of: "mo", for: .person("mo")).count == 1)
    }

    @Test(arguments: Engine.available)
    func `a word that was withdrawn takes what rested on it with it`(engine: Engine) async throws {
        let company = try await company(engine)
        #expect(try await company.desk.supportSignals(of: "ana", for: .person("ana")).count == 1)
        for entry in try await company.records.entries(about: "ana", now: Invented.now) {
            try await company.records.perform(.withdraw, on: entry.id, by: "x1", now: Invented.now)
        }
        #expect(try await company.desk.supportSignals(of: "ana", for: .person("ana")).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `hours of a team are told from five people on`(engine: Engine) async throws {
        let company = try await company(engine)
        for number in 1...4 { try await company.desk.giveHours(zone: "Europe/Berlin", by: PersonID("x\(number)")) }
        #expect(try await company.desk.teamHours(of: "mo", for: .person("mo")) == nil)
        try await company.desk.giveHours(zone: "Europe/Berlin", by: "ana")
        #expect(try await company.desk.teamHours(of: "mo", for: .person("mo"))?.people == 5)
        await #expect(throws: DeskError.noSuchTarget("Mars/Base")) {
            try await company.desk.giveHours(zone: "Mars/Base", by: "ana")
        }
        await #expect(throws: DeskError.notAllowed) {
            try await company.desk.teamHours(of: "mo", for: .person("ana"))
        }
    }

    @Test(arguments: Engine.available)
    func `a cue stays for seven days, and what is said about it ends it for good`(engine: Engine) async throws {
        let company = try await company(engine)
        let first = try await company.desk.cues(of: "mo", for: .person("mo"))
        let cue = try #require(first.first { $0.cue.person == "ana" })
        #expect(first.count <= CueComposer.limit)
        #expect(try await company.later(days: 6).cues(of: "mo", for: .person("mo")).contains { $0.id == cue.id })
        #expect(try await !company.later(days: 7).cues(of: "mo", for: .person("mo")).contains { $0.id == cue.id })
        await #expect(throws: DeskError.notAllowed) {
            try await company.desk.closeCue(cue.id, .done, by: .person("ana"))
        }
        try await company.desk.closeCue(cue.id, .done, by: .person("mo"))
        #expect(try await !company.desk.cues(of: "mo", for: .person("mo")).contains { $0.id == cue.id })
    }

    @Test(arguments: Engine.available)
    func `the week shows the cues that are kept`(engine: Engine) async throws {
        let company = try await company(engine)
        let cues = try await company.desk.cues(of: "mo", for: .person("mo"))
        #expect(try await company.desk.week(of: "mo", for: .person("mo")).cues == cues.map(\.cue))
    }
}
