import Growth
import Statistics
import Testing
import Workspace

/// The promises of `docs/methods.md` about what may carry a reading, over thousands of made-up histories.
@Suite struct PromiseTests {
    let clock = LevelClock()

    private func fan(_ random: inout SeededRandom, upTo most: Int) -> [Observation] {
        let share = random.share()
        return (0..<Int.random(in: 1...most, using: &random))
            .map { _ in
                Observation(
                    day: Double.random(in: 0..<400, using: &random),
                    observer: "fan",
                    team: "t9",
                    competency: "craft",
                    next: random.share() < share ? 1 : 0,
                    confidence: Double.random(in: 0.5...1.5, using: &random)
                )
            }
    }

    @Test func `one colleague moves a reading no further than two observations could`() {
        var random = SeededRandom(91)
        for _ in 0..<1500 {
            let others = Histories.random(&random, items: Int.random(in: 0...25, using: &random))
            let without = clock.assess(others, now: 400, nextLevel: 5).posterior
            let with = clock.assess(others + fan(&random, upTo: 120), now: 400, nextLevel: 5)
            let threshold = clock.parameters.threshold
            #expect(with.probability >= BetaDistribution(alpha: without.alpha, beta: without.beta + 2).tail(threshold))
            #expect(with.probability <= BetaDistribution(alpha: without.alpha + 2, beta: without.beta).tail(threshold))
            let weight = with.cells.first { $0.observer == "fan" }?.effectiveMass(0.5) ?? 0
            #expect(weight < 2)
        }
    }

    @Test func `saying it again inside its episode changes nothing, whatever the history`() {
        var random = SeededRandom(92)
        for _ in 0..<1000 {
            // Every item in an episode of its own kind: one voice, one view, one weight.
            let items = Histories.random(&random, items: Int.random(in: 1...25, using: &random)).enumerated()
                .map { index, item in
                    var own = item
                    own.episode = "own \(index)"
                    return own
                }
            let times = Int.random(in: 2...9, using: &random)
            let chosen = Int.random(in: 0..<items.count, using: &random)
            let louder = items + Array(repeating: items[chosen], count: times - 1)
            let one = clock.assess(items, now: 400, nextLevel: 5)
            let many = clock.assess(louder, now: 400, nextLevel: 5)
            #expect(many.state == one.state)
            #expect(abs(many.probability - one.probability) < 1e-12)
            #expect(abs(many.effectiveEvidence - one.effectiveEvidence) < 1e-12)
            #expect(abs(many.leaveOneOut - one.leaveOneOut) < 1e-12)
        }
    }

