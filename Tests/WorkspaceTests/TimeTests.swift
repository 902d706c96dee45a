import Testing
import Workspace

@Suite struct `Times of messages` {
    @Test(arguments: ["1709545200.000100", "1.000000", "9999999999.999999", "1709970000.000001"])
    func `are read as two whole numbers and written back the same`(text: String) {
        #expect(MessageTime(slack: text)?.slack == text)
    }

    @Test(arguments: [
        "", "NaN", "inf", "1709545200", "1709545200.", "1709545200.1", ".000100", "-1.000000", "1709545200.0001000",
        "12345678901.000000", "1709545200.00010x", "0.000000",
    ])
    func `that are none are refused`(text: String) {
        #expect(MessageTime(slack: text) == nil)
    }

    @Test func `of one second keep the order of their counters`() throws {
        let first = try #require(MessageTime(slack: "1709545200.000100"))
        let second = try #require(MessageTime(slack: "1709545200.000200"))
        #expect(first < second)
    }
}

@Suite struct `Days` {
    @Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-09-30", 20_726), ("1969-12-31", -1)])
    func `are counted from 1970`(text: String, days: Int) {
        #expect(CivilDate(text)?.days == days)
        #expect(CivilDate(days: days).description == text)
    }

    @Test(arguments: [
        "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-32", "2026/01/01", "",
        "2026-01-01T00",
    ])
    func `that do not exist are refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `go round: every day of 400 years is read as it is written`() {
        for days in stride(from: -73_000, to: 73_000, by: 7) {
            #expect(CivilDate(CivilDate(days: days).description)?.days == days)
        }
    }

    @Test func `have the weekdays of the calendar`() {
        #expect(CivilDate("2026-09-30")?.weekday == 3)
        #expect(CivilDate("1969-12-28")?.weekday == 7)
    }
}
