import Evidence
import Foundation
import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Reviews in the record` {
    private static let key = [UInt8](1...32)
    private let from = CivilDate(days: 20_000)

    private func save(_ number: Int, words: [Int: [WordsRow]] = Self.words) -> ReviewSave {
        ReviewSave(
            row: ReviewRow(
                id: "ana.v\(number)",
                sort: "review",
                person: "ana",
                author: "mo",
                from: from,
                to: CivilDate(days: from.days + 100)
            ),
            layout: "layout-canary \(number)",
            words: words,
            actor: "mo",
            act: "begun"
        )
    }

    /// Evidence of `Invented.entry(1)`, quoted in line 1 and framed by its words.
    private static let said = Invented.entry(1)
    private static let words: [Int: [WordsRow]] = [
        1: [
            WordsRow(text: "Ben said: “", entry: said.id, isQuoted: false),
            WordsRow(text: "the retry fix saved our night", entry: said.id, isQuoted: true),
            WordsRow(text: "”, and I saw it.", entry: nil, isQuoted: false),
        ],
        2: [WordsRow(text: "words-canary", entry: nil, isQuoted: false)],
    ]

    private func begun(_ records: Records, _ vault: Vault) async throws -> ReviewRow {
        try await records.commit([Invented.batch([Invented.message(1)], entries: [Self.said])], now: Invented.now)
        let first = save(1)
        return try await records.begin(reviewOf: "ana", vault: vault, now: Invented.now) { number in
            #expect(number == 1)
            return first
        }
    }

    @Test(arguments: Engine.available)
    func `a review comes back as it was saved, version by version`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        var row = try await begun(records, vault)
        #expect(try await records.review("ana.v1") == row)
        row.state = "shared"
        row.sharedAt = 7
        var next = save(1, words: [3: [WordsRow(text: "new", entry: nil, isQuoted: false)]])
        next.row = row
        next.layout = "second"
        next.act = "shared"
        try await records.save(next, from: 1, vault: vault, now: Invented.now + 1)
        row.version = 2
        #expect(try await records.reviews(about: "ana") == [row])
        #expect(try await records.reviews(by: "mo") == [row])
        #expect(try await records.reviews(by: "ana") == [])
        let (layout, words) = try await records.content(of: "ana.v1", version: 2, vault: vault)
        #expect(layout == "second" && words.count == 3 && words[1] == Self.words[1])
        #expect(try await records.content(of: "ana.v1", version: 1, vault: vault).layout == "layout-canary 1")
        let versions = try await records.versions(ofReview: "ana.v1")
        #expect(versions.map(\.act) == ["begun", "shared"] && versions.map(\.version) == [1, 2])
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `two who save the same version do not overwrite each other`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        _ = try await begun(records, vault)
        try await records.save(save(1), from: 1, vault: vault, now: Invented.now)
        await #expect(throws: ReviewRecordError.changed(kept: 2, by: "mo")) {
            try await records.save(save(1), from: 1, vault: vault, now: Invented.now)
        }
        #expect(try await records.review("ana.v1")?.version == 2)
        await #expect(throws: ReviewRecordError.noSuchReview("ana.v9")) {
            try await records.save(save(9), from: 1, vault: vault, now: Invented.now)
        }
    }

    @Test(arguments: Engine.available)
    func `one of a sort is written at a time, and another key opens nothing`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        _ = try await begun(records, vault)
        let second = save(2)
        await #expect(throws: ReviewRecordError.alreadyOpen("ana.v1")) {
            try await records.begin(reviewOf: "ana", vault: vault, now: Invented.now) { _ in second }
        }
        let other = try Vault(key: [UInt8](repeating: 9, count: 32))
        await #expect(throws: VaultError.wrongKey(kept: vault.keyID, given: other.keyID)) {
            try await records.content(of: "ana.v1", version: 1, vault: other)
        }
        await #expect(throws: VaultError.wrongKey(kept: vault.keyID, given: other.keyID)) {
            try await records.save(second, from: 1, vault: other, now: Invented.now)
        }
    }

    @Test(arguments: Engine.available, ["deleted", "withdrawn", "edited"])
    func `when evidence goes, its words go from every version of every text, without the key`(
        engine: Engine,
        _ how: String
    ) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        _ = try await begun(records, vault)
        try await records.save(save(1), from: 1, vault: vault, now: Invented.now)
        switch how {
        case "deleted":
            try await records.commit(
                [Invented.batch([Invented.message(1, deleted: true)])],
                now: Invented.now
            )
        case "edited":
            let entry = Invented.entry(1, quote: "other words")
            try await records.commit(
                [Invented.batch([Invented.message(1, edited: 60)], entries: [entry])],
                now: Invented.now
            )
        default: try await records.perform(.withdraw, on: Self.said.id, by: "ana", now: Invented.now)
        }
        for version in [1, 2] {
            let words = try await records.content(of: "ana.v1", version: version, vault: vault).words
            #expect(words[1]?.map(\.text) == [nil, nil, "”, and I saw it."])
            #expect(words[1]?.map(\.entry) == [Self.said.id, Self.said.id, nil])
            #expect(words[2]?.map(\.text) == ["words-canary"])
        }
        let left = try await records.database.read { connection in
            try connection.rows("SELECT length(sealed) AS size FROM review_words WHERE entry_id IS NOT NULL")
                .map { try $0.integer("size") }
        }
        #expect(!left.isEmpty && left.allSatisfy { $0 == 0 }, "nothing that a key could open is left")
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `an edit that keeps the words keeps the text`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        _ = try await begun(records, vault)
        try await records.commit(
            [Invented.batch([Invented.message(1, edited: 60)], entries: [Self.said])],
            now: Invented.now
        )
        #expect(try await records.content(of: "ana.v1", version: 1, vault: vault).words == Self.words)
    }

    @Test(arguments: Engine.available)
    func `a seal is found by its hash, and a change of version, state or seal is found by the audit`(
        engine: Engine
    ) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        _ = try await begun(records, vault)
        var sealing = save(1)
        sealing.row.state = "sealed"
        sealing.act = "sealed"
        sealing.hashes = ["json": "aa11", "markdown": "bb22"]
        try await records.save(sealing, from: 1, vault: vault, now: Invented.now)
        #expect(try await records.review(sealedAs: "bb22").map { "\($0.id) \($0.form)" } == "ana.v1 markdown")
        #expect(try await records.review(sealedAs: "cc33") == nil)
        #expect(try await records.seals(ofReview: "ana.v1") == sealing.hashes)
        #expect(try await records.verify().isClean)
        for change: SQL in [
            "UPDATE review_seal SET hash = 'cc33' WHERE form = 'json'",
            "UPDATE review SET state = 'writing' WHERE review_id = 'ana.v1'",
            "UPDATE review_version SET act = 'saved' WHERE version = 2",
            "DELETE FROM review_version WHERE version = 1",
        ] {
            try await records.database.write { _ = try $0.run(change) }
            let count = try await records.verify().findings.count
            #expect(count > 0)
        }
    }

    @Test(arguments: Engine.available)
    func `with the key lost for good, reviews go, and the audit says so`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        _ = try await begun(records, try Vault(key: Self.key))
        #expect(try await records.holdsSealedFacts())
        try await records.forgetSealedFacts(by: "@console", now: Invented.now)
        #expect(try await !records.holdsSealedFacts())
        let other = try Vault(key: [UInt8](repeating: 9, count: 32))
        let again = save(1)
        _ = try await records.begin(reviewOf: "ana", vault: other, now: Invented.now) { _ in again }
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `no row holds a word that somebody wrote`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: Self.key)
        _ = try await begun(records, vault)
        _ = try await records.ask(
            about: "ana",
            [("ben", "asked-canary")],
            by: "mo",
            vault: vault,
            now: Invented.now
        ) { "ana.f\($0)" }
        try await records.keep(
            FeedbackSave(stage: "given", given: "given-canary", isEvidence: false, heldUntil: nil),
            of: "ana.f1",
            by: "ben",
            vault: vault,
            now: Invented.now
        )
        for table: SQL in [
            "SELECT * FROM review", "SELECT * FROM review_version", "SELECT * FROM review_words",
            "SELECT * FROM feedback_request", "SELECT * FROM audit",
        ] {
            let rows = try await records.database.read { "\(try $0.rows(table))" }
            #expect(!rows.contains("canary") && !rows.contains("retry fix"))
        }
    }
}

@Suite struct `Feedback in the record` {
    private func ask(_ records: Records, _ vault: Vault, _ people: [PersonID], now: Int64) async throws -> [String] {
        try await records.ask(about: "ana", people.map { ($0, "why") }, by: "mo", vault: vault, now: now) {
            "ana.f\($0)"
        }
    }

    @Test(arguments: Engine.available)
    func `a colleague gets two requests a week, of whatever sort and about anybody`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: [UInt8](1...32))
        #expect(try await ask(records, vault, ["ben"], now: Invented.now) == ["ana.f1"])
        let question = ColleagueQuestion(
            competency: "o",
            name: "o",
            next: "n",
            present: "p",
            nextStage: 2,
            presentStage: 1
        )
        try await records.send(roundAbout: "mo", name: "Mo", by: .console, now: Invented.now) { _ in
            RoundDraft(question: question, colleagues: ["ben"])
        }
        #expect(try await records.requestsThisWeek(now: Invented.now) == ["ben": 2])
        await #expect(throws: ReviewRecordError.askedEnough("ben")) {
            try await ask(records, vault, ["cy", "ben"], now: Invented.now)
        }
        #expect(try await records.feedback(about: "ana", vault: vault).map(\.id) == ["ana.f1"], "then nobody is asked")
        await #expect(throws: RequestError.self) {
            try await records.send(roundAbout: "zoe", name: "Zoe", by: .console, now: Invented.now) { _ in
                RoundDraft(question: question, colleagues: ["ben"])
            }
        }
        let later = Invented.now + 8 * Invented.day
        #expect(try await ask(records, vault, ["cy", "ben"], now: later) == ["ana.f2", "ana.f3"])
    }

    @Test(arguments: Engine.available)
    func `what was given becomes evidence once, when it is due, and goes with it`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: [UInt8](1...32))
        _ = try await ask(records, vault, ["ben"], now: Invented.now)
        let day = CivilDate(days: CivilDate(microseconds: Invented.now).days + 3)
        try await records.keep(
            FeedbackSave(stage: "given", given: "words", isEvidence: true, heldUntil: day),
            of: "ana.f1",
            by: "ben",
            vault: vault,
            now: Invented.now
        )
        #expect(try await records.feedbackDue(now: Invented.now, vault: vault).isEmpty)
        let later = Invented.now + 3 * Invented.day
        #expect(try await records.feedbackDue(now: later, vault: vault).map(\.given) == ["words"])
        let entry = Invented.entry(90, quote: "words")
        try await records.capture(entry, fromFeedback: "ana.f1", now: later)
        try await records.capture(entry, fromFeedback: "ana.f1", now: later)
        #expect(try await records.feedbackDue(now: later, vault: vault).isEmpty)
        #expect(try await records.entry(entry.id, now: later)?.quote == "words")
        #expect(try await records.verify().isClean)
        await #expect(throws: ReviewRecordError.notOpen("ana.f1")) {
            try await records.keep(
                FeedbackSave(stage: "given", given: "other", isEvidence: true, heldUntil: nil),
                of: "ana.f1",
                by: "ben",
                vault: vault,
                now: later
            )
        }
        try await records.perform(.withdraw, on: entry.id, by: "ben", now: later)
        let row = try #require(try await records.feedback(about: "ana", vault: vault).first)
        #expect(row.stage == "withdrawn" && row.given == nil)
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `nobody answers for somebody else`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: [UInt8](1...32))
        _ = try await ask(records, vault, ["ben"], now: Invented.now)
        await #expect(throws: ReviewRecordError.notOpen("ana.f1")) {
            try await records.keep(
                FeedbackSave(stage: "given", given: "x", isEvidence: false, heldUntil: nil),
                of: "ana.f1",
                by: "cy",
                vault: vault,
                now: Invented.now
            )
        }
        #expect(try await records.feedback(asking: "ben", vault: vault).count == 1)
        #expect(try await records.feedback(asking: "cy", vault: vault).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `writing and asking do not make anybody look at the whole company again`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: [UInt8](1...32))
        let before = try await records.auditPosition()
        _ = try await ask(records, vault, ["ben"], now: Invented.now)
        let changes = try await records.changes(since: before)
        #expect(!changes.isAboutPeople && changes.subjects.isEmpty)
    }
}
