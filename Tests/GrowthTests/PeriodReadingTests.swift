import Evidence
import Growth
import Testing
import Workspace

@Suite struct PeriodReadingTests {
    private typealias Stories = LedgerStories

    private func day(_ ago: Int) -> CivilDate { CivilDate(days: Stories.start.days - ago) }

    @Test func `a busy last month has no more say than the quiet ones before`() throws {
        let busy = (0..<30).map { Stories.entry("b\($0)", by: ["ana", "ben", "cy"][$0 % 3], daysAgo: 1 + $0) }
        let calm = ["ana", "ben", "cy"].flatMap { voice in
            [70, 130].map { Stories.entry("\(voice)\($0)", by: voice, daysAgo: $0, stage: 2) }
        }
        let inquiry = Stories.inquiry(busy + calm)
        let period = PeriodReading(inquiry, from: day(167), to: day(0))
        #expect(period.stretches.count == 3 && period.stretches.allSatisfy(\.speaks))
        let share = try #require(period.share)
        #expect(abs(share - 1.0 / 3) < 1e-12)
        #expect(
            period.words.text
                == "3 of 3 eight-week windows of the period speak; some of what colleagues saw in them was level-5 work. "
                + "Each window has the same say."
        )
        #expect(period.words.entries.count == 36)
    }

    @Test func `stretches cover the period without gap or overlap, and hold what lies in it`() {
        let period = PeriodReading(Stories.inquiry(Stories.goodYear()), from: day(199), to: day(10))
        #expect(period.stretches.first?.to == day(10) && period.stretches.last?.from == day(199))
        for (newer, older) in zip(period.stretches, period.stretches.dropFirst()) {
            #expect(newer.from.days == older.to.days + 1)
        }
        let entries = period.stretches.flatMap(\.entries)
        #expect(Set(entries).count == entries.count)
        let inside = Stories.goodYear().filter { (day(199)...day(10)).contains(CivilDate(microseconds: $0.moment)) }
        #expect(Set(entries) == Set(inside.map(\.id)))
    }

    @Test func `a silent period says so`() {
        let period = PeriodReading(Stories.inquiry([]), from: day(100), to: day(0))
        #expect(period.share == nil && period.words.text == "Too little was heard in this period to say a share.")
    }
}
