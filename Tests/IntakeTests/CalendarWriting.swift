import Intake
import Workspace

/// Writes calendars for tests.
enum CalendarWriting {
    static let from = moment("2026-05-01")
    static let to = moment("2026-08-01")

    static func moment(_ day: String, _ hour: Int = 0, _ minute: Int = 0) -> Int64 {
        (CivilDate(day) ?? CivilDate(days: 0)).microseconds + Int64(hour * 60 + minute) * 60_000_000
    }

    static func file(_ body: String) -> [UInt8] {
        let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Invented//EN\n" + body + "\nEND:VCALENDAR\n"
        return Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    }

    static func event(_ lines: String, uid: String = "one") -> String {
        "BEGIN:VEVENT\nUID:\(uid)\nSUMMARY:Talk\n\(lines)\nEND:VEVENT"
    }

    static func read(
        _ body: String,
        zone: String = "UTC",
        limits: CalendarLimits = CalendarLimits(),
        from: Int64 = from,
        to: Int64 = to
    ) throws(IntakeError) -> CalendarReading {
        try CalendarFile(zone: zone, limits: limits).read(file(body), name: "team.ics", from: from, to: to)
    }

    /// Beginnings in UTC, `2026-05-04 09:30`.
    static func starts(_ reading: CalendarReading) -> [String] {
        reading.meetings.map { meeting in
            let day = CivilDate(microseconds: meeting.start)
            let minute = Int((meeting.start - day.microseconds) / 60_000_000)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(day) \(two(minute / 60)):\(two(minute % 60))"
        }
    }

    static let berlin = """
        BEGIN:VTIMEZONE
        TZID:Our Own Zone
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE

        """
}
