import Desk
import Evidence
import ModelEndpoint
import Records
import Reviews
import Store
import StoreTesting
import Testing
import Workspace
import WriterEndpoint
import Writing

/// A model's wordings beside the sentences of a review.
struct ReviewWordingTests {
    /// A desk whose model listens nowhere.
    private func desk(_ company: Invented) async throws -> Desk {
        var setting = WriterSetting()
        setting.isOn = true
        setting.address = "http://127.0.0.1:9/v1"
        setting.model = "small-one"
        try await company.records.set(writer: setting, now: Invented.now)
        var settings = RewriterSettings(address: try EndpointAddress("http://127.0.0.1:9/v1"), model: "small-one")
        settings.wire.retries = 0
        settings.wire.deadline = .seconds(300)
        settings.patience = .seconds(3600)
        var desk = company.desk
        desk.writer = try Rewriter(settings)
        return desk
    }

    private func claim(_ view: ReviewView) throws -> ReviewLine {
        try #require(view.review.lines.first { $0.hand == .composed && $0.role == .claim && $0.text.hasSuffix(".") })
    }

    /// Keeps a wording as if a model had given it; the same sentence with another end is borne out like the first.
    private func keep(for line: ReviewLine, in company: Invented) async throws -> String {
        let words = String(line.text.dropLast()) + ";"
        let kept = KeptRewording(
            id: RewordingID(line.text, sources: line.sources, about: "ana"),
            subject: "ana",
            moment: Invented.now,
            stamp: "small-one w1",
            outcome: "reworded",
            original: line.text,
            words: words,
            sources: line.sources,
            shown: ["shown"],
            tries: [KeptRewording.Try(text: "answer", faults: [])]
        )
        try await company.records.keep([kept], vault: try #require(Invented.vault))
        return words
    }

    @Test(arguments: Engine.available)
    func `are there for nobody while no model is switched on`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let id = try await company.desk.startReview(of: "ana", by: "mo").id
        let view = try await company.desk.review(id, for: "mo")
        #expect(try await !company.desk.rewords())
        #expect(try await company.desk.wordings(of: view, for: "mo").isEmpty)
    }

    @Test(arguments: Engine.available)
    func `are taken by the author, and stand for no hand`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = try await desk(company)
        let review = try await desk.startReview(of: "ana", by: "mo")
        let view = try await desk.review(review.id, for: "mo")
        let line = try claim(view)
        #expect(try await desk.wordings(of: view, for: "mo")[line.id]?.standing == .unasked)
        let words = try await keep(for: line, in: company)
        guard case .suggested(let sentence)? = try await desk.wordings(of: view, for: "mo")[line.id]?.standing else {
            Issue.record("no wording is suggested")
            return
        }
        #expect(sentence.text == words && sentence.sources == line.sources)
        try await desk.takeWording(of: line.id, on: review.id, version: review.version, by: "mo")
        let after = try await desk.review(review.id, for: "mo").review
        let taken = try #require(after.lines.first { $0.text == words })
        #expect(taken.hand == .reworded && taken.sources == line.sources)
        #expect(after.untouched == view.review.untouched)
        // Composing anew keeps it, and nobody is asked about it again.
        try await desk.take(.compose, on: review.id, version: after.version, by: "mo")
        let again = try await desk.review(review.id, for: "mo")
        #expect(again.review.lines.contains { $0.text == words && $0.hand == .reworded })
        #expect(
            try await desk.wordings(of: again, for: "mo").keys.allSatisfy { again.review.line($0)?.hand == .composed }
        )
    }

    @Test(arguments: Engine.available)
    func `that were kept from nobody cannot be put in, and those of others neither`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = try await desk(company)
        let review = try await desk.startReview(of: "ana", by: "mo")
        let line = try claim(try await desk.review(review.id, for: "mo"))
        await #expect(throws: ReviewError.noSuchLine(line.id)) {
            try await desk.takeWording(of: line.id, on: review.id, version: review.version, by: "mo")
        }
        await #expect(throws: ReviewError.noSuchLine(line.id)) {
            try await desk.take(
                .wording(line: line.id, "Ana is brilliant."),
                on: review.id,
                version: review.version,
                by: "mo"
            )
        }
        _ = try await keep(for: line, in: company)
        await #expect(throws: ReviewError.noSuchReview(review.id.text)) {
            try await desk.takeWording(of: line.id, on: review.id, version: review.version, by: "ana")
        }
    }

    @Test(arguments: Engine.available)
    func `that the author did not want are not shown again`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = try await desk(company)
        let review = try await desk.startReview(of: "ana", by: "mo")
        let view = try await desk.review(review.id, for: "mo")
        let line = try claim(view)
        _ = try await keep(for: line, in: company)
        try await desk.declineWording(of: line.id, on: review.id, by: "mo")
        #expect(try await desk.wordings(of: view, for: "mo")[line.id]?.standing == .declined)
        #expect(try await desk.review(review.id, for: "mo").review.version == review.version)
    }

    @Test(arguments: Engine.available)
    func `of a model that does not answer leave the sentence, and can be asked for again`(engine: Engine) async throws {
        let company = try await ReviewStory.company(engine)
        let desk = try await desk(company)
        let review = try await desk.startReview(of: "ana", by: "mo")
        let line = try claim(try await desk.review(review.id, for: "mo"))
        try await desk.suggestWordings(on: review.id, line: line.id, by: "mo")
        let view = try await desk.review(review.id, for: "mo")
        #expect(view.review.line(line.id)?.text == line.text)
        #expect(try await desk.wordings(of: view, for: "mo")[line.id]?.standing == .unanswered)
    }
}
