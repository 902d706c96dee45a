import Growth
import Statistics
import Testing

@Suite struct ClockTests {
    let clock = LevelClock()

    private func item(
        _ observer: String,
        day: Double = 390,
        next: Double = 1,
        team: String = "t",
        episode: String = ""
    ) -> Observation {
        Observation(day: day, observer: observer, team: team, competency: "craft", next: next, episode: episode)
    }

    private func voice(_ observer: String, next: Double, times: Int = 4, team: String = "t") -> [Observation] {
        (0..<times).map { item(observer, day: 395 - Double($0), next: next, team: team) }
    }

    @Test func `the worked example of the methods page comes out as printed`() {
        func seen(
            _ who: String,
            _ team: String,
            ago: Double,
            next: Double,
            q: Double,
            _ episode: String = ""
        )
            -> Observation
        {
            Observation(
                day: 400 - ago,
                observer: who,
                team: team,
                competency: "craft",
                next: next,
                confidence: q,
                episode: episode
            )
        }
        let items = [
            seen("Ana", "Rails", ago: 10, next: 1, q: 0.9), seen("Ana", "Rails", ago: 40, next: 1, q: 0.9),
            seen("Ana", "Rails", ago: 100, next: 0, q: 0.8), seen("Ben", "Signals", ago: 20, next: 1, q: 0.9),
            seen("Ben", "Signals", ago: 80, next: 1, q: 0.9), seen("Ben", "Signals", ago: 130, next: 1, q: 0.9),
            seen("Cy", "Depot", ago: 5, next: 1, q: 0.9, "launch"),
            seen("Dee", "Rails", ago: 5, next: 1, q: 0.9, "launch"), seen("Dee", "Rails", ago: 60, next: 1, q: 0.9),
            seen("Cy", "Depot", ago: 70, next: 0, q: 0.8), seen("Cy", "Depot", ago: 140, next: 1, q: 0.9),
        ]
        let found = clock.assess(items, now: 400, nextLevel: 5)
        func thousandths(_ value: Double) -> Int { Int((value * 1000).rounded()) }
        #expect(found.cells.map { thousandths($0.mass) } == [1865, 1588, 1206, 1000])
        #expect(found.cells.map { thousandths($0.share) } == [801, 1000, 613, 1000])
        #expect(thousandths(found.posterior.alpha) == 4541 && thousandths(found.posterior.beta) == 2082)
        #expect(thousandths(found.mean) == 686 && thousandths(found.probability) == 900)
        #expect(thousandths(found.interval.low) == 450 && thousandths(found.interval.high) == 892)
        #expect(thousandths(found.leaveOneOut) == 788 && found.carriers == ["Ben"])
        #expect(found.windows.compactMap(\.share).map(thousandths) == [1000, 529, 1000])
        #expect(found.state == .sustainedAtNext && found.observers == 4 && found.teams == 3)
    }

    @Test func `a ring is left out as one voice`() {
        let items = voice("ana", next: 1) + voice("ben", next: 1) + voice("cy", next: 0, times: 1)
        let alone = clock.assess(items, now: 400, nextLevel: 4)
        let ring = LevelClock(rings: [["ana", "ben"]]).assess(items, now: 400, nextLevel: 4)
        #expect(alone.carriers.count == 1)
        #expect(ring.carriers == ["ana", "ben"])
        #expect(ring.leaveOneOut < alone.leaveOneOut)
        #expect(ring.probability == alone.probability)
    }

    @Test func `a ring of which one member spoke leaves out only that one`() {
        let items = voice("ana", next: 1) + voice("cy", next: 0)
        #expect(LevelClock(rings: [["ana", "ben"]]).assess(items, now: 400, nextLevel: 4).carriers == ["ana"])
    }

    @Test func `people who mostly praise each other are found, one-sided praise is not`() {
        let people = [
            "ana": voice("ben", next: 1) + [item("cy", day: 300)],
            "ben": voice("ana", next: 1),
            "cy": voice("ana", next: 1) + voice("dee", next: 1),
            "dee": voice("ana", next: 1),
        ]
        #expect(ReciprocalPairs.find(people, now: 400, parameters: ClockParameters()) == [["ana", "ben"]])
    }

