import Intake
import Testing
import Workspace

@Suite struct `Calendars` {
    typealias Writing = CalendarWriting

    /// How an event repeats, and when it is met between 1 May and 1 August 2026.
    struct Rule: CustomTestStringConvertible, Sendable {
        let lines: String
        let starts: [String]
        var testDescription: String { lines }

        init(_ lines: String, _ starts: [String]) {
            self.lines = lines
            self.starts = starts
        }
    }

    @Test(arguments: [
        Rule("DTSTART:20260504T093000Z\nDTEND:20260504T100000Z", ["2026-05-04 09:30"]),
        Rule("DTSTART:20200504T093000Z\nDTEND:20200504T100000Z", []),
        Rule(
            "DTSTART:20260504T093000Z\nRRULE:FREQ=WEEKLY;COUNT=3",
            ["2026-05-04 09:30", "2026-05-11 09:30", "2026-05-18 09:30"]
        ),
        Rule(
            "DTSTART:20260504T093000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260602T000000Z",
            ["2026-05-04 09:30", "2026-05-18 09:30", "2026-06-01 09:30"]
        ),
        Rule(
            "DTSTART:20260505T080000Z\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4",
            ["2026-05-05 08:00", "2026-05-07 08:00", "2026-05-12 08:00", "2026-05-14 08:00"]
        ),
        // The example of RFC 5545 about WKST, moved to 2026: weeks from Monday and weeks from Sunday differ.
        Rule(
            "DTSTART:20260505T080000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            ["2026-05-05 08:00", "2026-05-10 08:00", "2026-05-19 08:00", "2026-05-24 08:00"]
        ),
        Rule(
            "DTSTART:20260505T080000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            ["2026-05-05 08:00", "2026-05-17 08:00", "2026-05-19 08:00", "2026-05-31 08:00"]
        ),
        Rule(
            "DTSTART:20260501T080000Z\nRRULE:FREQ=DAILY;INTERVAL=40",
            ["2026-05-01 08:00", "2026-06-10 08:00", "2026-07-20 08:00"]
        ),
        Rule(
            "DTSTART:20260131T080000Z\nRRULE:FREQ=MONTHLY",
            ["2026-05-31 08:00", "2026-07-31 08:00"]
        ),
        Rule(
            "DTSTART:20260106T080000Z\nRRULE:FREQ=MONTHLY;BYDAY=1TU",
            ["2026-05-05 08:00", "2026-06-02 08:00", "2026-07-07 08:00"]
        ),
        Rule(
            "DTSTART:20260130T080000Z\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=6",
            ["2026-05-29 08:00", "2026-06-26 08:00"]
        ),
        Rule(
            "DTSTART:20260131T080000Z\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
            ["2026-05-31 08:00", "2026-06-30 08:00", "2026-07-31 08:00"]
        ),
        Rule(
            "DTSTART:20260101T080000Z\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            ["2026-05-29 08:00", "2026-06-30 08:00", "2026-07-31 08:00"]
        ),
        Rule("DTSTART:20200613T080000Z\nRRULE:FREQ=YEARLY", ["2026-06-13 08:00"]),
        Rule(
            "DTSTART:20260504T093000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260511T093000Z,20260518T093000Z",
            ["2026-05-04 09:30", "2026-05-25 09:30"]
        ),
        Rule(
            "DTSTART:20260504T093000Z\nRDATE:20260506T100000Z,20260507T100000Z",
            ["2026-05-04 09:30", "2026-05-06 10:00", "2026-05-07 10:00"]
        ),
        Rule("DTSTART;VALUE=DATE:20260504\nRRULE:FREQ=WEEKLY;COUNT=2", ["2026-05-04 00:00", "2026-05-11 00:00"]),
        Rule("DTSTART:20260504T093000Z\nRRULE:FREQ=HOURLY", ["2026-05-04 09:30"]),
        Rule("DTSTART:20260504T093000Z\nSTATUS:CANCELLED", []),
    ])
    func `an event repeats as RFC 5545 says`(rule: Rule) throws {
        #expect(CalendarWriting.starts(try Writing.read(Writing.event(rule.lines))) == rule.starts)
    }

    @Test func `a changed occurrence takes the place of the one it stands for, and a cancelled one leaves a gap`()
        throws
    {
        let body = [
            Writing.event("DTSTART:20260504T093000Z\nDTEND:20260504T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3"),
            Writing.event("RECURRENCE-ID:20260511T093000Z\nDTSTART:20260512T140000Z\nDTEND:20260512T143000Z"),
            Writing.event("RECURRENCE-ID:20260518T093000Z\nDTSTART:20260518T093000Z\nSTATUS:CANCELLED"),
        ].joined(separator: "\n")
        #expect(Writing.starts(try Writing.read(body)) == ["2026-05-04 09:30", "2026-05-12 14:00"])
    }

