import Testing
import Workspace

@testable import Web

/// Addresses, days and drawings.
@Suite struct Parts {
    @Test(
        arguments: [
            ("https://example.slack.com/archives/C1/p1", true), ("http://intranet/x", true),
            ("HTTPS://EXAMPLE.COM", true),
            ("javascript:alert(1)", false), ("data:text/html,x", false), ("//evil.example", false),
            ("/people/x", false),
            (" https://example.com", false), ("https://a b", false), ("https://a\nb", false), ("", false),
        ]
    ) func `only web addresses become links`(_ address: String, _ works: Bool) {
        #expect((Link(address) != nil) == works)
    }

    @Test(
        arguments: [
            ("mei", "/people/mei"), ("mei@example.com", "/people/mei%40example.com"), ("a/b", "/people/a%2Fb"),
            ("..", "/people/%2E%2E"), ("Zoë ?#", "/people/Zo%C3%AB%20%3F%23"),
        ]
    ) func `a person's id is one segment of the path`(_ id: String, _ path: String) {
        #expect(Link.person(PersonID(id)).href == path)
    }

    @Test(arguments: ["mei", "mei@example.com", "a/b", "..", "Zoë ?#%2F", "日本", "", "%"])
    func `an id comes back from its path`(_ id: String) {
        #expect(Link.text(ofSegment: Link.segment(id)) == id)
    }

    @Test(arguments: ["%", "%4", "%zz", "%+1", "%ff", "a%c3"]) func `a broken path is no id`(_ segment: String) {
        #expect(Link.text(ofSegment: segment) == nil)
    }

    @Test func `a day is written in full`() throws {
        let day = DayMark(try #require(CivilDate("2026-05-18")))
        #expect(day == DayMark(CivilDate(days: 20_591)))
        #expect((day.iso, day.text, day.weekday) == ("2026-05-18", "18 May 2026", "Monday, 18 May"))
    }

    @Test func `the band stays in the drawing and between its ends`() throws {
        for low in stride(from: -0.5, through: 1.5, by: 0.125) {
            for high in stride(from: -0.5, through: 1.5, by: 0.125) {
                let band = MeanBand(low: low, high: high, mean: (low + high) / 2, line: 0.45, level: 4, next: 5)
                let x = try #require(Double(band.bandX))
                let width = try #require(Double(band.bandWidth))
                let mean = try #require(Double(band.meanX))
                #expect(x >= 10 && x + width <= 314.01 && width >= 4)
                #expect(mean >= x - 0.1 && mean <= x + width + 0.1)
            }
        }
    }

    @Test(
        arguments: [
            (0.5, 0.7, "wholly beyond"), (0.1, 0.3, "level 4 side"), (0.3, 0.6, "both sides"),
            (.nan, 0.6, "both sides"),
        ]
    ) func `the band says in words where it lies`(_ low: Double, _ high: Double, _ words: String) {
        let band = MeanBand(low: low, high: high, mean: 0.5, line: 0.45, level: 4, next: 5)
        #expect(band.description.english.contains(words))
        #expect(!band.description.english.contains("%"))
    }

    @Test func `the strip has a cell for each window, and each reading its own form`() {
        let day = CivilDate(days: 20_000)
        let strip = WindowStrip(WindowReading.allCases.map { (day, day, $0) }, next: 5)
        #expect(Set(strip.windows.map(\.tone)).count == 4)
        #expect(strip.windows.map(\.x) == [0, 80, 160, 240])
        #expect(strip.description.english == "1 of the last 4 eight-week windows show mostly level-5 work.")
        #expect(WindowStrip([], next: 5).windows.isEmpty)
    }

    @Test func `a week names five things at most`() throws {
        let cue = try #require(WeekPage.mock.cues.first)
        let page = WeekPage(day: WeekPage.mock.day, cues: Array(repeating: cue, count: 9), reports: [])
        #expect(page.cues.count == 5)
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:8080", ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"]),
            ("http://localhost", ["127.0.0.1", "localhost", "[::1]"]),
            ("https://crosstie.example", ["crosstie.example"]),
            ("https://Crosstie.Example:8443", ["crosstie.example:8443"]),
            ("http://127.0.0.1.evil.example", ["127.0.0.1.evil.example"]),
        ]
    ) func `a site answers to its own names only`(_ address: String, _ names: [String]) throws {
        #expect(try #require(SiteAddress(address)).authorities == Set(names))
    }

    @Test(arguments: ["ftp://x", "https://", "https://x/path", "https://user@x", "crosstie.example", "https://x y"])
    func `what is no site is refused`(_ address: String) { #expect(SiteAddress(address) == nil) }

    @Test func `a period has its days in order`() {
        let (first, last) = (CivilDate(days: 1), CivilDate(days: 2))
        #expect(DraftPeriod(from: first, to: first) != nil && DraftPeriod(from: last, to: first) == nil)
    }
}
