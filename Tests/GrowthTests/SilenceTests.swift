import Growth
import Statistics
import Testing

/// Silence is not evidence, and time alone is not either: over many made-up histories.
@Suite struct SilenceTests {
    let clock = LevelClock()

    @Test func `every day of two silent years keeps what is shown, or says that too little is known`() {
        var random = SeededRandom(81)
        var kept = 0
        for _ in 0..<40 {
            let items = Histories.random(
                &random,
                items: Int.random(in: 20...90, using: &random),
                next: Double.random(in: 0.3...1, using: &random)
            )
            let trail = ItemTrail(items, clock: clock)
            let needs = clock.breadth(nextLevel: 4)
            var shown = trail.shown(now: 400, needs: needs).state
            for day in 401...1131 {
                let found = trail.look(at: Double(day), needs: needs)
                let next = LevelState.advance(
                    from: shown,
                    to: found.state,
                    probability: found.probability,
                    newItems: 0,
                    parameters: clock.parameters
                )
                if next != shown { #expect(next == .notEnoughEvidence, "day \(day)") }
                kept += next == shown && found.state.rawValue != shown.rawValue ? 1 : 0
                shown = next
            }
            #expect(shown == .notEnoughEvidence)
        }
        // Else there would have been nothing to keep.
        #expect(kept > 100)
    }

    @Test func `what is shown later without news is what was shown before, or nothing`() {
        var random = SeededRandom(82)
        var changed = 0
        for _ in 0..<1200 {
            let items = Histories.random(&random, items: Int.random(in: 10...50, using: &random), days: 200)
            var clock = clock
            if random.share() < 0.3 { clock.leave = [Double.random(in: 0...150, using: &random)..<260] }
            if random.share() < 0.3 { clock.settling = 100..<282 }
            let trail = ItemTrail(items, clock: clock)
            let needs = clock.breadth(nextLevel: 4)
            let before = trail.shown(now: Double.random(in: 200...300, using: &random), needs: needs)
            let after = trail.shown(now: Double.random(in: 300...1200, using: &random), needs: needs)
            #expect(after.state == before.state || after.state == .notEnoughEvidence)
            if after.state != .notEnoughEvidence { #expect(after.since == before.since) }
            changed += after.state == before.state ? 0 : 1
        }
        #expect(changed > 100)
    }

    @Test func `an episode that half grows too old raises nobody`() {
        // Thirteen share an episode; when the older ones drop out of sight, the others weigh more.
        let early = (0..<12).map { index in
            Observation(
                day: Double(index) / 20,
                observer: "o\(index % 3)",
                team: "t",
                competency: "craft",
                next: 1,
                episode: "e"
            )
        }
        let late = ["o3", "o4", "o5", "o6"].flatMap { observer in
            ["e", "f"].map {
                Observation(day: 6, observer: observer, team: "t", competency: "craft", next: 1, episode: $0)
            }
        }
        var clock = clock
        clock.parameters.halfLifeDays = .infinity
        clock.parameters.minimumEvidence = 1.9
        clock.parameters.minimumObserverMass = 0.45
        let items = early + late
        #expect(clock.assess(items, now: 700, nextLevel: 4).state == .notEnoughEvidence)
        #expect(clock.assess(items, now: 733, nextLevel: 4).state != .notEnoughEvidence)
        var last = clock.shown(items, now: 7, nextLevel: 4).state
        for day in 8...745 {
            let state = clock.shown(items, now: Double(day), nextLevel: 4).state
            #expect(state == last || state == .notEnoughEvidence)
            last = state
        }
    }

    @Test func `shown states obey the rules of advance, item by item`() {
        var random = SeededRandom(83)
        var falls = 0
        for _ in 0..<60 {
            let items = Histories.random(
                &random,
                items: 60,
                days: 300,
                next: Double.random(in: 0.4...0.9, using: &random)
            )
            let trail = ItemTrail(items, clock: clock)
            let needs = clock.breadth(nextLevel: 4)
            var before: LevelState?
            for day in Set(items.map(\.day)).sorted() {
                // A hair before the item there is no news yet.
                let quiet = trail.shown(now: day.nextDown, needs: needs).state
                if let before { #expect(quiet == before || quiet == .notEnoughEvidence) }
                let found = trail.look(at: day, needs: needs)
                let shown = trail.shown(now: day, needs: needs).state
                let isStrong = quiet == .operatingAtNext || quiet == .sustainedAtNext
                if found.state == .notEnoughEvidence || !isStrong { #expect(shown == found.state) }
                if isStrong, shown == .atLevel || shown == .emerging {
                    #expect(found.probability < clock.parameters.releaseCertainty)
                    falls += 1
                }
                before = shown
            }
        }
        #expect(falls > 5)
    }
}
