import OneOnOnes
import Testing
import Workspace

@Suite struct `When the next 1:1 is` {
    private func plan(_ weeks: Int = 1, zone: String = "Europe/Berlin") throws -> MeetingPlan {
        try MeetingPlan(weekday: 2, minute: 870, weeks: weeks, anchor: Invented.day("2026-09-01"), zone: zone)
    }

    @Test func `a set weekday and hour stay on the wall when clocks change`() throws {
        let plan = try plan()
        var moment = Invented.day("2026-10-18").microseconds
        var hours: [Int64] = []
        for _ in 0..<3 {
            let next = plan.next(from: moment)
            hours.append(next / 3_600_000_000 % 24)
            moment = next + 1
        }
        #expect(hours == [12, 13, 13])
        #expect(plan.words == "Tuesdays at 14:30 (Europe/Berlin)")
    }

    @Test func `every second week keeps its weeks, from whenever it is asked`() throws {
        let plan = try plan(2)
        for day in 0..<60 {
            let next = plan.next(from: Invented.day("2026-09-01").microseconds + Int64(day) * 86_400_000_000)
            let weeks = (CivilDate(microseconds: next).days - Invented.day("2026-09-01").days) / 7
            #expect(weeks.isMultiple(of: 2))
        }
        #expect(plan.words == "every second Tuesday at 14:30 (Europe/Berlin)")
    }

    @Test func `an anchor in any later week counts the same weeks`() throws {
        let early = try MeetingPlan(weekday: 5, minute: 0, weeks: 3, anchor: Invented.day("2026-01-05"), zone: "UTC")
        let late = try MeetingPlan(weekday: 5, minute: 0, weeks: 3, anchor: Invented.day("2026-03-15"), zone: "UTC")
        let from = Invented.day("2026-02-01").microseconds
        #expect(early.next(from: from) == late.next(from: from))
    }

    @Test func `what cannot be a plan is refused`() {
        #expect(throws: OneOnOneError.badPlan) {
            try MeetingPlan(weekday: 8, minute: 0, anchor: Invented.today, zone: "UTC")
        }
        #expect(throws: OneOnOneError.noSuchZone("Atlantis")) {
            try MeetingPlan(weekday: 1, minute: 0, anchor: Invented.today, zone: "Atlantis")
        }
        #expect(MeetingPlan.minute("9:05") == 545)
        #expect(MeetingPlan.weekday("thu") == 4)
        for text in ["24:00", "9", "9:5", "-1:00", "09:60", ""] { #expect(MeetingPlan.minute(text) == nil) }
        #expect(MeetingPlan.weekday("m") == nil)
    }

    @Test func `a calendar goes before a set weekday, and the weekday goes on behind it`() throws {
        let found = Invented.day("2026-09-10").microseconds
        let plan = try plan()
        let first = try #require(NextOneOnOne(from: found - 1, found: [found], plan: plan))
        #expect(first.start == found)
        let second = try #require(NextOneOnOne(from: found + 1, found: [found], plan: plan))
        #expect(second.words == "Tuesday, 15 September, 14:30")
        #expect(NextOneOnOne(from: 0, found: [], plan: nil) == nil)
    }

    @Test func `the preparation is made the day before, on Friday for a Monday`() throws {
        let tuesday = try #require(NextOneOnOne(from: 0, found: [Invented.day("2026-09-15").microseconds], plan: nil))
        #expect(tuesday.isPrepared(on: Invented.day("2026-09-14")))
        #expect(!tuesday.isPrepared(on: Invented.day("2026-09-13")))
        #expect(!tuesday.isPrepared(on: Invented.day("2026-09-15")))
        let monday = try #require(NextOneOnOne(from: 0, found: [Invented.day("2026-09-14").microseconds], plan: nil))
        #expect(monday.isPrepared(on: Invented.day("2026-09-11")))
        #expect(!monday.isPrepared(on: Invented.day("2026-09-10")))
    }
}

@Suite struct `1:1s in a calendar` {
    private let ana = Person(id: "ana", name: "Ana Berg", email: "ana@example.com", manager: "mo")
    private let mo = Person(id: "mo", name: "Mo Haddad", email: "mo@example.com")

    struct Title: CustomTestStringConvertible, Sendable {
        let title: String
        let attendees: [String]
        let isTheirs: Bool
        var testDescription: String { title }

        init(_ title: String, _ attendees: [String], _ isTheirs: Bool) {
            self.title = title
            self.attendees = attendees
            self.isTheirs = isTheirs
        }
    }

    @Test(arguments: [
        Title("Coffee", ["ana@example.com", "mo@example.com"], true),
        Title("Coffee", ["ana@example.com", "mo@example.com", "eva@example.com"], false),
        Title("1:1 Ana", [], true), Title("1:1 ANA BERG / Mo", [], true), Title("Ana one-on-one", [], true),
        Title("1:1 Anabel", [], false), Title("1:1", [], false), Title("Ana", [], false),
        Title("1:1", ["ana@example.com"], true), Title("1:1", ["mo@example.com"], false),
        Title("1:1 Ana", ["eva@example.com"], false), Title("11:1 Ana", [], false),
    ])
    func `are those of exactly the two, or named as such`(title: Title) {
        let start = Invented.today.microseconds
        let meeting = Meeting(start: start, end: start + 1_800_000_000, title: title.title, attendees: title.attendees)
        #expect(MeetingFinder(person: ana, manager: mo).starts(in: [meeting]) == (title.isTheirs ? [start] : []))
    }

    @Test func `are no whole days and no workshops`() {
        let both = ["ana@example.com", "mo@example.com"]
        let day = Meeting(start: 0, end: 1, isAllDay: true, title: "1:1 Ana", attendees: both)
        let long = Meeting(start: 0, end: 4 * 3_600_000_000, title: "1:1 Ana", attendees: both)
        #expect(MeetingFinder(person: ana, manager: mo).starts(in: [day, long]).isEmpty)
    }
}
