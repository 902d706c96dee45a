import Desk
import Evidence
import Foundation
import Growth
import Ladder
import OneOnOnes
import Records
import Store
import StoreTesting
import Synchronization
import Testing
import Workspace
import Writing

/// What a desk keeps between looks is never told once it is no longer so.
@Suite struct `What a desk keeps` {
    private static let day: Int64 = 86_400_000_000

    /// What some people can open at one moment.
    private struct Seen: Equatable {
        var weeks: [String: Week] = [:]
        var others: [String: Other] = [:]

        struct Week: Equatable {
            var cues: [Cue] = []
            var open: [OpenCue] = []
            var people: [Person] = []
            var recent: [[Sentence]] = []
            var readings: [ClockReading?] = []
            var waiting: [Int] = []
            var until: [CivilDate?] = []
            var next: [NextOneOnOne?] = []
            var sources: [EntryID: LedgerEntry] = [:]
            var team: TeamWeek?
            var support: [SupportLine] = []
        }

        /// A person's page, or that it is not open.
        enum Other: Equatable {
            case closed
            case open(ClockReading?, [LedgerEntry], [EpisodeID])
        }
    }

    private func seen(by desk: Desk) async throws -> Seen {
        var seen = Seen()
        for reader in ["mo", "top", "ana"] {
            let viewer = Access.Viewer.person(PersonID(reader))
            guard let week = try? await desk.week(of: PersonID(reader), for: viewer) else { continue }
            seen.weeks[reader] = Seen.Week(
                cues: week.cues,
                open: try await desk.cues(of: PersonID(reader), for: viewer),
                people: week.cards.map(\.person),
                recent: week.cards.map(\.recent),
                readings: week.cards.map(\.reading),
                waiting: week.cards.map(\.waiting),
                until: week.cards.map(\.waitingUntil),
                next: week.cards.map(\.next),
                sources: week.sources,
                team: try? await desk.teamWeek(of: PersonID(reader), for: viewer).week,
                support: (try? await desk.teamSupport(of: PersonID(reader), for: viewer)) ?? []
            )
        }
        for viewer in ["mo", "top", "ana", "x1"] {
            for person in ["ana", "x1"] {
                let reader = Access.Viewer.person(PersonID(viewer))
                guard let page = try? await desk.person(PersonID(person), for: reader) else {
                    seen.others["\(viewer) \(person)"] = .closed
                    continue
                }
                seen.others["\(viewer) \(person)"] = .open(
                    page.reading,
                    try await desk.evidence(about: PersonID(person), for: reader),
                    page.happenings.map(\.id)
                )
            }
        }
        return seen
    }

    /// One thing that can happen, by chance that is the same every time.
    private func change(
        _ records: Records,
        _ talk: inout TalkAbout,
        _ now: borrowing Mutex<Int64>,
        _ people: inout [Person]
    ) async throws -> String {
        let moment = now.withLock { $0 }
        let subject = PersonID(["ana", "x1", "rep"][talk.number(below: 3)])
        let entries = try await records.entries(about: subject, now: moment)
        func act(_ act: EvidenceAct, where fits: (LedgerEntry) -> Bool) async throws -> String {
            let some = entries.filter { fits($0) && $0.state.after(act) != nil }
            guard !some.isEmpty else { return "nothing to \(act)" }
            let entry = some[talk.number(below: some.count)]
            try await records.perform(act, on: entry.id, by: subject, reason: "because", now: moment)
            return "\(act) \(entry.id)"
        }
        switch talk.number(below: 13) {
        case 0, 1:
            let days = talk.number(below: 40)
            try await records.commit([talk.batch(about: subject, daysAgo: days)], now: moment)
            return "new evidence about \(subject)"
        case 2: return try await act(.contest) { $0.state == .shown }
        case 3: return try await act(.accept) { _ in true }
        case 4: return try await act(.withdraw) { _ in true }
        case 5: return try await act(.uphold) { $0.state == .contested }
        case 6:
            try await records.groupEpisodes(about: subject, now: moment)
            return "episodes of \(subject)"
        case 7:
            guard !entries.isEmpty else { return "nothing to delete" }
            let entry = entries[talk.number(below: entries.count)]
            let gone = MessageKey(
                Message(id: entry.message, author: .account("U1"), text: PlainText(""), deleted: true)
            )
            try await records.commit(
                [MessageBatch(channel: entry.message.channel, messages: [gone], entries: [], reading: 1)],
                now: moment
            )
            return "deleted \(entry.message)"
        case 8:
            let name = "work-\(talk.number(below: 3))"
            try await records.keep(channels: [Channel(id: "C1", name: name)])
            return "channel is \(name)"
        case 9:
            let place = people.firstIndex { $0.id == subject } ?? 0
            switch talk.number(below: 3) {
            case 0: people[place].manager = people[place].manager == "mo" ? "top" : "mo"
            case 1: people[place].name = "Name \(talk.number(below: 50))"
            default: people[place].level = 3 + talk.number(below: 4)
            }
            try await records.replacePeople(people, now: moment)
            return "\(people[place])"
        case 10:
            let hours = Int64(1 + talk.number(below: 200))
            now.withLock { $0 += hours * 3_600_000_000 }
            return "\(hours) hours later"
        case 11:
            let row = PlanRow(
                pair: PairKey(person: subject, manager: "mo"),
                weekday: 1 + talk.number(below: 5),
                minute: 600,
                weeks: 1,
                anchor: Invented.today,
                zone: "Europe/Berlin"
            )
            try await records.set(row, of: row.pair, by: "mo", now: moment)
            return "1:1s of \(subject)"
        default:
            try await records.set(asOf: talk.number(below: 2) == 0 ? nil : moment - 30 * Self.day)
            return "as of another day"
        }
    }

