import Evidence
import Growth
import Ladder
import Moves
import Testing
import Workspace

@Suite struct `A level-up` {
    private let decider = MoveActor.person("ops")
    private let reason = "Three teams rest on her design. It has held for a year."

    private func viewed(_ outcome: MoveOutcome = .granted) throws -> LevelUpCase {
        let record = try Invented.levelUp()
        let event = try LevelUpCase(record).view(outcome, words: reason, by: decider, now: Invented.now)
        return try LevelUpCase(record.after(event))
    }

    private func shown(_ outcome: MoveOutcome = .granted) throws -> LevelUpCase {
        let before = try viewed(outcome)
        return try LevelUpCase(before.record.after(before.show(try Invented.pack(), to: decider, now: Invented.now)))
    }

    @Test func `leads to the next level, whenever it is proposed`() throws {
        let move = try Invented.levelUp().move
        #expect(move.from == Standing(.ic, 5) && move.to == Standing(.ic, 6) && move.state == .proposed)
        #expect(throws: MoveError.notNext(asked: 8, next: 6)) {
            try LevelUpCase.propose(
                Invented.ana,
                to: 8,
                words: "",
                by: .console,
                ladder: Invented.ladder,
                moves: [],
                id: "ana.1",
                now: Invented.now
            )
        }
        #expect(throws: MoveError.stillOpen("ana.1")) {
            try LevelUpCase.propose(
                Invented.ana,
                to: nil,
                words: "",
                by: .console,
                ladder: Invented.ladder,
                moves: [move],
                id: "ana.2",
                now: Invented.now
            )
        }
    }

    @Test func `the decider writes outcome and two sentences before anything is shown`() throws {
        let record = try Invented.levelUp()
        let levelUp = try LevelUpCase(record)
        let pack = try Invented.pack()
        #expect(throws: MoveError.viewFirst) { try levelUp.show(pack, to: decider, now: Invented.now) }
        #expect(throws: MoveError.viewFirst) {
            try levelUp.grant(from: Invented.today, words: reason, by: decider, now: Invented.now)
        }
        #expect(throws: MoveError.tooFewSentences(given: 1, needed: 2)) {
            try levelUp.view(.granted, words: "She is very good.", by: decider, now: Invented.now)
        }
        #expect(throws: MoveError.lookFirst) {
            try viewed().grant(from: Invented.today, words: "", by: decider, now: Invented.now)
        }
        #expect(throws: MoveError.viewFirst) {
            try shown().grant(from: Invented.today, words: "", by: .person("other"), now: Invented.now)
        }
        #expect(throws: MoveError.viewGiven) {
            try viewed().view(.refused, words: reason, by: decider, now: Invented.now)
        }
    }

    @Test func `a changed outcome needs a reason, and both stay on record`() throws {
        let levelUp = try shown(.refused)
        #expect(throws: MoveError.changeWithoutReason(before: .refused)) {
            try levelUp.grant(from: Invented.today, words: "", by: decider, now: Invented.now)
        }
        let event = try levelUp.grant(
            from: Invented.today,
            words: "The items of two other teams convinced me.",
            by: decider,
            now: Invented.now
        )
        let record = levelUp.record.after(event)
        #expect(record.move.state == .granted && record.move.day == Invented.today)
        #expect(record.events.map(\.act) == [.proposed, .viewed, .shown, .decided])
        #expect(record.events.compactMap(\.outcome) == [.refused, .granted])
        #expect(record.events[2].seen.contains(Invented.ladder.stamp))
    }

    @Test func `nobody decides about themselves`() throws {
        let levelUp = try LevelUpCase(Invented.levelUp())
        let own = MoveActor.person("ana")
        let pack = try Invented.pack()
        #expect(throws: MoveError.ownCase) { try levelUp.view(.granted, words: reason, by: own, now: Invented.now) }
        #expect(throws: MoveError.ownCase) { try levelUp.show(pack, to: own, now: Invented.now) }
        #expect(throws: MoveError.ownCase) {
            try levelUp.grant(from: Invented.today, words: reason, by: own, now: Invented.now)
        }
    }

    @Test func `a refusal names rules and a day, and is written to the person`() throws {
        let levelUp = try shown(.refused)
        let recheck = CivilDate(days: Invented.today.days + 90)
        let kind = "The last months were strong. More teams need to see it."
        #expect(throws: MoveError.noRule) {
            try levelUp.refuse(rules: [], recheck: recheck, words: kind, by: decider, now: Invented.now)
        }
        let rule = try Invented.pack().rule("judgement")
        for days in [-1, 0, 367] {
            #expect(throws: MoveError.self) {
                try levelUp.refuse(
                    rules: [rule],
                    recheck: CivilDate(days: Invented.today.days + days),
                    words: kind,
                    by: decider,
                    now: Invented.now
                )
            }
        }
        #expect(throws: MoveError.wording(["demotion"])) {
            try levelUp.refuse(
                rules: [rule],
                recheck: recheck,
                words: "This is not a demotion at all.",
                by: decider,
                now: Invented.now
            )
        }
        let event = try levelUp.refuse(rules: [rule], recheck: recheck, words: kind, by: decider, now: Invented.now)
        let letter = try #require(RefusalLetter(levelUp.record.after(event)))
        #expect(letter.rules.count == 1 && letter.rules[0].hasPrefix("Judgement"))
        #expect(letter.text.contains(recheck.description) && letter.text.contains(kind))
        #expect(MoveWording.found(in: letter.opening + letter.closing).isEmpty)
        #expect(RefusalLetter(levelUp.record) == nil)
    }

    @Test func `rules are gates, competencies, or words of one's own`() throws {
        let pack = try Invented.pack()
        let gate = try #require(pack.unmet.first)
        #expect(try pack.rule(gate.kind.rawValue) == .gate(gate.words))
        #expect(try pack.rule("the on-call handover of his team") == .own("the on-call handover of his team"))
        #expect(throws: MoveError.self) { try pack.rule("judgment") }
    }

    @Test func `the pack holds settled evidence since the last move, and nothing else`() throws {
        let entries = [
            Invented.entry(1, "judgement"), Invented.entry(2, "craft"), Invented.entry(3, "people"),
            Invented.entry(4, "judgement", state: .shown), Invented.entry(5, "judgement", state: .contested),
            Invented.entry(6, "judgement", daysAgo: 1_001),
        ]
        let pack = try Invented.pack(entries)
        #expect(pack.sections.first { $0.id == "judgement" }?.entries.map(\.id) == ["e1"])
        #expect(pack.sections.first { $0.id == "craft" }?.entries.map(\.id) == ["e2"])
        #expect(pack.others.map(\.id) == ["e3"])
        #expect(pack.count == 3)
        #expect(pack.unmet.contains { $0.kind == .evidence })
        #expect(try pack.seen != Invented.pack([Invented.entry(1, "judgement")]).seen)
    }

    @Test func `what was decided or taken back is over`() throws {
        let levelUp = try shown()
        let granted = try LevelUpCase(
            levelUp.record.after(try levelUp.grant(from: Invented.today, words: "", by: decider, now: Invented.now))
        )
        #expect(throws: MoveError.notFrom(state: .granted, act: .withdrawn)) {
            try granted.record.withdraw(by: .console, words: "", now: Invented.now)
        }
        let taken = levelUp.record.after(try levelUp.record.withdraw(by: .console, words: "", now: Invented.now))
        #expect(taken.move.state == .withdrawn && taken.move.day == nil)
        #expect(throws: MoveError.notFrom(state: .withdrawn, act: .decided)) {
            try LevelUpCase(taken).grant(from: Invented.today, words: "", by: decider, now: Invented.now)
        }
    }

    @Test func `in any run of acts, allowed or not, history leads to the state`() throws {
        var random = SeededRandom(3)
        let actors: [MoveActor] = [.console, .person("ana"), .person("ops")]
        for _ in 0..<300 {
            var record = try Invented.levelUp()
            for _ in 0..<8 {
                let levelUp = try LevelUpCase(record)
                let actor = actors[Int(random.next() % 3)]
                let event: MoveEvent? =
                    switch random.next() % 5 {
                    case 0: try? levelUp.view(.granted, words: reason, by: actor, now: Invented.now)
                    case 1: try? levelUp.show(try Invented.pack(), to: actor, now: Invented.now)
                    case 2: try? levelUp.grant(from: Invented.today, words: "", by: actor, now: Invented.now)
                    case 3:
                        try? levelUp.refuse(
                            rules: [.own("more teams see it")],
                            recheck: CivilDate(days: Invented.today.days + 30),
                            words: "Two teams have yet to see it.",
                            by: actor,
                            now: Invented.now
                        )
                    default: try? record.withdraw(by: actor, words: "", now: Invented.now)
                    }
                if let event { record = record.after(event) }
            }
            #expect(MoveState(after: record.events) == record.move.state)
            #expect(record.events.map(\.position) == Array(1...record.events.count))
            if let decision = record.decision {
                #expect(decision.actor != .person("ana"))
                #expect(record.firstView(of: decision.actor) != nil && record.wasShown(to: decision.actor))
            }
        }
    }
}
