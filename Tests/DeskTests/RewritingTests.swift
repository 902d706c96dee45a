import Desk
import Evidence
import ModelEndpoint
import Records
import Store
import StoreTesting
import Testing
import Workspace
import WriterEndpoint
import Writing

@Suite struct `Rewording on the desk` {
    private typealias Story = ReviewStory
    private let mo = Access.Viewer.person("mo")
    private let ana = Access.Viewer.person("ana")

    /// The claims of a draft, with what rewording them needs.
    private func claims(_ company: Invented) async throws -> (claims: [Sentence], brief: RewordingBrief) {
        let (claims, brief) = try await company.desk.draftBrief("ana", for: mo)
        try #require(claims.count >= 2)
        return (claims, brief)
    }

    /// A desk whose model listens nowhere.
    private func desk(_ company: Invented, monthlyTokens: Int64? = nil) async throws -> Desk {
        var setting = WriterSetting()
        setting.isOn = true
        setting.address = "http://127.0.0.1:9/v1"
        setting.model = "small-one"
        setting.monthlyTokens = monthlyTokens
        try await company.records.set(writer: setting, now: Invented.now)
        var settings = RewriterSettings(address: try EndpointAddress("http://127.0.0.1:9/v1"), model: "small-one")
        settings.wire.retries = 0
        // Long, so that a busy machine is not taken for a slow server.
        settings.wire.deadline = .seconds(300)
        settings.patience = .seconds(3600)
        var desk = company.desk
        desk.writer = try Rewriter(settings)
        return desk
    }

    /// Keeps a wording of a claim as if a model had given it.
    private func keep(_ text: String?, for claim: Sentence, in company: Invented) async throws -> RewordingID {
        let id = RewordingID(claim.text, sources: claim.sources, about: "ana")
        let kept = KeptRewording(
            id: id,
            subject: "ana",
            moment: Invented.now,
            stamp: "small-one w1",
            outcome: text == nil ? "fell" : "reworded",
            original: claim.text,
            words: text,
            sources: claim.sources,
            shown: ["On 5 September in [C1], [P2] said about [P1]"],
            tries: [KeptRewording.Try(text: "[P2] is brilliant", faults: ["judgement", "word"])]
        )
        try await company.records.keep([kept], vault: try #require(Invented.vault))
        return id
    }

    /// The same sentence with another end, which its sources bear out like the first.
    private func reworded(_ claim: Sentence) -> String? {
        claim.text.hasSuffix(".") ? String(claim.text.dropLast()) + ";" : nil
    }

    @Test(arguments: Engine.available)
    func `nobody is asked unless somebody switched it on`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let (claims, brief) = try await claims(company)
        #expect(try await company.records.writerSetting() == WriterSetting())
        let worded = try await company.desk.reword(claims, brief: brief, for: mo)
        #expect(worded.map(\.sentence) == claims && worded.allSatisfy { $0.rewording == nil && !$0.isReworded })
    }

    @Test(arguments: Engine.available)
    func `a model that does not answer changes nothing, and that is kept`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let (claims, brief) = try await claims(company)
        let desk = try await desk(company)
        let worded = try await desk.reword(claims, edited: [0], brief: brief, for: mo)
        #expect(worded.map(\.sentence) == claims)
        #expect(worded[0].rewording == nil && worded.dropFirst().allSatisfy { $0.rewording != nil })
        let report = try await desk.writerReport()
        #expect(report.month.calls >= 1 && report.month.tokens == 0)
        #expect(report.counts.allSatisfy { $0.outcome.hasPrefix("no answer") })
        let view = try await desk.rewording(try #require(worded[1].rewording), about: "ana", for: ana)
        #expect(try #require(view).line.contains("its words were not used"))
    }

