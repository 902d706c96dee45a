import OneOnOnes
import Testing
import Workspace

@Suite struct `Deliveries` {
    private let hour: Int64 = 3_600_000_000

    private func moment(_ day: String, _ hour: Int, _ minute: Int = 0) -> Int64 {
        Invented.day(day).microseconds + Int64(hour) * self.hour + Int64(minute) * 60_000_000
    }

    private func ahead(
        _ person: PersonID = "ana",
        _ manager: PersonID = "mo",
        at start: Int64
    ) throws
        -> DeliveryPlan.Ahead
    {
        let meeting = try #require(NextOneOnOne(from: start, found: [start], plan: nil))
        return DeliveryPlan.Ahead(person: person, manager: manager, meeting: meeting)
    }

    private func plan(_ reader: PersonID = "mo", zone: String? = nil, off: Set<Delivery.Kind> = []) -> DeliveryPlan {
        DeliveryPlan(reader: reader, choice: DeliveryChoice(off: off, zone: zone))
    }

    @Test func `a preparation goes out on the morning of the day before`() throws {
        // Wednesday, 30 September 2026, 14:00.
        let meeting = try ahead(at: moment("2026-09-30", 14))
        #expect(
            plan().preps([meeting], done: [], now: moment("2026-09-28", 10)) == .wait(until: moment("2026-09-29", 9))
        )
        #expect(
            plan().preps([meeting], done: [], now: moment("2026-09-29", 8)) == .wait(until: moment("2026-09-29", 9))
        )
        guard case .send(let delivery) = plan().preps([meeting], done: [], now: moment("2026-09-29", 9)) else {
            Issue.record("nothing was sent")
            return
        }
        #expect(delivery.parts.map(\.person) == ["ana"])
        #expect(delivery.parts.map(\.other) == ["ana"])
        #expect(delivery.expires == meeting.meeting.start)
    }

    @Test func `the one for a Monday goes out on Friday`() throws {
        let meeting = try ahead(at: moment("2026-10-05", 10))
        guard case .send = plan().preps([meeting], done: [], now: moment("2026-10-02", 9)) else {
            Issue.record("nothing was sent on Friday")
            return
        }
        #expect(
            plan().preps([meeting], done: [], now: moment("2026-10-03", 12)) == .wait(until: moment("2026-10-05", 9))
        )
    }

    @Test func `all 1:1s of a day come in one message, and one that is set later comes alone`() throws {
        let first = try ahead("ana", at: moment("2026-09-30", 10))
        let second = try ahead("ben", at: moment("2026-09-30", 15))
        let now = moment("2026-09-29", 11)
        guard case .send(let both) = plan().preps([second, first], done: [], now: now),
            case .send(let one) = plan().preps([second, first], done: [first.key], now: now)
        else {
            Issue.record("nothing was sent")
            return
        }
        #expect(both.parts.map(\.person) == ["ana", "ben"])
        #expect(one.parts.map(\.person) == ["ben"])
        #expect(both.id != one.id)
        #expect(plan().preps([second, first], done: [first.key, second.key], now: now) == .nothing)
    }

    @Test func `the report gets the same, named after the manager`() throws {
        let meeting = try ahead(at: moment("2026-09-30", 14))
        guard case .send(let delivery) = plan("ana").preps([meeting], done: [], now: moment("2026-09-29", 12)) else {
            Issue.record("nothing was sent")
            return
        }
        #expect(delivery.parts.map(\.other) == ["mo"])
    }

    @Test func `what is switched off or over is not sent`() throws {
        let meeting = try ahead(at: moment("2026-09-30", 14))
        #expect(plan(off: [.prep]).preps([meeting], done: [], now: moment("2026-09-29", 12)) == .nothing)
        #expect(plan().preps([meeting], done: [], now: moment("2026-09-30", 14)) == .nothing)
        // Set late: the morning of the day itself is still of use.
        guard case .send = plan().preps([meeting], done: [], now: moment("2026-09-30", 10)) else {
            Issue.record("nothing was sent on the day itself")
            return
        }
        // It begins before quiet hours end.
        let early = try ahead(at: moment("2026-09-30", 7))
        #expect(plan().preps([early], done: [], now: moment("2026-09-29", 20)) == .nothing)
    }

    @Test(arguments: ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
    func `nothing is ever sent in quiet hours, and nothing twice, in any zone`(zone: String) throws {
        var done: Set<String> = []
        var sent = 0
        let plan = plan(zone: zone)
        let meetings = try (0..<40).map { week in
            try ahead(at: moment("2026-01-06", 15) + Int64(week) * 7 * 24 * hour)
        }
        var now = moment("2026-01-01", 0)
        while now < moment("2026-10-20", 0) {
            if case .send(let delivery) = plan.preps(meetings.filter { $0.meeting.start >= now }, done: done, now: now)
            {
                #expect(!plan.quiet.covers(now))
                #expect(done.isDisjoint(with: delivery.parts.map(\.key)))
                done.formUnion(delivery.parts.map(\.key))
                sent += 1
            }
            now += hour
        }
        #expect(sent == 40)
    }

    @Test func `a weekly note is composed only when it would go out`() async throws {
        let plan = plan()
        var asked = 0
        func step(_ now: Int64, last: Int64? = nil) async -> DeliveryPlan.Step {
            await plan.weekly(last: last, now: now) {
                asked += 1
                return true
            }
        }
        #expect(await step(moment("2026-09-28", 6)) == .wait(until: moment("2026-09-28", 9)))
        #expect(await step(moment("2026-09-30", 10), last: moment("2026-09-28", 9)) == .nothing)
        #expect(asked == 0)
        guard case .send(let delivery) = await step(moment("2026-09-28", 9)) else {
            Issue.record("nothing was sent")
            return
        }
        #expect(asked == 1)
        #expect(delivery.parts.map(\.key) == ["weekly 2026-09-28"])
        #expect(delivery.expires == moment("2026-10-02", 18))
        #expect(await self.plan(off: [.weekly]).weekly(last: nil, now: moment("2026-09-28", 9)) { true } == .nothing)
    }

    @Test func `hours that are none are refused in words`() throws {
        #expect(throws: OneOnOneError.badHours) {
            try DeliveryChoice.checked(off: [], opens: "18:00", closes: "9:00", zone: "")
        }
        #expect(throws: OneOnOneError.noSuchZone("Mars/Base")) {
            try DeliveryChoice.checked(off: [], opens: "8:00", closes: "17:30", zone: "Mars/Base")
        }
        let choice = try DeliveryChoice.checked(off: [.weekly], opens: "8:00", closes: "17:30", zone: "Europe/Berlin")
        #expect(choice == DeliveryChoice(off: [.weekly], opens: 480, closes: 1_050, zone: "Europe/Berlin"))
    }
}
