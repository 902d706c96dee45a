import Decisions
import Evidence
import Testing
import Workspace

@Suite struct `Checks of a decision` {
    private typealias Standing = DecisionPlan.Standing

    @Test(
        arguments: [
            (0, [DecisionPlan.Standing.ahead, .ahead, .ahead]), (29, [.ahead, .ahead, .ahead]),
            (30, [.due, .ahead, .ahead]), (89, [.due, .ahead, .ahead]), (90, [.passed, .due, .ahead]),
            (180, [.passed, .passed, .due]), (900, [.passed, .passed, .due]),
        ]
    )
    func `checks come due one at a time`(age: Int, standings: [DecisionPlan.Standing]) throws {
        let plan = DecisionPlan(try Invented.decided(daysAgo: age).record, today: Invented.today)
        #expect(plan.checks.map(\.standing) == standings)
        #expect(plan.checks.map { $0.day.days - Invented.today.days + age } == [30, 90, 180])
    }

    @Test func `a check that was taken is taken, and the next lies ahead`() throws {
        let decision = try Invented.decided(daysAgo: 40)
        let after = decision.after(
            try decision.check(.stands, words: "It held in May.", by: Invented.ana, now: Invented.now)
        )
        let plan = DecisionPlan(after, today: Invented.today)
        #expect(plan.checks.map(\.standing) == [.taken, .ahead, .ahead])
        #expect(plan.due == nil && plan.next?.checkpoint == .quarter)
    }

    @Test func `after a reversal nothing is due any more`() throws {
        let decision = try Invented.decided(daysAgo: 40)
        let after = decision.after(
            try decision.check(.reversedAsWrong, words: "It was wrong.", by: Invented.ana, now: Invented.now)
        )
        let plan = DecisionPlan(after, today: CivilDate(days: Invented.today.days + 300))
        #expect(plan.checks.map(\.standing) == [.taken, .dropped, .dropped])
    }

    /// Random histories: people look, amend, reverse and take checks back on random days.
    @Test func `whatever people do, at most one check is due and no step is lost`() throws {
        for seed in 1...400 {
            var random = Steps(state: UInt64(seed))
            var decision = try Invented.decided()
            var now = Invented.now
            var steps = 1
            for _ in 0..<12 {
                now += Int64(random.below(45)) * Invented.day
                let outcome = DecisionOutcome.allCases[random.below(4)]
                let event: DecisionEvent?
                switch random.below(4) {
                case 0: event = try? decision.dissent("I see it differently.", by: .person("ben"), now: now)
                case 1:
                    event = try? decision.retract(
                        random.below(8),
                        words: "It was a mistake.",
                        by: Invented.ana,
                        now: now
                    )
                default:
                    event = try? decision.check(outcome, words: "So it went then.", by: Invented.ana, now: now)
                }
                if let event {
                    decision = DecisionCase(decision.after(event))
                    steps += 1
                }
                let plan = DecisionPlan(decision.record, today: CivilDate(microseconds: now))
                #expect(plan.checks.count { $0.standing == .due } <= 1)
                #expect(plan.due == nil || decision.record.state.isInForce)
                #expect(decision.record.events.map(\.position) == Array(1...steps))
                let outcomes = decision.record.checks.compactMap(\.outcome)
                let reversals = outcomes.count { $0 == .reversedAsWrong || $0 == .reversedOnNewFacts }
                #expect(reversals <= 1)
                #expect(decision.record.state.isReversed == (reversals == 1))
            }
        }
    }
}

/// Random numbers that are the same every time.
struct Steps {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
