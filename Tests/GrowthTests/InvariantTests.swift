import Growth
import Statistics
import Testing

/// The promises of `docs/methods.md`, each over made-up histories.
@Suite struct InvariantTests {
    let clock = LevelClock()

    @Test func `a sustained history is sustained, so that silence has something to keep`() {
        let found = clock.assess(Histories.sustained(), now: 340, nextLevel: 6)
        #expect(found.state == .sustainedAtNext)
        #expect(found.teams == 3)
    }

    @Test(arguments: [2, 3, 7, 50])
    func `saying it again inside its episode changes nothing`(times: Int) {
        var random = Seeded(11)
        let others = Histories.random(&random, items: 40)
        let once = Observation(
            day: 390,
            observer: "o1",
            team: "t1",
            competency: "craft",
            next: 1,
            confidence: 0.9,
            work: 1.3,
            episode: "launch"
        )
        let one = clock.assess(others + [once], now: 400, nextLevel: 5)
        let many = clock.assess(others + Array(repeating: once, count: times), now: 400, nextLevel: 5)
        #expect(many.state == one.state)
        #expect(abs(many.probability - one.probability) < 1e-12)
        #expect(abs(many.effectiveEvidence - one.effectiveEvidence) < 1e-12)
        for (left, right) in zip(many.windows, one.windows) {
            #expect(abs(left.effectiveEvidence - right.effectiveEvidence) < 1e-12)
        }
    }

    @Test(arguments: 1...6)
    func `a whole history said again in its own episodes changes nothing`(seed: UInt64) {
        var random = Seeded(seed)
        let items = Histories.random(&random, items: 50).enumerated()
            .map { index, item in
                var named = item
                named.episode = item.episode.isEmpty ? "own \(index)" : item.episode
                return named
            }
        let one = clock.assess(items, now: 400, nextLevel: 5)
        let three = clock.assess(items + items + items, now: 400, nextLevel: 5)
        #expect(three.state == one.state)
        #expect(abs(three.probability - one.probability) < 1e-12)
        #expect(abs(three.effectiveEvidence - one.effectiveEvidence) < 1e-12)
    }

    @Test(arguments: 1...40)
    func `all items of one episode weigh at most one together`(count: Int) {
        let items = (0..<count)
            .map { index in
                Observation(
                    day: 400,
                    observer: "o\(index % 10)",
                    team: "t",
                    competency: "craft",
                    next: 1,
                    episode: "launch"
                )
            }
        let cells = clock.assess(items, now: 400, nextLevel: 5).cells
        #expect(abs(cells.reduce(0) { $0 + $1.mass } - 1) < 1e-12)
    }

    @Test(arguments: 1...10)
    func `the order of the items does not matter, to the last bit`(seed: UInt64) {
        var random = Seeded(seed)
        let items = Histories.random(&random, items: 70)
        let shuffled = items.shuffled(using: &random)
        #expect(clock.assess(items, now: 400, nextLevel: 6) == clock.assess(shuffled, now: 400, nextLevel: 6))
        #expect(clock.competencies(items, now: 400) == clock.competencies(shuffled, now: 400))
    }

    @Test(arguments: 1...10)
    func `future items and items older than two years are ignored`(seed: UInt64) {
        var random = Seeded(seed)
        let items = Histories.random(&random, items: 40).map { item in
            var later = item
            later.day += 500
            return later
        }
        let strange = [
            Observation(day: 900.01, observer: "o1", team: "t1", competency: "craft", next: 1, episode: "e1"),
            Observation(day: 169.9, observer: "o2", team: "t2", competency: "craft", next: 0, episode: "e2"),
            Observation(day: .nan, observer: "o3", team: "t2", competency: "craft", next: 0, episode: "e3"),
        ]
        #expect(
            clock.assess(items + strange, now: 900, nextLevel: 5) == clock.assess(items, now: 900, nextLevel: 5)
        )
    }

    @Test func `more teams are asked for as the scope grows`() {
        #expect((1...9).map(LevelClock.requiredTeams) == [1, 1, 1, 1, 2, 3, 3, 3, 3])
    }

    @Test(arguments: [(nil, 3), (0, 2), (3, 2), (4, 2), (5, 3), (6, 3), (50, 3)] as [(Int?, Int)])
    func `a small audience needs fewer observers, never fewer than two`(audience: Int?, needed: Int) {
        #expect(clock.requiredObservers(audience: audience) == needed)
    }
}
