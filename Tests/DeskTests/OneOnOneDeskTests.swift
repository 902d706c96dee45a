import Desk
import Evidence
import Ladder
import OneOnOnes
import Records
import StoreTesting
import Testing
import Workspace

/// What two people keep of their 1:1s, and who sees it.
struct OneOnOneDeskTests {
    private let today = Invented.today

    @Test(arguments: Engine.available)
    func `both see what was agreed, and nobody else does`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let due = CivilDate(days: today.days + 7)
        _ = try await desk.agree("Ask for the key", with: "ana", owner: "mo", due: due, by: .person("ana"))
        for viewer in [Access.Viewer.person("ana"), .person("mo")] {
            #expect(try await desk.oneOnOne("ana", for: viewer).open.map(\.text) == ["Ask for the key"])
            #expect(try await desk.prep("ana", for: viewer).prep.actions.map(\.text) == ["Ask for the key"])
        }
        for viewer in [Access.Viewer.person("ops"), .person("top"), .person("x1"), .person("rep")] {
            await #expect(throws: DeskError.notAllowed) { try await desk.oneOnOne("ana", for: viewer) }
            await #expect(throws: DeskError.notAllowed) {
                try await desk.agree("Mine", with: "ana", owner: "ana", due: nil, by: viewer)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `either of the two follows an action up; to everybody else it is not there`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let action = try await desk.agree("Ask for the key", with: "ana", owner: "ana", due: nil, by: .person("mo"))
        for viewer in [Access.Viewer.person("ops"), .person("x1"), .person("top")] {
            await #expect(throws: OneOnOneError.noSuchAction) {
                try await desk.follow(action.id, .done, by: viewer)
            }
        }
        let next = CivilDate(days: today.days + 14)
        #expect(try await desk.follow(action.id, .carryOver(next), by: .person("mo")).carried == 1)
        #expect(try await desk.follow(action.id, .done, by: .person("ana")).state == .done)
        await #expect(throws: OneOnOneError.alreadyClosed) {
            try await desk.follow(action.id, .drop, by: .person("mo"))
        }
        let view = try await desk.oneOnOne("ana", for: .person("mo"))
        #expect(view.open.isEmpty)
        #expect(view.closed.map(\.state) == [.done])
        #expect(try await company.later(days: 40).oneOnOne("ana", for: .person("mo")).closed.isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a note is its author's alone`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        try await desk.writeNote("Ask about Lyon.", about: "ana", by: "mo")
        #expect(try await desk.oneOnOne("ana", for: .person("mo")).notes?.map(\.text) == ["Ask about Lyon."])
        #expect(try await desk.oneOnOne("ana", for: .person("ana")).notes?.isEmpty == true)
        #expect(try await desk.oneOnOne("ana", for: .console).notes == nil)
        for stranger in ["ops", "top", "x1"] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.writeNote("Mine", about: "ana", by: PersonID(stranger))
            }
        }
        let note = try #require(try await desk.oneOnOne("ana", for: .person("mo")).notes?.first)
        try await desk.removeNote(note.id, by: "ana")
        #expect(try await desk.oneOnOne("ana", for: .person("mo")).notes?.count == 1)
        try await desk.removeNote(note.id, by: "mo")
        #expect(try await desk.oneOnOne("ana", for: .person("mo")).notes?.isEmpty == true)
    }

    @Test(arguments: Engine.available)
    func `without a key the page opens, and a note is refused`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = Desk(records: company.records, ladder: .reference) { Invented.now }
        #expect(try await desk.oneOnOne("ana", for: .person("mo")).notes == nil)
        await #expect(throws: VaultError.noKey) { try await desk.writeNote("a", about: "ana", by: "mo") }
    }

    @Test(arguments: Engine.available)
    func `a kept 1:1 moves the page on: other questions, and news from that day alone`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let before = try await company.desk.prep("ana", for: .person("mo")).prep
        #expect(before.since == CivilDate(days: today.days - 91))
        try await company.desk.keepOneOnOne(with: "ana", by: .person("ana"))
        await #expect(throws: OneOnOneError.alreadyKept(today)) {
            try await company.desk.keepOneOnOne(with: "ana", by: .person("mo"))
        }
        let after = try await company.later(days: 7).prep("ana", for: .person("mo")).prep
        #expect(after.since == today)
        #expect(Set(after.questions.map(\.key)).isDisjoint(with: before.questions.map(\.key)))
        await #expect(throws: OneOnOneError.notYet(CivilDate(days: today.days + 1))) {
            try await company.desk.keepOneOnOne(with: "ana", on: CivilDate(days: today.days + 1), by: .person("mo"))
        }
    }

    @Test(arguments: Engine.available)
    func `somebody without a manager has a preparation, and nothing to keep`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        #expect(try await desk.prep("top", for: .person("top")).prep.questions.count == 3)
        await #expect(throws: OneOnOneError.noManager("Toni Top")) {
            try await desk.oneOnOne("top", for: .person("top"))
        }
    }

    @Test(arguments: Engine.available)
    func `a preparation is due the day before, by a set day or by a calendar`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let plan = try MeetingPlan(
            weekday: CivilDate(days: today.days + 3).weekday,
            minute: 600,
            anchor: today,
            zone: "UTC"
        )
        try await desk.set(plan, with: "ana", by: .person("ana"))
        #expect(try await desk.prepsDue(on: CivilDate(days: today.days + 2)).map(\.person.id) == ["ana"])
        #expect(try await desk.prepsDue(on: CivilDate(days: today.days + 3)).isEmpty)
        let start = CivilDate(days: today.days + 2).microseconds + 36_000_000_000
        let meetings = [
            Meeting(start: start, end: start + 1_800_000_000, title: "1:1 X 1", attendees: []),
            Meeting(start: start, end: start + 1_800_000_000, title: "Lunch", attendees: []),
        ]
        let take = try await desk.take(calendar: meetings, of: "mo", by: .person("mo"))
        #expect(take.found.map(\.person.id).contains("x1"))
        #expect(try await desk.prepsDue(on: CivilDate(days: today.days + 1)).map(\.person.id).contains("x1"))
        await #expect(throws: DeskError.notAllowed) {
            try await desk.take(calendar: meetings, of: "mo", by: .person("ana"))
        }
    }

    @Test(arguments: Engine.available)
    func `the team week is the manager's, and each reads the own lines`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        #expect(try await desk.teamWeek(of: "mo", for: .person("mo")).isManager)
        for viewer in [Access.Viewer.person("ana"), .person("ops"), .person("top")] {
            await #expect(throws: DeskError.notAllowed) { try await desk.teamWeek(of: "mo", for: viewer) }
        }
        let own = try await desk.ownTeamWeek(of: "ana", for: .person("ana"))
        #expect(own.week.parts.allSatisfy { part in part.lines.allSatisfy { $0.person == "ana" } })
        await #expect(throws: DeskError.notAllowed) { try await desk.ownTeamWeek(of: "ana", for: .person("x1")) }
    }

    @Test(arguments: Engine.available)
    func `a weekly note goes out once, and not where there is nothing to say`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        #expect(try await desk.weeklyNote(of: "x1", for: .person("x1")).note == nil)
        let plan = try MeetingPlan(weekday: today.weekday, minute: 1_000, anchor: today, zone: "UTC")
        try await desk.set(plan, with: "ana", by: .person("mo"))
        let view = try await desk.weeklyNote(of: "mo", for: .person("mo"))
        #expect(view.note?.meetings.contains { $0.title.hasPrefix("Ana Berg: ") } == true)
        #expect(try await desk.claimWeeklyNote(of: "mo", after: view.last, for: .person("mo")))
        #expect(try await desk.weeklyNote(of: "mo", for: .person("mo")).step == .nothing)
        await #expect(throws: DeskError.notAllowed) { try await desk.weeklyNote(of: "mo", for: .person("ana")) }
    }
}