    @Test func `a whole history again leaves every observer's share as it was`() throws {
        var random = SeededRandom(93)
        for _ in 0..<500 {
            let items = Histories.random(&random, items: Int.random(in: 1...40, using: &random))
            let times = Int.random(in: 2...4, using: &random)
            let all = (0..<times).flatMap { round in
                items.map { item in
                    var copy = item
                    copy.episode = item.episode.isEmpty ? "" : "\(item.episode) \(round)"
                    return copy
                }
            }
            let one = clock.assess(items, now: 400, nextLevel: 5).cells
            let many = clock.assess(all, now: 400, nextLevel: 5).cells
            try #require(one.map(\.observer) == many.map(\.observer))
            for (left, right) in zip(one, many) { #expect(abs(left.share - right.share) < 1e-12) }
        }
    }

    @Test func `an episode weighs no more than its heaviest item alone, however many cheer`() {
        var random = SeededRandom(94)
        for _ in 0..<1000 {
            let items = Histories.random(&random, items: Int.random(in: 1...40, using: &random), days: 1)
                .map { item in
                    var one = item
                    one.day = 400
                    one.episode = "launch"
                    return one
                }
            let heaviest = items.map { $0.confidence * $0.work }.max() ?? 0
            let total = clock.assess(items, now: 400, nextLevel: 5).cells.reduce(0) { $0 + $1.mass }
            #expect(total <= heaviest + 1e-12)
            let plain = items.map { item in
                var one = item
                one.confidence = min(1, item.confidence)
                one.work = min(1, item.work)
                return one
            }
            #expect(clock.assess(plain, now: 400, nextLevel: 5).cells.reduce(0) { $0 + $1.mass } <= 1 + 1e-12)
        }
    }

    @Test func `one more item for it never lowers the certainty, one of the present level never raises it`() {
        var random = SeededRandom(95)
        for _ in 0..<1500 {
            let items = Histories.random(&random, items: Int.random(in: 0...30, using: &random))
            let before = clock.assess(items, now: 400, nextLevel: 5).probability
            var added = Observation(
                day: Double.random(in: 0...400, using: &random),
                observer: "o\(Int.random(in: 0..<10, using: &random))",
                team: "t1",
                competency: "craft",
                next: 1,
                confidence: Double.random(in: 0.5...1.5, using: &random),
                work: Double.random(in: 0.5...2, using: &random)
            )
            #expect(clock.assess(items + [added], now: 400, nextLevel: 5).probability >= before - 1e-12)
            added.next = 0
            #expect(clock.assess(items + [added], now: 400, nextLevel: 5).probability <= before + 1e-12)
        }
    }

    @Test func `order does not matter, and what is taken out again leaves no trace, in what is shown neither`() {
        var random = SeededRandom(96)
        for _ in 0..<300 {
            let items = Histories.random(&random, items: Int.random(in: 1...40, using: &random), days: 300)
            let extra = Histories.random(&random, items: Int.random(in: 1...10, using: &random), days: 300)
            let before = clock.assess(items, now: 300, nextLevel: 6)
            let shown = clock.shown(items, now: 300, nextLevel: 6)
            let mixed = (items + extra).shuffled(using: &random)
            let after = mixed.filter { !extra.contains($0) }
            #expect(clock.assess(mixed, now: 300, nextLevel: 6) == clock.assess(items + extra, now: 300, nextLevel: 6))
            #expect(clock.assess(after, now: 300, nextLevel: 6) == before)
            #expect(clock.shown(after, now: 300, nextLevel: 6) == shown)
        }
    }

    @Test func `certainty falls with the threshold, the interval holds the mean, no absence raises the lowest`() {
        var random = SeededRandom(97)
        for _ in 0..<600 {
            let items = Histories.random(&random, items: Int.random(in: 0...40, using: &random))
            var low = clock
            var high = clock
            low.parameters.threshold = Double.random(in: 0.05...0.9, using: &random)
            high.parameters.threshold = low.parameters.threshold + Double.random(in: 0...0.09, using: &random)
            let found = low.assess(items, now: 400, nextLevel: 5)
            #expect(found.probability >= high.assess(items, now: 400, nextLevel: 5).probability)
            #expect(found.interval.low <= found.mean && found.mean <= found.interval.high)
            #expect(found.leaveOneOut <= found.probability)
            for one in low.competencies(items, now: 400) {
                #expect(one.interval.low <= one.mean && one.mean <= one.interval.high)
            }
        }
    }

    @Test func `words said in confidence never decide for it, and still count against`() {
        var random = SeededRandom(98)
        var decided = 0
        for _ in 0..<800 {
            let items = Histories.random(&random, items: Int.random(in: 5...40, using: &random), next: 0.7)
            let secret = items.map { item in
                var copy = item
                copy.isConfidential = random.share() < 0.4
                return copy
            }
            let open = clock.assess(items, now: 400, nextLevel: 4)
            let found = clock.assess(secret, now: 400, nextLevel: 4)
            #expect(found.probability == open.probability && found.leaveOneOut <= open.leaveOneOut + 1e-12)
            let withoutPraise = secret.filter { !$0.isFavourableInConfidence }
            let isClear = clock.assess(withoutPraise, now: 400, nextLevel: 4).probability >= 0.75
            let isStrong = found.state == .operatingAtNext || found.state == .sustainedAtNext
            // Shares of an episode stay as they are, so a sum without these words may be a little heavier than its part.
            if isStrong, secret.allSatisfy(\.episode.isEmpty) { #expect(isClear) }
            decided += open.state != found.state ? 1 : 0
        }
        #expect(decided > 10)
    }

    @Test func `nothing that counts people is an input of the clock`() throws {
        func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
        let item = Observation(day: 0, observer: "", team: "", competency: "", next: 0)
        #expect(
            fields(item) == [
                "day", "observer", "team", "competency", "next", "confidence", "work", "episode", "isConfidential",
            ]
        )
        #expect(fields(clock) == ["parameters", "leniency", "rings", "leave", "isSettling", "settling"])
        let demand = TargetDemand(track: .management, level: 5, presentLevel: 4, competencies: [])
        #expect(fields(demand) == ["track", "level", "presentLevel", "competencies"])
        #expect(
            fields(CompetencyDemand(id: "", name: "", present: 1, target: 2)) == ["id", "name", "present", "target"]
        )
    }

    @Test func `how many people report to somebody changes nothing that is read`() {
        var inquiry = LedgerStories.inquiry(LedgerStories.goodYear())
        let before = ClockReading(inquiry)
        for count in [1, 5, 40] {
            inquiry.reports = Set((0..<count).map { PersonID("report-\($0)") })
            let after = ClockReading(inquiry)
            #expect(after.state == before.state && after.mean == before.mean && after.interval == before.interval)
            #expect(after.gates == before.gates && after.windows == before.windows && after.since == before.since)
            #expect(after.competencies == before.competencies && after.headline == before.headline)
        }
    }
}
