import Desk
import Evidence
import Records
import Reviews
import Signals
import StoreTesting
import Testing
import Workspace

@Suite struct `Feedback on the desk` {
    private let whole = FeedbackWords(
        work: "The move of the archive to the new store",
        behaviour: "Ana wrote the order of steps and checked each with us",
        effect: "Nobody had to stay late, and nothing was lost"
    )

    @Test(arguments: Engine.available)
    func `colleagues are proposed for work that both had a part in, and asked by either side`(
        engine: Engine
    ) async throws {
        let desk = try await ReviewStory.company(engine).desk
        let view = try await desk.feedback(about: "ana", for: "mo")
        #expect(view.nominees.map(\.person.id).sorted() == ["x1", "x2", "x3", "x4"])
        #expect(view.nominees.allSatisfy { $0.reason.contains("Ana Berg and X ") && $0.reason.hasSuffix(".") })
        for viewer: PersonID in ["x1", "top", "ops"] {
            await #expect(throws: DeskError.notAllowed) { try await desk.feedback(about: "ana", for: viewer) }
            await #expect(throws: DeskError.notAllowed) {
                try await desk.askForFeedback(about: "ana", from: ["x2"], by: viewer)
            }
        }
        try await desk.askForFeedback(about: "ana", from: ["x1"], "The backup job", by: "ana")
        try await desk.askForFeedback(about: "ana", from: ["x2"], by: "mo")
        let own = try #require(try await desk.feedbackRequests(to: "x1").first)
        #expect(own.asker == "Ana Berg" && own.request.about == "The backup job" && own.isWaiting)
        #expect(own.request.reason == view.nominees.first { $0.person.id == "x1" }?.reason, "both read the same")
        #expect(try await desk.feedback(about: "ana", for: "ana").nominees.map(\.person.id).sorted() == ["x3", "x4"])
        await #expect(throws: ReviewError.self) { try await desk.askForFeedback(about: "ana", from: ["ana"], by: "mo") }
    }

    @Test(arguments: Engine.available)
    func `a vague answer is asked back once and then taken as it is`(engine: Engine) async throws {
        let desk = try await ReviewStory.company(engine).desk
        let id = try #require(try await desk.askForFeedback(about: "ana", from: ["x1"], by: "ana").first)
        let vague = FeedbackWords(work: "Great work!")
        let question = try await desk.giveFeedback(id, vague, .goOn, visibility: .personAndManager, by: "x1")
        #expect(question?.contains("Which piece of work") == true)
        #expect(try await desk.feedback(about: "ana", for: "ana").requests.first?.standing == .askedBack)
        #expect(try await desk.evidence(about: "ana", for: .person("ana")).count == 4)
        #expect(try await desk.giveFeedback(id, vague, .goOn, visibility: .personAndManager, by: "x1") == nil)
        #expect(try await desk.evidence(about: "ana", for: .person("ana")).count == 5)
        await #expect(throws: ReviewError.self) {
            try await desk.giveFeedback(id, whole, .goOn, visibility: .personAndManager, by: "x1")
        }
    }

    @Test(arguments: Engine.available)
    func `what is for both becomes evidence with its giver’s name, what is for the person alone never does`(
        engine: Engine
    ) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = company.desk
        let ids = try await desk.askForFeedback(about: "ana", from: ["x1", "x2"], by: "mo")
        #expect(try await desk.giveFeedback(ids[0], whole, .change, visibility: .personAndManager, by: "x1") == nil)
        #expect(try await desk.giveFeedback(ids[1], whole, .goOn, visibility: .person, by: "x2") == nil)
        let entries = try await desk.evidence(about: "ana", for: .person("mo"))
        let given = try #require(entries.first { $0.reader.name == "given" })
        #expect(
            entries.count == 5 && given.voice.person == "x1" && given.voice.name == "X 1" && given.kind == .feedback
        )
        #expect(given.state == .shown && given.quote.contains("wrote the order of steps"))
        func words(_ viewer: PersonID) async throws -> [PersonID: Bool] {
            let requests = try await desk.feedback(about: "ana", for: viewer).requests
            return Dictionary(
                uniqueKeysWithValues: requests.map { ($0.request.colleague, $0.request.answer?.words.isEmpty == false) }
            )
        }
        #expect(try await words("ana") == ["x1": true, "x2": true])
        #expect(try await words("mo") == ["x1": true, "x2": false])
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `held words wait for the giver’s day`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = company.desk
        let id = try #require(try await desk.askForFeedback(about: "ana", from: ["x1"], by: "mo").first)
        let day = CivilDate(days: Invented.today.days + 10)
        await #expect(throws: ReviewError.badDay) {
            try await desk.giveFeedback(
                id,
                whole,
                .goOn,
                visibility: .personAndManager,
                heldUntil: Invented.today,
                by: "x1"
            )
        }
        _ = try await desk.giveFeedback(id, whole, .goOn, visibility: .personAndManager, heldUntil: day, by: "x1")
        let held = try #require(try await desk.feedback(about: "ana", for: "ana").requests.first)
        #expect(held.standing == .held && held.request.answer?.words.isEmpty == true)
        #expect(try await desk.evidence(about: "ana", for: .person("ana")).count == 4)
        let later = company.later(days: 10)
        let shown = try #require(try await later.feedback(about: "ana", for: "ana").requests.first)
        #expect(shown.standing == .answered && shown.request.answer?.words == whole)
        #expect(try await later.evidence(about: "ana", for: .person("ana")).count == 5)
    }

    @Test(arguments: Engine.available)
    func `what was given can be taken back, everywhere`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = company.desk
        let id = try #require(try await desk.askForFeedback(about: "ana", from: ["x1"], by: "mo").first)
        _ = try await desk.giveFeedback(id, whole, .goOn, visibility: .personAndManager, by: "x1")
        await #expect(throws: ReviewError.noSuchRequest(id.text)) { try await desk.withdrawFeedback(id, by: "x2") }
        try await desk.withdrawFeedback(id, by: "x1")
        #expect(try await desk.evidence(about: "ana", for: .person("ana")).count == 4)
        let request = try #require(try await desk.feedback(about: "ana", for: "ana").requests.first)
        #expect(request.standing == .withdrawn && request.request.answer?.words.isEmpty == true)
        let other = try #require(try await desk.askForFeedback(about: "ana", from: ["x2"], by: "mo").first)
        try await desk.declineFeedback(other, by: "x2")
        #expect(try await desk.feedbackRequests(to: "x2").first?.standing == .declined)
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `nobody is asked more than twice a week, and who reports to somebody not at all`(engine: Engine) async throws {
        let desk = try await ReviewStory.company(engine).desk
        try await desk.askForFeedback(about: "ana", from: ["x1"], by: "mo")
        try await desk.askForFeedback(about: "x2", from: ["x1"], by: "mo")
        await #expect(throws: ReviewError.askedEnough(name: "X 1")) {
            try await desk.askForFeedback(about: "x3", from: ["x1"], by: "mo")
        }
        await #expect(throws: ReviewError.reportsToThem(name: "X 1")) {
            try await desk.askForFeedback(about: "mo", from: ["x1"], by: "top")
        }
    }
}