    @Test func `of an event that is there twice, the newer one counts`() throws {
        let body = [
            Writing.event("SEQUENCE:2\nDTSTART:20260505T090000Z"),
            Writing.event("SEQUENCE:1\nDTSTART:20260504T090000Z"),
        ].joined(separator: "\n")
        #expect(Writing.starts(try Writing.read(body)) == ["2026-05-05 09:00"])
    }

    @Test(arguments: ["Our Own Zone", "Europe/Berlin", "/citadel.org/20260101_1/Europe/Berlin"])
    func `an hour on the wall stays the same when clocks change`(zone: String) throws {
        let lines = "DTSTART;TZID=\"\(zone)\":20260323T100000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;COUNT=2"
        let reading = try Writing.read(
            Writing.berlin + Writing.event(lines),
            from: Writing.moment("2026-03-01"),
            to: Writing.moment("2026-11-01")
        )
        #expect(Writing.starts(reading) == ["2026-03-23 09:00", "2026-03-30 08:00"])
        #expect(reading.meetings.allSatisfy { $0.end - $0.start == 1_800_000_000 })
        #expect(reading.problems.isEmpty)
    }

    @Test func `a described zone goes back to winter on the last Sunday of October`() throws {
        let lines = "DTSTART;TZID=Our Own Zone:20261024T100000\nRRULE:FREQ=DAILY;COUNT=2"
        let reading = try Writing.read(
            Writing.berlin + Writing.event(lines),
            from: Writing.moment("2026-10-01"),
            to: Writing.moment("2026-11-01")
        )
        #expect(Writing.starts(reading) == ["2026-10-24 08:00", "2026-10-25 09:00"])
    }

    @Test func `a time without a zone is meant where the workspace is, and an unknown zone is told`() throws {
        let floating = try Writing.read(Writing.event("DTSTART:20260504T093000"), zone: "America/New_York")
        #expect(Writing.starts(floating) == ["2026-05-04 13:30"])
        let strange = try Writing.read(Writing.event("DTSTART;TZID=Atlantis:20260504T093000"), zone: "Europe/Berlin")
        #expect(Writing.starts(strange) == ["2026-05-04 07:30"])
        #expect(strange.problems == [CalendarProblem(line: 7, .unknownZone)])
    }

    @Test func `who comes is whoever was asked and did not say no; rooms are nobody`() throws {
        let body = Writing.event(
            """
            DTSTART:20260504T093000Z
            ORGANIZER;CN="Mo; the boss: really":MAILTO:Mo@Example.com
            ATTENDEE;PARTSTAT=ACCEPTED;CN=Ana:mailto:ana@example.com
            ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.com
            ATTENDEE;CUTYPE=ROOM:mailto:room1@example.com
            ATTENDEE;EMAIL=li@example.com:urn:uuid:1
            """
        )
        #expect(
            try Writing.read(body).meetings.first?.attendees == ["ana@example.com", "li@example.com", "mo@example.com"]
        )
    }

    @Test func `folded lines are put together, even inside a letter, and escapes are taken back`() throws {
        let text =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:2026050\r\n 4T093000Z\r\nSUMMARY:Ana \\, Mo\\; Gespr\u{E4}ch\r\n\t\u{FC}ber alles\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        var bytes = Array(text.utf8)
        // Break the line between the two bytes of “ä”.
        let place = try #require(bytes.firstIndex(of: 0xC3))
        bytes.insert(contentsOf: [0x0D, 0x0A, 0x20], at: place + 1)
        let reading = try CalendarFile().read(bytes, name: "a", from: Writing.from, to: Writing.to)
        #expect(reading.meetings.first?.title == "Ana , Mo; Gespr\u{E4}ch\u{FC}ber alles")
    }

    @Test func `an event with a value that is none is left out, with its line, and the rest is read`() throws {
        let body = [
            Writing.event("DTSTART:2026-05-04", uid: "bad"), Writing.event("DTSTART:20260504T093000Z", uid: "good"),
        ].joined(separator: "\n")
        let reading = try Writing.read(body)
        #expect(reading.meetings.count == 1)
        #expect(reading.problems == [CalendarProblem(line: 7, .badValue(property: "DTSTART"))])
    }
}
