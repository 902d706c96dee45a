import Evidence
import Records
import Signals
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Requests in the record` {
    private let question = ColleagueQuestion(
        competency: "ownership",
        name: "Ownership",
        next: "Owns what several teams rest on.",
        present: "Owns what the team rests on.",
        nextStage: 3,
        presentStage: 2
    )

    private func people(_ count: Int) -> [PersonID] { (1...count).map { PersonID("p\($0)") } }

    private func send(
        _ records: Records,
        about subject: PersonID = "ana",
        to colleagues: [PersonID],
        now: Int64 = Invented.now
    ) async throws -> SentRound {
        let question = question
        return try await records.send(roundAbout: subject, name: "Ana", by: .person("mo"), now: now) { _ in
            RoundDraft(question: question, colleagues: colleagues)
        }
    }

    private func voice(_ person: PersonID) -> Voice {
        Voice(person: person, account: AccountID("U-\(person)"), name: person.text, team: "Data")
    }

    @discardableResult
    private func answer(
        _ records: Records,
        _ id: RequestID,
        _ person: PersonID,
        _ sight: ColleagueSight = .next,
        words: String = "",
        isReport: Bool = false,
        now: Int64 = Invented.now
    ) async throws -> ColleagueAnswer {
        try await records.answer(
            id,
            voice: voice(person),
            sight: sight,
            words: words,
            isReport: isReport,
            now: now
        )
    }

    @Test(arguments: Engine.available)
    func `a round comes back as it was sent, never to its subject and to five at most`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let round = try await send(records, to: ["ana"] + people(7) + people(7))
        #expect(round.id == "ana.r1")
        #expect(round.requests.map(\.colleague) == people(5))
        #expect(round.requests.map(\.id) == (1...5).map { RequestID("ana.r1.\($0)") })
        #expect(try await records.rounds(about: "ana", now: Invented.now) == [round])
        #expect(
            try await records.rounds(asking: "p2", now: Invented.now).map { $0.requests.map(\.id) } == [["ana.r1.2"]]
        )
        #expect(try await records.rounds(asking: "p6", now: Invented.now).isEmpty)
        #expect(try await records.lastRequests(now: Invented.now) == ["ana": Invented.now])
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a second round has to wait six weeks, and asks others`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        _ = try await send(records, to: people(3))
        let early = Invented.now + 41 * Invented.day
        await #expect(throws: RequestError.self) { try await send(records, to: people(6), now: early) }
        let round = try await send(records, to: people(6), now: Invented.now + 42 * Invented.day)
        #expect(round.requests.map(\.colleague) == ["p4", "p5", "p6"])
        #expect(round.id == "ana.r2")
        await #expect(throws: RequestError.nobodyToAsk(name: "Ana")) {
            try await send(records, to: ["p4"], now: Invented.now + 90 * Invented.day)
        }
    }

    @Test(arguments: Engine.available)
    func `an answer is its colleague's own, once, and in time`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let round = try await send(records, to: people(3))
        let first = round.requests[0].id
        await #expect(throws: RequestError.noSuchRequest("ana.r1.1")) { try await answer(records, first, "p2") }
        let kept = try await answer(records, first, "p1", .present, words: "She rebuilt the index.")
        #expect(kept.state == .shown && kept.shownAt == Invented.now)
        await #expect(throws: RequestError.answered(first)) { try await answer(records, first, "p1") }
        let late = Invented.now + 15 * Invented.day
        await #expect(throws: RequestError.self) { try await answer(records, round.requests[1].id, "p2", now: late) }
        #expect(try await records.answers(about: "ana", now: Invented.now) == [kept])
        #expect(try await records.answersByPerson(now: Invented.now) == ["ana": [kept]])
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `an answer settles after five working days, unless its subject objects`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let round = try await send(records, to: people(3))
        for (place, request) in round.requests.enumerated() {
            try await answer(records, request.id, PersonID("p\(place + 1)"), words: "Saw it in the move.")
        }
        try await records.perform(
            .contest,
            onAnswerTo: "ana.r1.2",
            by: .person("ana"),
            reason: "I was away.",
            now: Invented.now
        )
        try await records.perform(.withdraw, onAnswerTo: "ana.r1.3", by: .person("p3"), now: Invented.now)
        let later = Invented.now + 8 * Invented.day
        let answers = try await records.answers(about: "ana", now: later)
        #expect(answers.map(\.state) == [.settled, .contested])
        #expect(try await records.rounds(about: "ana", now: later)[0].requests[2].answer?.words == "")
        await #expect(throws: RequestError.notFrom(state: .contested, act: .accept)) {
            try await records.perform(.accept, onAnswerTo: "ana.r1.2", by: .person("ana"), now: later)
        }
    }

    @Test(arguments: Engine.available)
    func `answers of reports are shown together from four on, and none before`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let round = try await send(records, to: people(5))
        for place in 0..<3 {
            let kept = try await answer(records, round.requests[place].id, PersonID("p\(place + 1)"), isReport: true)
            #expect(kept.state == .captured && kept.shownAt == nil)
        }
        #expect(try await records.answers(about: "ana", now: Invented.now).isEmpty)
        let later = Invented.now + 3 * Invented.day
        try await answer(records, round.requests[3].id, "p4", isReport: true, now: later)
        let shown = try await records.answers(about: "ana", now: later)
        #expect(shown.count == 4 && shown.allSatisfy { $0.state == .shown && $0.shownAt == later })
        try await answer(records, round.requests[4].id, "p5", isReport: true, now: later)
        #expect(try await records.answers(about: "ana", now: later).count == 4, "the fifth waits for others")
    }

    @Test(arguments: Engine.available)
    func `the schedule is off unless somebody turned it on`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        #expect(try await !records.asksAutomatically())
        try await records.set(asksAutomatically: true, by: .console, now: Invented.now)
        #expect(try await records.asksAutomatically())
        try await records.set(asksAutomatically: false, by: .console, now: Invented.now)
        #expect(try await !records.asksAutomatically())
    }

    /// Whatever is drafted, on whatever days: the limits hold.
    @Test(arguments: Engine.available)
    func `over random months nobody gets a third request in a week, or two rounds in a row`(engine: Engine) async throws
    {
        for seed in 1...4 {
            let records = try await Invented.records(engine)
            var random = Draws(state: UInt64(seed))
            let everybody = people(9)
            var now = Invented.now
            var sent: [SentRound] = []
            for _ in 0..<120 {
                now += Int64(random.below(72)) * 3_600_000_000
                let subject = everybody[random.below(4)]
                let wanted = (0..<random.below(9)).map { _ in everybody[random.below(9)] }
                if let round = try? await send(records, about: subject, to: wanted, now: now) { sent.append(round) }
            }
            #expect(sent.count > 10)
            for round in sent {
                #expect((1...5).contains(round.requests.count))
                #expect(!round.requests.contains { $0.colleague == round.subject })
                for request in round.requests {
                    let week = sent.filter { $0.sent > round.sent - 7 * Invented.day && $0.sent <= round.sent }
                    let load = week.flatMap(\.requests).count { $0.colleague == request.colleague }
                    #expect(load <= 2)
                }
            }
            for rounds in Dictionary(grouping: sent, by: \.subject).values {
                for (one, next) in zip(rounds, rounds.dropFirst()) {
                    #expect(next.sent - one.sent >= 42 * Invented.day)
                    #expect(Set(one.requests.map(\.colleague)).isDisjoint(with: next.requests.map(\.colleague)))
                }
            }
            #expect(try await records.verify().isClean)
        }
    }

    @Test(
        arguments: Engine.available,
        [
            "UPDATE colleague_request SET sight = 'present' WHERE answered IS NOT NULL",
            "UPDATE colleague_request SET answered = NULL", "DELETE FROM colleague_request",
            "UPDATE request_round SET next_statement = 'Other.'", "DELETE FROM request_round",
        ]
    )
    func `verify finds rounds and answers that were changed`(engine: Engine, tampering: String) async throws {
        let records = try await Invented.records(engine)
        let round = try await send(records, to: people(3))
        try await answer(records, round.requests[0].id, "p1")
        #expect(try await records.verify().isClean)
        try await records.database.write { try $0.script(tampering) }
        #expect(try await !records.verify().isClean)
    }
}

/// Random numbers that are the same every time.
private struct Draws {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
