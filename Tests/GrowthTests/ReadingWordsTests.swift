import Evidence
import Growth
import Testing
import Workspace

@Suite struct ReadingWordsTests {
    private typealias Stories = LedgerStories

    private func texts(_ reading: ClockReading) -> [String] {
        [reading.headline.text] + reading.explanation.map(\.text) + reading.gates.map(\.words)
            + reading.competencies.map(\.words)
    }

    @Test func `people who report to the person are not named one by one`() {
        var inquiry = Stories.inquiry(Stories.goodYear())
        inquiry.reports = ["ana", "ben", "cy", "dee"]
        let four = ClockReading(inquiry)
        #expect(four.voices.map(\.name) == ["Eve", "4 people who report to Sam"])
        inquiry.reports = ["ana", "ben", "cy"]
        #expect(ClockReading(inquiry).voices.map(\.name) == ["Dee", "Eve", "people who report to Sam"])
        #expect(!texts(four).contains { $0.contains("Ana") || $0.contains("Ben") })
    }

    @Test func `every sentence about the work names entries that are in the ledger`() {
        for entries in [Stories.goodYear(), Stories.goodYear(stage: 2), Array(Stories.goodYear().prefix(3))] {
            let reading = ClockReading(Stories.inquiry(entries))
            let known = Set(entries.map(\.id))
            #expect(!reading.headline.entries.isEmpty)
            for said in [reading.headline] + reading.explanation { #expect(known.isSuperset(of: said.entries)) }
        }
    }

    static let banned = [
        "rating", "rank", "score", "burnout", "attitude", "struggl", "flight", "step down", "demotion", "back to",
        "lost", "reverted", "not ready", "% sure", "lenient",
    ]

    @Test func `no text uses a word that judges a person or calls a change of track a fall`() {
        var moved = Stories.inquiry(Stories.goodYear())
        moved.move = TrackMove(day: CivilDate(days: Stories.start.days - 30))
        var small = Stories.inquiry(Array(Stories.goodYear().prefix(8)))
        small.audience = 2
        let inquiries = [moved, small, Stories.inquiry([]), Stories.inquiry(Stories.goodYear(stage: 2))]
        for reading in inquiries.map({ ClockReading($0) }) {
            for text in texts(reading) {
                for word in Self.banned { #expect(!text.lowercased().contains(word), "\(text)") }
            }
        }
        let reading = ClockReading(moved)
        #expect(reading.isSettlingAfterMove && reading.requestDue)
        #expect(reading.explanation.first?.text == "Settling on the new track since 2026-05-02.")
    }

    @Test func `nor does any other sentence of the clock`() throws {
        var moved = Stories.inquiry(Stories.goodYear())
        moved.move = TrackMove(day: CivilDate(days: Stories.start.days - 30))
        moved.exposure = Exposure(expected: 6, heard: 1, weeks: 24)
        moved.confidential = [Stories.goodYear()[0].id]
        moved.departed = ["eve"]
        let period = PeriodReading(moved, from: CivilDate(days: Stories.start.days - 168), to: Stories.start)
        let scale = OutcomeScale(shift: 0, slope: 1, outcomes: 100)
        var said = texts(ClockReading(moved)) + [period.words.text, try #require(moved.exposure?.words)]
        said += StateChange.Cause.allCases.map { StateChange(from: .emerging, to: .atLevel, cause: $0).words }
        said += stride(from: 0.0, through: 1, by: 0.1).map { scale.words(for: $0) }
        for text in said {
            for word in Self.banned { #expect(!text.lowercased().contains(word), "\(text)") }
        }
        #expect(Set(said).count > 20)
    }
}
