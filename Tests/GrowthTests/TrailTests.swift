import Growth
import Statistics
import Testing

/// The fast way to look against the plain one.
@Suite struct TrailTests {
    /// A clock in which everything is used that a look depends on.
    private func clock(_ random: inout SeededRandom, now: Double) -> LevelClock {
        var dials = ClockParameters()
        if random.share() < 0.3 { dials.threshold = Double.random(in: 0.3...0.6, using: &random) }
        if random.share() < 0.2 { dials.halfLifeDays = [30, 180, .infinity].randomElement(using: &random) ?? 90 }
        if random.share() < 0.2 { dials.maximumAgeDays = Double.random(in: 60...400, using: &random) }
        if random.share() < 0.1 { dials.episodeCap = 2 }
        let leniency = (0..<8).reduce(into: [String: Double]()) { table, observer in
            table["o\(observer)"] = Double.random(in: -0.2...0.2, using: &random)
        }
        var clock = LevelClock(
            parameters: dials,
            leniency: LeniencyTable(random.share() < 0.5 ? leniency : [:]),
            rings: random.share() < 0.5 ? [["o1", "o2"], ["o3", "o4", "o9"]] : []
        )
        if random.share() < 0.3 {
            let start = Double.random(in: 0..<now, using: &random)
            clock.leave = [start..<(start + Double.random(in: 1...300, using: &random))]
        }
        if random.share() < 0.3 {
            let start = Double.random(in: 0..<now, using: &random)
            clock.settling = start..<(start + 182)
        }
        return clock
    }

    private func history(_ random: inout SeededRandom, items: Int, days: Double) -> [Observation] {
        let plain = random.share() < 0.5
        return Histories.random(&random, items: items, days: days, next: plain ? nil : 0.8)
            .map { item in
                var changed = item
                // Whole days bring ties, and the borders of windows and weeks.
                if plain { changed.day = item.day.rounded() }
                changed.isConfidential = random.share() < 0.1
                if random.share() < 0.05 { changed.day = random.share() < 0.5 ? .nan : -.infinity }
                return changed
            }
    }

    @Test func `one look says what a whole assessment says, to the last bit`() {
        var random = SeededRandom(71)
        for _ in 0..<1500 {
            let now = Double.random(in: 50...900, using: &random)
            let clock = clock(&random, now: now)
            let items = history(&random, items: Int.random(in: 0...60, using: &random), days: now + 20)
            let level = Int.random(in: 4...6, using: &random)
            let audience = random.share() < 0.5 ? Int.random(in: 0...8, using: &random) : nil
            let plain = clock.assess(items, now: now, nextLevel: level, audience: audience)
            let needs = clock.breadth(nextLevel: level, audience: audience)
            let fast = ItemTrail(items, clock: clock).look(at: now, needs: needs)
            #expect(fast.state == plain.state)
            #expect(fast.probability == plain.probability)
            #expect(fast.effectiveEvidence == plain.effectiveEvidence)
        }
    }

    @Test func `what is shown is the same whether every look is taken or only those that matter`() {
        var random = SeededRandom(72)
        var states: Set<LevelState> = []
        var held = 0
        for _ in 0..<300 {
            let days = Double.random(in: 30...500, using: &random)
            let now = days + (random.share() < 0.5 ? 0 : Double.random(in: 0...500, using: &random))
            let clock = clock(&random, now: now)
            let items = history(&random, items: Int.random(in: 0...50, using: &random), days: days)
            let plain = ShownState.replay(items, now: now, parameters: clock.parameters) {
                clock.assess(items, now: $0, nextLevel: 4)
            }
            #expect(clock.shown(items, now: now, nextLevel: 4) == plain)
            states.insert(plain.state)
            held += plain.isHeld ? 1 : 0
        }
        #expect(states.count == LevelState.allCases.count && held > 3)
    }

    @Test func `any numbers for people, teams and episodes give the same look`() {
        var random = SeededRandom(73)
        for _ in 0..<200 {
            let items = Histories.random(&random, items: Int.random(in: 1...60, using: &random))
            let clock = LevelClock()
            let start = Int32.random(in: -5000...5000, using: &random)
            let numbered = items.shuffled(using: &random)
                .map { item in
                    TrailItem(
                        day: item.day,
                        weight: item.confidence * item.work,
                        next: item.next,
                        observer: start - (Int32(item.observer.dropFirst()) ?? 0),
                        team: start + (Int32(item.team.dropFirst()) ?? 0) * 7,
                        episode: item.episode.isEmpty ? -3 : 900 - (Int32(item.episode.dropFirst()) ?? 0)
                    )
                }
            let needs = clock.breadth(nextLevel: 5)
            let named = ItemTrail(items, clock: clock)
            let numbers = ItemTrail(numbered, clock: clock)
            #expect(numbers.look(at: 400, needs: needs) == named.look(at: 400, needs: needs))
            #expect(numbers.shown(now: 410, needs: needs) == named.shown(now: 410, needs: needs))
        }
    }

    @Test func `a state begins with the item that made it`() throws {
        let items = Histories.sustained(every: 4)
        let since = try #require(LevelClock().shown(items, now: 345, nextLevel: 4).since)
        #expect(items.contains { $0.day == since })
        #expect(LevelClock().shown([items[0]], now: 5, nextLevel: 4).since == items[0].day)
    }
}
