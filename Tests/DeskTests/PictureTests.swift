import Desk
import Evidence
import Growth
import Ladder
import Records
import StoreTesting
import Synchronization
import Testing
import Workspace

@Suite struct `The clocks of a desk` {
    private static let day: Int64 = 86_400_000_000

    /// A company with two years of talk about five people.
    private func company(_ engine: Engine) async throws -> (Invented, TalkAbout) {
        let company = try await Invented.company(engine)
        try await company.records.keep(channels: [Channel(id: "C1", name: "work")])
        var talk = TalkAbout(seed: 7)
        var batches: [MessageBatch] = []
        for subject in ["ana", "rep", "x1", "x2", "mo"] {
            for place in 0..<30 { batches.append(talk.batch(about: PersonID(subject), daysAgo: 2 + place * 20)) }
        }
        try await company.records.commit(batches, now: Invented.now)
        return (company, talk)
    }

    /// A desk that follows the record says the same as one that was opened just now.
    private func expectSame(
        _ desk: Desk,
        _ records: Records,
        at now: Int64,
        _ comment: Comment
    ) async throws {
        let anew = Desk(records: records, ladder: .reference) { now }
        let (one, other) = (try await desk.clocks(for: .console), try await anew.clocks(for: .console))
        #expect(one.map(\.person) == other.map(\.person), comment)
        #expect(one.map(\.state) == other.map(\.state), comment)
        #expect(one.map(\.since) == other.map(\.since), comment)
        for person in ["ana", "x1", "mo"] {
            let id = PersonID(person)
            let (here, there) = (
                try await desk.clock(of: id, target: nil, for: .console),
                try await anew.clock(of: id, target: nil, for: .console)
            )
            #expect(here == there, comment)
            let row = one.first { $0.person.id == id }
            #expect(here.state == row?.state && here.since == row?.since, comment)
        }
    }

    @Test(arguments: Engine.available)
    func `whatever happens to the record, a desk that follows it equals one opened anew`(
        engine: Engine
    ) async throws {
        var (company, talk) = try await company(engine)
        let records = company.records
        let now = Mutex(Invented.now)
        let desk = Desk(records: records, ladder: .reference) { now.withLock { $0 } }
        try await expectSame(desk, records, at: Invented.now, "at the start")
        #expect(try await desk.clocks(for: .console).contains { $0.state == .atLevel || $0.state == .emerging })

        try await records.commit([talk.batch(about: "ana", daysAgo: 1, state: .settled)], now: Invented.now)
        try await expectSame(desk, records, at: Invented.now, "after new evidence")

        let own = try await records.entries(about: "ana", now: Invented.now).filter(\.state.counts)
        try await records.perform(.contest, on: own[3].id, by: "ana", reason: "not me", now: Invented.now)
        try await expectSame(desk, records, at: Invented.now, "after a contest")
        try await records.perform(.uphold, on: own[3].id, by: "mo", now: Invented.now)
        try await records.perform(.correct, on: own[5].id, by: "ana", now: Invented.now)
        try await records.perform(.withdraw, on: own[6].id, by: "ana", now: Invented.now)
        try await expectSame(desk, records, at: Invented.now, "after a correction and a withdrawal")

        var people = Invented.people
        people.removeAll { $0.id == "x2" }
        if let place = people.firstIndex(where: { $0.id == "x1" }) {
            people[place].level = 6
            people[place].levelSince = CivilDate(days: Invented.today.days - 100)
        }
        people.append(Person(id: "new", name: "Nia New", manager: "mo", team: "Papers", level: 5))
        try await records.replacePeople(people, now: Invented.now)
        try await records.commit([talk.batch(about: "new", daysAgo: 1, state: .settled)], now: Invented.now)
        try await expectSame(desk, records, at: Invented.now, "after another people file")
        #expect(try await desk.clocks(for: .console).contains { $0.person.id == "new" })

        try await records.groupEpisodes(about: "ana", now: Invented.now)
        try await expectSame(desk, records, at: Invented.now, "after other episodes")

        for days in [1, 3, 9, 90] {
            let later = Invented.now + Int64(days) * Self.day
            now.withLock { $0 = later }
            try await expectSame(desk, records, at: later, "\(days) days later")
        }
    }

    @Test(arguments: Engine.available)
    func `what was shown counts when its wait is over, though nothing is written then`(engine: Engine) async throws {
        let (company, _) = try await company(engine)
        var talk = TalkAbout(seed: 8)
        let batch = talk.batch(about: "x3", daysAgo: 0)
        try await company.records.commit([batch], now: Invented.now)
        let settles = try #require(batch.entries[0].settlesAt)
        let now = Mutex(settles - 1)
        let desk = Desk(records: company.records, ladder: .reference) { now.withLock { $0 } }
        #expect(try await desk.clock(of: "x3", target: nil, for: .console).entries == [])
        now.withLock { $0 = settles }
        #expect(try await desk.clock(of: "x3", target: nil, for: .console).entries == [batch.entries[0].id])
        try await expectSame(desk, company.records, at: settles, "at the moment itself")
    }

    @Test(arguments: Engine.available)
    func `a list of clocks shows a viewer only those whose page they may open, by name`(engine: Engine) async throws {
        let (company, _) = try await company(engine)
        let desk = company.desk
        let all = try await desk.clocks(for: .console)
        #expect(all.map(\.person.name) == all.map(\.person.name).sorted())
        #expect(all.count == Invented.people.count)
        #expect(try await desk.clocks(for: .person("ana")).map(\.person.id) == ["ana"])
        let manager = try await desk.clocks(for: .person("mo")).map(\.person.id)
        #expect(Set(manager) == Set(Invented.people.filter { $0.manager == "mo" }.map(\.id) + ["mo"]))
        #expect(try await desk.clocks(team: "People", for: .console).map(\.person.id) == ["ops"])
        await #expect(throws: DeskError.noSuchTeam("Nowhere")) {
            try await desk.clocks(team: "Nowhere", for: .console)
        }
    }

    @Test(arguments: Engine.available)
    func `many who ask at once get one and the same picture`(engine: Engine) async throws {
        let (company, _) = try await company(engine)
        let desk = Desk(records: company.records, ladder: .reference) { Invented.now }
        let states = try await withThrowingTaskGroup(of: [LevelState?].self) { group in
            for _ in 0..<8 { group.addTask { try await desk.clocks(for: .console).map(\.state) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(states).count == 1)
    }
}
