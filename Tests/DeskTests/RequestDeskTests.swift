import Desk
import Evidence
import Growth
import Records
import StoreTesting
import Testing
import Workspace

@Suite struct `Requests on the desk` {
    private let ana = Access.Viewer.person("ana")
    private let mo = Access.Viewer.person("mo")

    @Test(arguments: Engine.available)
    func `the person and the manager ask, nobody else does`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        for viewer in ["x1", "ops", "rep", "top"] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.sendRequests(about: "ana", by: .person(PersonID(viewer)))
            }
            await #expect(throws: DeskError.notAllowed) {
                try await desk.rounds(about: "ana", for: .person(PersonID(viewer)))
            }
        }
        #expect(try await desk.rounds(about: "ana", for: ana).isDue)
        let round = try await desk.sendRequests(about: "ana", by: mo)
        #expect((1...5).contains(round.requests.count))
        #expect(!round.requests.contains { $0.colleague == "ana" })
        #expect(round.question.nextStage > round.question.presentStage)
        #expect(round.question.next != round.question.present)
        let view = try await desk.rounds(about: "ana", for: ana)
        #expect(!view.isDue && view.next == CivilDate(days: Invented.today.days + 42))
        #expect(view.rounds.map(\.sender) == ["Mo Lind"])
        await #expect(throws: RequestError.self) { try await desk.sendRequests(about: "ana", by: ana) }
    }

    @Test(arguments: Engine.available)
    func `a colleague sees own requests alone, and the person sees the answer`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let round = try await desk.sendRequests(about: "ana", by: mo)
        let request = try #require(round.requests.first)
        let asked = request.colleague
        let own = try await desk.requests(to: asked, for: .person(asked))
        #expect(own.map(\.request.id) == [request.id] && own[0].standing == .open)
        await #expect(throws: DeskError.notAllowed) { try await desk.requests(to: asked, for: ana) }
        let other = try #require(round.requests.last?.colleague)
        await #expect(throws: RequestError.noSuchRequest(request.id.text)) {
            try await desk.answerRequest(request.id, .next, by: other)
        }
        try await desk.answerRequest(request.id, .next, words: "Her plan held  for three teams.", by: asked)
        let seen = try #require(try await desk.rounds(about: "ana", for: ana).rounds.first?.answers.first)
        #expect(seen.answer.words == "Her plan held for three teams." && seen.answer.state == .shown)
        #expect(try await desk.rounds(about: "ana", for: mo).rounds.first?.answers.count == 1)
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `the clock hears an answer once it settled, and “did not see it” never`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let round = try await company.desk.sendRequests(about: "ana", by: mo)
        let first = try #require(round.requests.first)
        let last = try #require(round.requests.last)
        try await company.desk.answerRequest(first.id, .next, by: first.colleague)
        try await company.desk.answerRequest(last.id, .unseen, by: last.colleague)
        #expect(try await company.desk.clock(of: "ana", target: nil, for: ana).entries.isEmpty)
        let later = try await company.later(days: 8).clock(of: "ana", target: nil, for: ana)
        #expect(later.entries == [ColleagueAnswer.key(of: first.id, at: Invented.now)])
        #expect(later.leftOut.values.contains(.unseen))
    }

    @Test(arguments: Engine.available)
    func `a contested answer counts for nothing until somebody else looked into it`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let request = try #require(try await desk.sendRequests(about: "ana", by: mo).requests.first)
        try await desk.answerRequest(request.id, .present, by: request.colleague)
        await #expect(throws: RequestError.noReason) {
            try await desk.contestAnswer(request.id, reason: " ", by: "ana")
        }
        await #expect(throws: RequestError.noSuchAnswer(request.id.text)) {
            try await desk.contestAnswer(request.id, reason: "Not so.", by: "mo")
        }
        try await desk.contestAnswer(request.id, reason: "I was on another team then.", by: "ana")
        #expect(try await company.later(days: 9).clock(of: "ana", target: nil, for: ana).entries.isEmpty)
        for viewer in [ana, mo, .person(request.colleague)] {
            await #expect(throws: RequestError.noSuchAnswer(request.id.text)) {
                try await desk.settleObjection(request.id, stands: true, reason: "It stands.", by: viewer)
            }
        }
        try await desk.settleObjection(request.id, stands: true, reason: "It stands.", by: .person("ops"))
        #expect(try await company.later(days: 9).clock(of: "ana", target: nil, for: ana).entries.count == 1)
    }

    @Test(arguments: Engine.available)
    func `private matters and long sentences are not kept`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        let request = try #require(try await desk.sendRequests(about: "ana", by: mo).requests.first)
        await #expect(throws: RequestError.tooLong(given: 401, limit: 400)) {
            try await desk.answerRequest(
                request.id,
                .next,
                words: String(repeating: "a", count: 401),
                by: request.colleague
            )
        }
        await #expect(throws: RequestError.privateMatter) {
            try await desk.answerRequest(
                request.id,
                .next,
                words: "She is pregnant and has been on sick leave with depression since her divorce.",
                by: request.colleague
            )
        }
        #expect(try await desk.requests(to: request.colleague, for: .person(request.colleague))[0].standing == .open)
    }

    @Test(arguments: Engine.available)
    func `reports answer about whom they report to without a name, four together`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let round = try await company.desk.sendRequests(about: "mo", by: .person("top"))
        let reports = Set(Invented.people.filter { $0.manager == "mo" }.map(\.id))
        let asked = round.requests.filter { reports.contains($0.colleague) }
        try #require(asked.count >= 4)
        for request in asked.prefix(3) {
            try await company.desk.answerRequest(request.id, .next, by: request.colleague)
        }
        let before = try #require(try await company.desk.rounds(about: "mo", for: .person("mo")).rounds.first)
        #expect(before.answers.isEmpty && before.held == 3)
        try await company.desk.answerRequest(asked[3].id, .present, by: asked[3].colleague)
        let after = try #require(try await company.desk.rounds(about: "mo", for: .person("mo")).rounds.first)
        #expect(after.answers.count == 4 && after.held == 0)
        #expect(after.answers.allSatisfy { $0.name == "Somebody who reports to them" })
    }

    @Test(arguments: Engine.available)
    func `the schedule sends only where it is let, and then keeps the limits`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        await #expect(throws: RequestError.notAutomatic) { try await company.desk.sendDueRequests(for: .console) }
        await #expect(throws: DeskError.notAllowed) {
            try await company.desk.set(asksAutomatically: true, by: .person("mo"))
        }
        try await company.desk.set(asksAutomatically: true, by: .person("ops"))
        var sent: [SentRound] = []
        for day in stride(from: 0, through: 98, by: 7) {
            sent += try await company.later(days: day).sendDueRequests(for: .console)
        }
        #expect(sent.count > 16)
        let week: Int64 = 7 * 86_400_000_000
        for round in sent {
            let near = sent.filter { $0.sent > round.sent - week && $0.sent <= round.sent }.flatMap(\.requests)
            #expect(Dictionary(grouping: near, by: \.colleague).values.allSatisfy { $0.count <= 2 })
        }
        for rounds in Dictionary(grouping: sent, by: \.subject).values {
            for (one, next) in zip(rounds, rounds.dropFirst()) {
                #expect(Set(one.requests.map(\.colleague)).isDisjoint(with: next.requests.map(\.colleague)))
                #expect(one.question.competency != next.question.competency)
            }
        }
    }
}
