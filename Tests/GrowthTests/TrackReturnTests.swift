import Evidence
import Growth
import Ladder
import Testing
import Workspace

@Suite struct TrackReturnTests {
    private typealias Stories = LedgerStories
    private let own: Set<String> = ["craft", "design"]

    private func ledger(left: Int, returned: Int) -> LedgerItems {
        var inquiry = Stories.inquiry([
            Stories.entry("craft", daysAgo: 690), Stories.entry("design", daysAgo: 690, competency: "design"),
            Stories.entry("shared", daysAgo: 690, competency: "judgement"),
            Stories.entry("between", daysAgo: (left + returned) / 2, competency: "system"),
            Stories.entry("now", daysAgo: 1),
        ])
        inquiry.move = TrackMove(
            day: CivilDate(days: Stories.start.days - returned),
            former: TrackMove.Former(left: CivilDate(days: Stories.start.days - left), competencies: own)
        )
        return LedgerItems(inquiry)
    }

    private func weights(_ ledger: LedgerItems) -> [String: Double] {
        ledger.items.reduce(into: [:]) { $0[$1.entry.text] = $1.observation.work }
    }

    @Test func `back within 18 months, old evidence has its full weight again`() {
        let back = weights(ledger(left: 600, returned: 52))
        #expect(back == ["craft": 1, "design": 1, "shared": 1, "between": 0.5, "now": 1])
    }

    @Test func `after a longer time away it stays as it was weighted there`() {
        let late = ledger(left: 600, returned: 51)
        #expect(weights(late) == ["design": 0.5, "shared": 1, "between": 0.5, "now": 1])
        #expect(late.leftOut == ["craft": .formerTrack])
    }

    @Test func `the ladder names what is a track's own`() {
        let day = CivilDate(days: 20_000)
        let move = TrackMove(day: day, on: .reference, returningTo: .ic, left: CivilDate(days: 19_000))
        let own = CareerLadder.reference.competencies.filter { $0.track == .ic }.map(\.id)
        #expect(move.former?.competencies == Set(own) && !own.isEmpty)
        #expect(TrackMove(day: day, on: .reference).former == nil)
    }

    @Test func `for half a year after a move no silence follows from what speaks against, and none after it from time`()
    {
        let days = [(10.0, 1.0), (70, 0), (130, 1), (190, 0), (250, 1)]
        let items = days.flatMap { age, next in
            ["a", "b", "c", "d"].map {
                Observation(day: 400 - age, observer: $0, team: "t", competency: "craft", next: next)
            }
        }
        var clock = LevelClock()
        clock.parameters.threshold = 0.3
        clock.settling = 350..<532
        #expect(clock.assess(items, now: 400, nextLevel: 4).isSustained)
        #expect(!clock.assess(items, now: 540, nextLevel: 4).isSustained)
        let during = clock.shown(items, now: 420, nextLevel: 4).state
        #expect(during == .sustainedAtNext)
        let after = clock.shown(items, now: 540, nextLevel: 4).state
        #expect(after == during || after == .notEnoughEvidence)
    }
}
