import Intake
import Testing
import Workspace

@Suite struct `Hostile calendars` {
    typealias Writing = CalendarWriting

    struct Broken: CustomTestStringConvertible, Sendable {
        let text: String
        let problem: CalendarProblem
        var testDescription: String { "\(problem.fault)" }

        init(_ text: String, _ line: Int, _ fault: CalendarProblem.Fault) {
            self.text = text
            problem = CalendarProblem(line: line, fault)
        }
    }

    @Test(arguments: [
        Broken("", 1, .notACalendar),
        Broken("<html>nothing here</html>", 1, .notACalendar),
        Broken("BEGIN:VEVENT\nEND:VEVENT", 1, .notACalendar),
        Broken("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", 2, .cutOff(open: "VEVENT")),
        Broken("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", 3, .unbalanced(open: "VEVENT", end: "VCALENDAR")),
        Broken("BEGIN:VCALENDAR\nSUMMARY:a\u{0}b\nEND:VCALENDAR", 2, .notText),
        Broken("BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: 9), 9, .tooDeep(limit: 8)),
    ])
    func `a file that is none is refused with its line`(broken: Broken) {
        #expect(throws: IntakeError.calendarFile(file: "a.ics", problem: broken.problem)) {
            try CalendarFile().read(Array(broken.text.utf8), name: "a.ics", from: 0, to: 1)
        }
        #expect(!broken.problem.words.isEmpty)
    }

    @Test func `every limit holds`() {
        var limits = CalendarLimits()
        limits.bytes = 2_000
        expect(.tooLarge(bytes: 2_066, limit: 2_000), String(repeating: "X-A:1\n", count: 285), limits, line: 1)
        limits = CalendarLimits()
        limits.lineBytes = 100
        expect(
            .longLine(property: "SUMMARY", limit: 100),
            "BEGIN:VEVENT\nSUMMARY:a" + String(repeating: "\n b", count: 200) + "\nEND:VEVENT",
            limits,
            line: 5
        )
        limits = CalendarLimits()
        limits.events = 2
        let event = Writing.event("DTSTART:20260504T093000Z")
        expect(.tooManyEvents(limit: 2), [event, event, event].joined(separator: "\n"), limits, line: 14)
        limits = CalendarLimits()
        limits.values = 3
        expect(
            .tooManyValues(property: "EXDATE", limit: 3),
            Writing.event(
                "DTSTART:20260504T093000Z\nEXDATE:" + Array(repeating: "20260504", count: 9).joined(separator: ",")
            ),
            limits,
            line: 8
        )
        limits = CalendarLimits()
        limits.steps = 50
        expect(.tooManySteps(limit: 50), Writing.event("DTSTART:20260504T093000Z\nRRULE:FREQ=DAILY"), limits, line: 4)
        limits = CalendarLimits()
        limits.meetings = 5
        expect(.tooManyMeetings(limit: 5), Writing.event("DTSTART:20260504T093000Z\nRRULE:FREQ=DAILY"), limits, line: 4)
    }

    private func expect(_ fault: CalendarProblem.Fault, _ body: String, _ limits: CalendarLimits, line: Int) {
        let problem = CalendarProblem(line: line, fault)
        #expect(throws: IntakeError.calendarFile(file: "team.ics", problem: problem)) {
            try Writing.read(body, limits: limits)
        }
    }

    @Test func `notes and attachments of any size are passed over`() throws {
        let note = "DESCRIPTION:" + String(repeating: "\n " + String(repeating: "x", count: 70), count: 5_000)
        #expect(try Writing.read(Writing.event("DTSTART:20260504T093000Z\n" + note)).meetings.count == 1)
    }

    @Test func `a rule from long ago without an end is followed from where it matters`() throws {
        let reading = try Writing.read(Writing.event("DTSTART:16010101T093000Z\nRRULE:FREQ=DAILY"))
        #expect(reading.meetings.count == 92)
        #expect(Writing.starts(reading).first == "2026-05-01 09:30")
    }

    @Test(arguments: [
        "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;COUNT=-1", "FREQ=SOMETIMES", "COUNT=3", "FREQ=WEEKLY;BYDAY=XX", "FREQ",
        "FREQ=MONTHLY;BYMONTHDAY=99", "FREQ=DAILY;INTERVAL=99999999999999999999",
    ])
    func `a rule that is none leaves the first day, and is told`(rule: String) throws {
        let reading = try Writing.read(Writing.event("DTSTART:20260504T093000Z\nRRULE:\(rule)"))
        #expect(reading.meetings.count == 1)
        #expect(reading.problems == [CalendarProblem(line: 8, .badValue(property: "RRULE"))])
    }

    @Test func `any cut of a good file ends in an answer or a typed error`() {
        let whole = Writing.file(
            Writing.berlin
                + Writing.event("DTSTART;TZID=Our Own Zone:20260504T093000\nRRULE:FREQ=WEEKLY;BYDAY=MO\nDURATION:PT1H")
        )
        for end in 0..<whole.count {
            let reading = try? CalendarFile().read(Array(whole[..<end]), name: "a", from: Writing.from, to: Writing.to)
            #expect(reading == nil || end >= whole.count - 2)
        }
    }

    @Test(arguments: 0..<200)
    func `bytes changed at random never do more than fail`(seed: Int) {
        var bytes = Writing.file(
            Writing.berlin
                + Writing.event(
                    "DTSTART;TZID=Our Own Zone:20260504T093000\nRRULE:FREQ=MONTHLY;BYDAY=-1MO\nDURATION:PT1H"
                )
        )
        var state = UInt64(seed &+ 1)
        for _ in 0..<6 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = Int((state >> 33) % UInt64(bytes.count))
            bytes[place] = UInt8(truncatingIfNeeded: state >> 24)
        }
        let reading = try? CalendarFile().read(bytes, name: "a", from: Writing.from, to: Writing.to)
        #expect((reading?.meetings.count ?? 0) <= 5_000)
    }
}
