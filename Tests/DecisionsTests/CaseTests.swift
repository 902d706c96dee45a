import Decisions
import Evidence
import Testing
import Workspace

@Suite struct `A decision's way` {
    private let now = Invented.now
    private let reason = "The figures of May held."

    @Test func `a decision is entered with words, a day that is past, and somebody who decided`() throws {
        let today = Invented.today
        var content = Invented.content()
        content.deciders = []
        #expect(throws: DecisionError.noDecider) { try content.checked(today: today) }
        content = Invented.content("Yes.")
        #expect(throws: DecisionError.tooFewWords(field: .decision, given: 1, needed: 3)) {
            try content.checked(today: today)
        }
        content = Invented.content(daysAgo: -1)
        #expect(throws: DecisionError.dayAhead(CivilDate(days: today.days + 1), today: today)) {
            try content.checked(today: today)
        }
        content = Invented.content()
        content.alternatives = Array(repeating: "a queue", count: 30) + (1...21).map { "way \($0)" }
        #expect(throws: DecisionError.tooMany(field: .alternatives, given: 22, limit: 20)) {
            try content.checked(today: today)
        }
        content.alternatives = ["  a queue ", "a queue", ""]
        #expect(try content.checked(today: today).alternatives == ["a queue"])
    }

    @Test func `words may be left to the evidence, not to nothing`() throws {
        var content = Invented.content("")
        #expect(throws: DecisionError.self) { try content.checked(today: Invented.today) }
        content.entries = ["x"]
        #expect(try content.checked(today: Invented.today).words.isEmpty)
    }

    @Test func `what another decision rests on is not confirmed twice`() {
        #expect(throws: DecisionError.taken("d7")) {
            try DecisionCase.confirm(Invented.content(), taken: "d7", by: .console, now: now)
        }
    }

    @Test(arguments: DecisionOutcome.allCases)
    func `each outcome of a due check leads where it says`(outcome: DecisionOutcome) throws {
        let decision = try Invented.decided(daysAgo: 31)
        let event = try decision.check(outcome, words: reason, by: Invented.ana, now: now)
        #expect(event.checkpoint == .month)
        let after = decision.after(event)
        #expect(after.state.rawValue == outcome.rawValue)
        #expect(after.state.isInForce == (outcome == .stands || outcome == .amended))
    }

    @Test func `software and the command line say nothing of what became of a decision`() throws {
        let decision = try Invented.decided(daysAgo: 31)
        for actor in [LedgerActor.console, .schedule] {
            #expect(throws: DecisionError.needsPerson(.checked)) {
                try decision.check(.stands, words: reason, by: actor, now: now)
            }
            #expect(throws: DecisionError.needsPerson(.dissented)) {
                try decision.dissent("I would have built the queue.", by: actor, now: now)
            }
        }
    }

    @Test func `a check needs a reason, and “stands” a check that is due`() throws {
        let due = try Invented.decided(daysAgo: 31)
        #expect(throws: DecisionError.tooFewWords(field: .reason, given: 1, needed: 3)) {
            try due.check(.stands, words: "Fine. 3", by: Invented.ana, now: now)
        }
        let fresh = try Invented.decided(daysAgo: 3)
        #expect(throws: DecisionError.notDue(next: CivilDate(days: Invented.today.days + 27))) {
            try fresh.check(.stands, words: reason, by: Invented.ana, now: now)
        }
        let early = try fresh.check(.reversedOnNewFacts, words: reason, by: Invented.ana, now: now)
        #expect(early.checkpoint == nil)
        #expect(fresh.after(early).state == .reversedOnNewFacts)
    }

    @Test func `what was reversed is not looked at again, unless the check was a mistake`() throws {
        let decision = try Invented.decided(daysAgo: 31)
        let reversed = DecisionCase(
            decision.after(try decision.check(.reversedAsWrong, words: reason, by: Invented.ana, now: now))
        )
        #expect(throws: DecisionError.notFrom(state: .reversedAsWrong, act: .checked)) {
            try reversed.check(.stands, words: reason, by: Invented.ana, now: now)
        }
        #expect(throws: DecisionError.noSuchCheck(1)) {
            try reversed.retract(1, words: reason, by: Invented.ana, now: now)
        }
        let back = reversed.after(try reversed.retract(2, words: reason, by: Invented.ana, now: now))
        #expect(back.state == .stands)
        #expect(back.events.count == 3, "nothing is taken out of a history")
        #expect(DecisionPlan(back, today: Invented.today).due?.checkpoint == .month)
    }

    @Test func `an amended decision that stands stands as amended`() throws {
        let decision = try Invented.decided(daysAgo: 95)
        let amended = DecisionCase(
            decision.after(try decision.check(.amended, words: reason, by: Invented.ana, now: now - 60 * Invented.day))
        )
        let after = amended.after(try amended.check(.stands, words: reason, by: Invented.ana, now: now))
        #expect(after.state == .amended)
    }

    @Test func `dissent is its writer's own and stays`() throws {
        let decision = try Invented.decided()
        let event = try decision.dissent("  I would have built the queue. ", by: .person("ben"), now: now)
        let after = decision.after(event)
        #expect(after.dissents.map(\.actor) == [.person("ben")])
        #expect(after.dissents.map(\.words) == ["I would have built the queue."])
        #expect(after.state == .stands)
    }

    @Test func `a dismissed proposal is no decision`() throws {
        let proposal = try #require(DecisionProposal.find(in: [Invented.entry(1)], open: ["C1"]).first)
        let event = try DecisionCase.dismiss(proposal, words: "", taken: nil, by: Invented.ana, now: now)
        let record = try #require(DecisionRecord("d1", events: [event]))
        #expect(record.state == .dismissed && !record.state.isListed)
        #expect(throws: DecisionError.notFrom(state: .dismissed, act: .dissented)) {
            try DecisionCase(record).dissent("I saw it differently.", by: .person("ben"), now: now)
        }
    }

    @Test func `every error says what to do`() {
        let errors: [DecisionError] = [
            .noSuchDecision("d9"), .noSuchProposal("x"), .taken("d1"), .notYours, .needsPerson(.checked), .noDecider,
            .tooFewWords(field: .reason, given: 1, needed: 3), .tooLong(field: .topic, given: 900, limit: 100),
            .tooMany(field: .links, given: 30, limit: 20), .dayAhead(Invented.today, today: Invented.today),
            .ownWordsNeeded, .notFrom(state: .stands, act: .checked), .notDue(next: nil), .notDue(next: Invented.today),
            .noSuchCheck(4),
        ]
        for error in errors { #expect(error.description.hasSuffix(".") && error.description.count > 25) }
    }
}
