import Evidence
import OneOnOnes
import Signals
import Testing
import Workspace
import Writing

@Suite struct `The weekly note` {
    private let item = WeeklyNote.Item(title: "Ask <Ana>", why: "She & Ben", sources: ["e1"], link: "/people/ana/prep")

    private func made(_ items: [WeeklyNote.Item], meetings: [WeeklyNote.Item] = []) -> WeeklyNote? {
        WeeklyNote(reader: "mo", name: "Mo", day: Invented.day("2026-09-30"), items: items, meetings: meetings)
    }

    private func plan(_ zone: String = "Europe/Berlin") throws -> WeeklyNotePlan {
        WeeklyNotePlan(quiet: QuietHours(clock: try #require(WallClock(zone: zone))))
    }

    private func moment(_ day: String, _ hour: Int) -> Int64 {
        Invented.day(day).microseconds + Int64(hour) * 3_600_000_000
    }

    @Test func `is not sent where there is nothing to say`() throws {
        #expect(made([]) == nil)
        #expect(try plan().step(note: nil, last: nil, now: moment("2026-09-28", 9)) == .nothing)
    }

    @Test func `holds five things at most`() {
        #expect(made(Array(repeating: item, count: 9))?.items.count == 5)
    }

    @Test func `goes out once a week, in hours that are not quiet on the reader's own wall`() throws {
        let note = try #require(made([item]))
        let plan = try plan()
        // 6:00 UTC is 8:00 in Berlin: an hour too early.
        #expect(plan.step(note: note, last: nil, now: moment("2026-09-28", 6)) == .wait(until: moment("2026-09-28", 7)))
        #expect(plan.step(note: note, last: nil, now: moment("2026-09-28", 7)) == .send)
        let sent = moment("2026-09-28", 7)
        #expect(plan.step(note: note, last: sent, now: moment("2026-09-30", 8)) == .nothing)
        #expect(plan.step(note: note, last: sent, now: moment("2026-10-05", 8)) == .send)
        // Friday evening: the next open hour is in another week.
        #expect(plan.step(note: note, last: nil, now: moment("2026-10-02", 17)) == .nothing)
        #expect(
            plan.step(note: note, last: nil, now: moment("2026-10-01", 17)) == .wait(until: moment("2026-10-02", 7))
        )
    }

    @Test func `never goes out in quiet hours, at any hour of a year and in any zone`() throws {
        let note = try #require(made([item]))
        for zone in ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"] {
            let plan = try plan(zone)
            var last: Int64?
            var sent = 0
            var now = moment("2026-01-05", 0)
            while now < moment("2027-01-04", 0) {
                switch plan.step(note: note, last: last, now: now) {
                case .send:
                    #expect(!plan.quiet.covers(now))
                    sent += 1
                    last = now
                case .wait(let until):
                    #expect(until > now)
                    #expect(!plan.quiet.covers(until))
                case .nothing: break
                }
                now += 3_600_000_000
            }
            #expect((51...53).contains(sent), "\(zone) \(sent)")
        }
    }

    @Test func `is plain text and HTML that escapes the words of others`() throws {
        let meeting = WeeklyNote.Item(title: "Ana, Tuesday, 6 October, 14:30")
        let note = try #require(made([item], meetings: [meeting]))
        #expect(
            note.text(site: "https://crosstie.example.com") == """
                Your week from 28 September

                1. Ask <Ana>
                   She & Ben
                   Sources: e1
                   https://crosstie.example.com/people/ana/prep

                1:1s this week
                - Ana, Tuesday, 6 October, 14:30

                One message a week, and none when nothing asks for you.

                """
        )
        let html = note.html(site: "https://crosstie.example.com")
        #expect(html.contains("<a href=\"https://crosstie.example.com/people/ana/prep\">Ask &lt;Ana&gt;</a>"))
        #expect(html.contains("She &amp; Ben"))
        #expect(!html.contains("<Ana>"))
        #expect(!WeeklyNote.Item(title: "x", link: "javascript:alert(1)").title.isEmpty)
    }

    @Test func `links nothing but the web and the own site`() throws {
        for link in ["javascript:alert(1)", "//evil.example.com", "data:text/html,x"] {
            let note = try #require(made([WeeklyNote.Item(title: "x", link: link)]))
            #expect(!note.html(site: "https://a.example.com").contains("href"))
        }
    }
}

@Suite struct `The team week` {
    private let ben = Person(id: "ben", name: "Ben Okoro", manager: "mo")

    private func compose(_ entries: [LedgerEntry], reader: PrepReader = .manager) -> TeamWeek {
        TeamWeekComposer(from: Invented.day("2026-09-21"), to: Invented.day("2026-09-30"), reader: reader).compose([
            .init(person: Invented.person, entries: entries), .init(person: ben, entries: []),
        ])
    }

    @Test func `sorts what happened, in somebody's words, with evidence`() {
        let week = compose(Invented.busy)
        let sorts = week.parts.map(\.sort)
        #expect(sorts == [.shipped, .stuck, .helped])
        #expect(week.parts.flatMap(\.lines).allSatisfy { !$0.sentence.sources.isEmpty })
        #expect(week.parts.first { $0.sort == .stuck }?.lines.first?.sentence.sources == ["e"])
    }

    @Test func `names nobody who was not seen`() {
        #expect(!compose(Invented.busy).parts.flatMap(\.lines).contains { $0.person == "ben" })
        #expect(compose([]).parts.isEmpty)
    }

    @Test func `tells the person the same lines, as you`() {
        let (own, other) = (compose(Invented.busy, reader: .person), compose(Invented.busy))
        let lines = own.lines(about: "ana").map(\.line.sentence)
        #expect(lines.map(\.sources) == other.lines(about: "ana").map(\.line.sentence.sources))
        #expect(!lines.contains { $0.text.contains("Ana Berg") })
        #expect(own.lines(about: "ben").isEmpty)
    }

    @Test func `whoever replies where somebody is stuck has unblocked them`() {
        var blocked = Invented.entry(
            "b1",
            daysAgo: 3,
            "cannot deploy, the runner has no key",
            by: "ben",
            kind: .blocked
        )
        blocked.subject = "ben"
        var answer = Invented.entry(
            "b2",
            daysAgo: 2,
            "I will put a new key for the runner in place this morning",
            by: "ana",
            kind: .ownership,
            workClass: .ownership
        )
        answer.thread = blocked.message.time
        let week = TeamWeekComposer(from: Invented.day("2026-09-21"), to: Invented.day("2026-09-30")).compose([
            .init(person: Invented.person, entries: [answer]), .init(person: ben, entries: [blocked]),
        ])
        #expect(week.lines(about: "ana").map(\.sort) == [.unblocked])
        #expect(week.lines(about: "ben").map(\.sort) == [.stuck])
    }

    @Test func `leaves out what lies outside the week and what is contested`() {
        let old = Invented.entry(
            "o",
            daysAgo: 30,
            "I finished the label preview today, and every depot prints from it now",
            by: "ana",
            kind: .delivery
        )
        let wrong = Invented.entry(
            "w",
            daysAgo: 2,
            "I finished the label preview today, and every depot prints from it now",
            by: "ana",
            kind: .delivery,
            state: .contested
        )
        #expect(compose([old, wrong]).parts.isEmpty)
    }
}