    @Test func `pairs that share a member become one ring`() {
        let people = [
            "ana": voice("ben", next: 1) + voice("cy", next: 1),
            "ben": voice("ana", next: 1),
            "cy": voice("ana", next: 1),
        ]
        #expect(ReciprocalPairs.find(people, now: 400, parameters: ClockParameters()) == [["ana", "ben", "cy"]])
    }

    @Test func `two clear views on each side are contested, one on a side is not`() {
        let both = voice("a", next: 1) + voice("b", next: 1) + voice("c", next: 0) + voice("d", next: 0)
        #expect(clock.assess(both, now: 400, nextLevel: 4).isContested)
        let three = voice("a", next: 1) + voice("b", next: 1) + voice("c", next: 0)
        #expect(!clock.assess(three, now: 400, nextLevel: 4).isContested)
        let quiet = voice("a", next: 1) + voice("b", next: 1) + voice("c", next: 0) + voice("d", next: 0, times: 1)
        #expect(!clock.assess(quiet, now: 400, nextLevel: 4).isContested)
    }

    @Test func `nothing is forgotten on leave`() throws {
        var onLeave = clock
        onLeave.leave = [100..<280]
        let items = [item("a", day: 50)]
        let mass = try #require(onLeave.assess(items, now: 400, nextLevel: 4).cells.first).mass
        #expect(abs(mass - ItemWeight.decay(ageDays: 170, halfLifeDays: 90)) < 1e-12)
        let later = try #require(onLeave.assess([item("a", day: 200)], now: 400, nextLevel: 4).cells.first).mass
        #expect(abs(later - ItemWeight.decay(ageDays: 120, halfLifeDays: 90)) < 1e-12)
    }

    @Test func `after a change of track windows that speak against are not counted`() {
        let days = [(10.0, 1.0), (70, 0), (130, 1), (190, 0), (250, 1)]
        let items = days.flatMap { age, next in
            ["a", "b", "c"].map { item($0, day: 400 - age, next: next) }
        }
        #expect(!clock.assess(items, now: 400, nextLevel: 4).isSustained)
        var settling = clock
        settling.isSettling = true
        #expect(settling.assess(items, now: 400, nextLevel: 4).isSustained)
    }

    @Test func `an item on the border of two windows belongs to the older one`() {
        #expect(clock.windowIndex(day: 400, now: 400) == 0)
        #expect(clock.windowIndex(day: 344.001, now: 400) == 0)
        #expect(clock.windowIndex(day: 344, now: 400) == 1)
        #expect(clock.windowIndex(day: 64.001, now: 400) == 5)
        #expect(clock.windowIndex(day: 64, now: 400) == nil)
        #expect(clock.windowIndex(day: 400.5, now: 400) == nil)
    }

    @Test func `the share of a period gives every window the same say`() throws {
        let busy = (0..<40).map { item("o\($0 % 4)", day: 395 - Double($0) / 10, next: 1) }
        let calm = ["a", "b"].map { item($0, day: 320, next: 0) }
        let share = try #require(clock.periodShare(busy + calm, from: 232, to: 400))
        #expect(abs(share - 0.5) < 1e-12)
        #expect(clock.periodShare([], from: 232, to: 400) == nil)
    }

    @Test func `known promotions anchor the threshold between both groups`() {
        let before = Array(repeating: 0.6, count: 30)
        let rest = Array(repeating: 0.3, count: 60)
        let fitted = ThresholdCalibration.fit(promoted: before, others: rest)
        #expect(fitted.basis == .promotions)
        #expect(abs(fitted.threshold - 0.45) < 1e-12)
        #expect(abs(fitted.priorMean - 0.30) < 1e-12)
        #expect(ThresholdCalibration.fit(promoted: Array(before.dropLast()), others: rest).basis == .everybody)
        #expect(ThresholdCalibration.fit(shares: Array(rest.prefix(29))).basis == .defaults)
    }