    @Test(arguments: Engine.available, [1, 2, 3] as [UInt64])
    func `whatever happens, pages say what a desk that was opened just now says`(
        engine: Engine,
        seed: UInt64
    ) async throws {
        try await follow(try engine.open(), seed: seed)
    }

    @Test(arguments: [4, 5] as [UInt64])
    func `so they do where the database tells that nothing was written`(seed: UInt64) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kept-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try openDatabase(.file(folder.appending(path: "record.db").path()), create: true)
        try await follow(database, seed: seed)
        try await database.close()
    }

    private func follow(_ database: any Database, seed: UInt64) async throws {
        let records = try await Records.open(database)
        try await records.begin(name: "Halvard", now: Invented.now)
        var people = Invented.people.filter { !["x7", "x8", "x9", "x10", "x11"].contains($0.id) }
        try await records.replacePeople(people, now: Invented.now)
        try await records.keep(channels: [Channel(id: "C1", name: "work")])
        var talk = TalkAbout(seed: seed)
        var batches: [MessageBatch] = []
        for subject in ["ana", "rep", "x1", "mo"] {
            for place in 0..<20 { batches.append(talk.batch(about: PersonID(subject), daysAgo: 1 + place * 11)) }
        }
        try await records.commit(batches, now: Invented.now)
        let now = Mutex(Invented.now)
        let desk = Desk(records: records, ladder: .reference) { now.withLock { $0 } }
        var happened = ["the start"]
        for _ in 0..<14 {
            let kept = try await seen(by: desk)
            #expect(kept == (try await seen(by: desk)), "the second look after \(happened)")
            let anew = Desk(records: records, ladder: .reference) { now.withLock { $0 } }
            #expect(kept == (try await seen(by: anew)), "after \(happened)")
            happened.append(try await change(records, &talk, now, &people))
        }
    }

    @Test(arguments: Engine.available)
    func `whoever no longer leads somebody finds nothing of what was kept for them`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        var talk = TalkAbout(seed: 9)
        try await company.records.commit([talk.batch(about: "ana", daysAgo: 2)], now: Invented.now)
        let (desk, manager) = (company.desk, Access.Viewer.person("mo"))
        #expect(try await desk.week(of: "mo", for: manager).cards.contains { $0.person.id == "ana" })
        #expect(try await desk.person("ana", for: manager).happenings.count == 1)
        var people = Invented.people
        for place in people.indices where people[place].id == "ana" { people[place].manager = "top" }
        try await company.records.replacePeople(people, now: Invented.now)
        #expect(try await !desk.week(of: "mo", for: manager).cards.contains { $0.person.id == "ana" })
        await #expect(throws: DeskError.notAllowed) { try await desk.person("ana", for: manager) }
        await #expect(throws: DeskError.notAllowed) { try await desk.evidence(about: "ana", for: manager) }
    }

    @Test(arguments: Engine.available)
    func `words that are gone are gone from every page at once`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        var talk = TalkAbout(seed: 10)
        let batch = talk.batch(about: "ana", daysAgo: 2, state: .settled)
        try await company.records.commit([batch], now: Invented.now)
        let (desk, id) = (company.desk, batch.entries[0].id)
        for _ in 0..<2 { #expect(try await desk.evidence(about: "ana", for: .person("mo")).map(\.id) == [id]) }
        try await company.records.perform(.withdraw, on: id, by: "ana", now: Invented.now)
        #expect(try await desk.evidence(about: "ana", for: .person("mo")).isEmpty)
        #expect(try await desk.week(of: "mo", for: .person("mo")).sources.isEmpty)
        #expect(try await desk.person("ana", for: .person("ana")).happenings.isEmpty)
    }
}