    @Test(arguments: Engine.available)
    func `when the month's tokens are used up nobody is asked any more`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let (claims, brief) = try await claims(company)
        let desk = try await desk(company, monthlyTokens: 500)
        var month = WriterMonth()
        (month.calls, month.questionTokens, month.answerTokens) = (2, 400, 100)
        try await company.records.spend(month, at: Invented.now)
        let worded = try await desk.reword(claims, brief: brief, for: mo)
        #expect(worded.map(\.sentence) == claims)
        let report = try await desk.writerReport()
        #expect(report.month == month)
        #expect(report.counts.allSatisfy { $0.outcome == "no answer: spent" })
    }

    @Test(arguments: Engine.available)
    func `a kept wording stands while its sources do, and both sides can open it`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let (claims, brief) = try await claims(company)
        let desk = try await desk(company)
        let claim = try #require(claims.first { reworded($0) != nil })
        let text = try #require(reworded(claim))
        let id = try await keep(text, for: claim, in: company)
        let standing = try await desk.worded([claim], brief: brief, for: mo)
        #expect(standing.map(\.sentence.text) == [text] && standing.map(\.rewording) == [id])
        #expect(standing[0].sentence.sources == claim.sources)
        #expect(try await desk.worded([claim], edited: [0], brief: brief, for: mo).map(\.sentence) == [claim])
        let view = try #require(try await desk.rewording(id, about: "ana", for: mo))
        #expect(try await desk.rewording(id, about: "ana", for: ana) == view)
        #expect(view.line.contains("small-one") && view.line.contains(claim.text) && view.reasons[0].count == 2)
        for other in ["x1", "top", "ops", "rep"] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.rewording(id, about: "ana", for: .person(PersonID(other)))
            }
        }
        // Somebody else's name does not open it either.
        #expect(try await desk.rewording(id, about: "x1", for: mo) == nil)

        var contested = brief
        contested.entries = brief.entries.map { entry in
            var entry = entry
            if claim.sources.contains(entry.id) { entry.state = .contested }
            return entry
        }
        contested.check = CitationCheck(entries: contested.entries, subject: "Ana Berg")
        #expect(try await desk.worded([claim], brief: contested, for: mo).map(\.sentence) == [claim])
    }

    @Test(arguments: Engine.available)
    func `words that say more than their sources do not stand, whoever kept them`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let (claims, brief) = try await claims(company)
        let desk = try await desk(company)
        _ = try await keep(claims[0].text.replacing(".", with: ", which was brilliant."), for: claims[0], in: company)
        #expect(try await desk.worded(claims, brief: brief, for: mo).map(\.sentence) == claims)
    }

    @Test(arguments: Engine.available)
    func `what a model made of words goes with the words`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let (claims, _) = try await claims(company)
        let vault = try #require(Invented.vault)
        let source = try #require(claims[0].sources.first)
        let entry = try #require(Story.entries.first { $0.id == source })
        let id = try await keep("anything", for: claims[0], in: company)
        let other = try await keep(nil, for: claims[1], in: company)
        try await Story.delete(entry, in: company.records)
        #expect(Set(try await company.records.rewordings([id, other], vault: vault).keys) == [other])
    }

    @Test func `the audit and the rows hold no words`() async throws {
        let company = try await Story.company(try #require(Engine.available.first))
        let (claims, _) = try await claims(company)
        _ = try await keep("some new words", for: claims[0], in: company)
        let (details, sealed) = try await company.records.database.read { connection in
            (
                try connection.rows("SELECT act, detail FROM audit WHERE actor = 'writer'").map {
                    "\(try $0.text("act")) \(try $0.text("detail"))"
                },
                try connection.rows("SELECT sealed FROM rewording").map { try $0.bytes("sealed") }
            )
        }
        #expect(details.count == 1 && details[0].contains("small-one w1; reworded; judgement word; asked "))
        #expect(!details[0].contains("brilliant") && !details[0].contains("new words"))
        for secret in ["brilliant", "new words", "papers"] {
            #expect(!sealed.contains { String(decoding: $0, as: UTF8.self).contains(secret) })
        }
        #expect(try await company.records.verify().findings.isEmpty)
    }
}