    @Test func `leniency of one who saw a single person barely moves`() {
        var random = Seeded(3)
        var people = (0..<12)
            .reduce(into: [String: [Observation]]()) { people, index in
                people["p\(index)"] = Histories.random(&random, items: 30, next: 0.3)
            }
        people["p0"]? += voice("once", next: 1, times: 3)
        for index in 0..<12 { people["p\(index)"]? += voice("always", next: 1, times: 6) }
        let table = LeniencyTable.fit(people, now: 400, parameters: ClockParameters())
        #expect(table["once"] > 0 && table["once"] < 0.1)
        #expect(table["always"] > 2 * table["once"])
        #expect(table["nobody"] == 0)
    }

    @Test func `the shown state follows from the items alone, and stays when they stop`() throws {
        let items = Histories.sustained(every: 4)
        let shown = ShownState.replay(items, now: 345, parameters: clock.parameters) {
            clock.assess(items, now: $0, nextLevel: 4)
        }
        #expect(shown.state == .sustainedAtNext)
        // Three windows that speak cannot be there before the third has begun.
        let since = try #require(shown.since)
        #expect(since > 112 && since < 200)
        #expect(!shown.isHeld)
        let later = ShownState.replay(items, now: 560, parameters: clock.parameters) {
            clock.assess(items, now: $0, nextLevel: 4)
        }
        #expect(clock.assess(items, now: 560, nextLevel: 4).state != .sustainedAtNext)
        #expect(later.state == .sustainedAtNext)
        #expect(later.isHeld)
        #expect(later.lastNews == items.last?.day)
    }

    @Test func `a strong state stays in silence even when what is left would no longer carry it`() throws {
        let items = stride(from: 0, to: 336, by: 3)
            .map { day in
                let turn = day / 3
                return item("o\(turn % 8)", day: Double(day), next: (turn / 8) % 11 < 6 ? 1 : 0)
            }
        let faded = clock.assess(items, now: 600, nextLevel: 4)
        #expect(faded.state == .emerging && faded.probability < clock.parameters.releaseCertainty)
        let look = { (day: Double) in clock.assess(items, now: day, nextLevel: 4) }
        let shown = ShownState.replay(items, now: 600, parameters: clock.parameters, look: look)
        #expect(shown.state == .sustainedAtNext && shown.isHeld)
        // One more voice for the present level is news, and the reading follows the evidence again.
        let news = items + [item("o1", day: 599, next: 0)]
        let changed = ShownState.replay(news, now: 600, parameters: clock.parameters) {
            clock.assess(news, now: $0, nextLevel: 4)
        }
        #expect(changed.state == .emerging || changed.state == .atLevel)
        #expect(changed.since == 599)
    }

    @Test func `two from other teams are asked first, then those who said least`() {
        let colleagues = [
            ("near1", "home", 0.0), ("near2", "home", 0.1), ("near3", "home", 2.0), ("near4", "home", 1.0),
            ("far1", "away", 1.5), ("far2", "away", 0.5), ("far3", "away", 0.2),
        ].map { EvidenceRequest.Colleague(observer: $0.0, team: $0.1, mass: $0.2) }
        let chosen = EvidenceRequest.choose(colleagues, team: "home").map(\.observer)
        #expect(chosen == ["far3", "far2", "near1", "near2", "near4"])
    }

    @Test func `nobody is asked twice in a row or three times a week`() {
        let colleagues = [
            EvidenceRequest.Colleague(observer: "a", team: "x", mass: 0, askedLastTime: true),
            EvidenceRequest.Colleague(observer: "b", team: "x", mass: 0, requestsThisWeek: 2),
            EvidenceRequest.Colleague(observer: "c", team: "x", mass: 0, requestsThisWeek: 1),
        ]
        #expect(EvidenceRequest.choose(colleagues, team: nil).map(\.observer) == ["c"])
    }
}
