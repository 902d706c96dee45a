import Desk
import Evidence
import Records
import Reviews
import Signals
import StoreTesting
import Testing
import Workspace
import Writing

/// Ana's evidence in an invented company.
enum ReviewStory {
    static let day: Int64 = 86_400_000_000

    static func entry(
        _ days: Int,
        _ voice: PersonID,
        _ quote: String,
        competency: String = "ownership",
        hearer: PersonID? = nil
    ) -> LedgerEntry {
        let posted = Invented.now - Int64(days) * day
        let message = MessageID(channel: "C1", time: MessageTime(microseconds: posted))
        // A name with a number in it would be held against the sources as a number.
        let name = ["x1": "Bea Holm", "x2": "Cy Lund", "x3": "Dee Moss", "x4": "Eli Nord"][voice] ?? voice.text
        let id = EntryID(message, kind: .recognition, subject: "ana")
        return LedgerEntry(
            id: id,
            subject: "ana",
            voice: Voice(person: voice, account: AccountID(voice.text), name: name, team: "Papers"),
            kind: .recognition,
            workClass: .upkeep,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: competency, share: 1)],
            stage: 3,
            reason: .mentioned,
            quote: quote,
            link: "https://chat.example/archives/C1/p\(posted)",
            message: message,
            channelName: "papers",
            episode: EpisodeID(id.text),
            moment: posted,
            state: .settled,
            shownAt: posted,
            settledAt: posted + 7 * day,
            reader: ReaderStamp(name: "test", version: "1"),
            ladderVersion: "1",
            hearer: hearer.flatMap { id in
                Invented.people.first { $0.id == id }
                    .map { Voice(person: id, account: AccountID(id.text), name: $0.name, team: $0.team) }
            }
        )
    }

    static let entries = [
        entry(30, "x1", "Thank you Ana, your rewritten backup job kept the whole night shift running"),
        entry(60, "x2", "Thank you Ana, your runbook for the old import kept everybody asleep during the outage"),
        entry(90, "x3", "Thank you Ana, your migration plan held up when we switched the depot without a break"),
        entry(100, "x4", "Thank you Ana for finding the leak in the scheduler before the release went out"),
    ]

    static func company(_ engine: Engine) async throws -> Invented {
        let company = try await Invented.company(engine)
        let records = company.records
        try await records.keep(channels: [Channel(id: "C1", name: "papers")])
        try await records.commit(
            [
                MessageBatch(
                    channel: "C1",
                    messages: entries.map {
                        MessageKey(
                            Message(id: $0.message, author: .account($0.voice.account), text: PlainText("words"))
                        )
                    },
                    entries: entries,
                    reading: 1
                )
            ],
            now: Invented.now
        )
        return company
    }

    static func delete(_ entry: LedgerEntry, in records: Records) async throws {
        try await records.commit(
            [MessageBatch(channel: "C1", messages: [], deletions: [entry.message.time], entries: [], reading: 1)],
            now: Invented.now
        )
    }

    /// A review in which every block has a sentence of the manager's.
    static func written(_ desk: Desk, of person: PersonID = "ana", by author: PersonID = "mo") async throws -> Review {
        var review = try await desk.startReview(of: person, by: author)
        for block in review.blocks where review.untouched.contains(block.title) {
            let sources = block.lines.first?.sources ?? []
            review = try await desk.take(
                .add(block: block.id, "I was there and saw it work.", sources: sources),
                on: review.id,
                version: review.version,
                by: author
            )
        }
        return review
    }
}

@Suite struct `Reviews on the desk` {
    private typealias Story = ReviewStory

    @Test(arguments: Engine.available)
    func `a review goes all the way, and each side sees what is theirs`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let desk = company.desk
        var review = try await Story.written(desk)
        #expect(review.id == "ana.v1" && !review.cited.isEmpty)
        for viewer: PersonID in ["ana", "x1", "top", "ops"] {
            await #expect(throws: ReviewError.noSuchReview("ana.v1")) { try await desk.review("ana.v1", for: viewer) }
        }
        let view = try await desk.review("ana.v1", for: "mo")
        #expect(view.desk?.candidates.count == 4 && view.desk?.meters.isEmpty == false)
        #expect(view.desk?.guide.sentences.isEmpty == false)
        #expect(
            view.review.lines.filter { $0.hand == .composed && $0.role == .claim }.allSatisfy {
                view.borneOut.contains($0.id)
            }
        )
        review = try await desk.take(.share, on: review.id, version: review.version, by: "mo")
        let shown = try await desk.review("ana.v1", for: "ana")
        #expect(shown.desk == nil && shown.canAcknowledge)
        await #expect(throws: DeskError.notAllowed) {
            try await desk.take(.acknowledge("x"), on: "ana.v1", version: review.version, by: "mo")
        }
        review = try await desk.take(.acknowledge("Thank you."), on: "ana.v1", version: review.version, by: "ana")
        review = try await desk.take(.seal, on: "ana.v1", version: review.version, by: "mo")
        #expect(review.state == .sealed)
        let versions = try await desk.review("ana.v1", for: "mo").desk?.versions.map(\.act) ?? []
        #expect(Array(versions.suffix(3)) == ["shared", "acknowledged", "sealed"])
        #expect(try await desk.reviews(for: "ana").map(\.id) == ["ana.v1"])
        #expect(try await desk.reviews(for: "x1").isEmpty)
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a file is known by its hash in every form, and a changed one is not`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let desk = company.desk
        var review = try await Story.written(desk)
        for step in [ReviewStep.share, .acknowledge("Read."), .seal] {
            let actor: PersonID = if case .acknowledge = step { "ana" } else { "mo" }
            review = try await desk.take(step, on: review.id, version: review.version, by: actor)
        }
        for form in DocumentFile.Form.allCases {
            let file = try await desk.export(review.id, as: form, for: "ana")
            let found = try await desk.verifySeal(file.bytes, for: "ana")
            #expect(found.review == review.id && found.form == form && found.isWhole && found.acknowledgedAt != nil)
            let other = try await desk.verifySeal(file.bytes + [10], for: "ana")
            #expect(other.review == nil)
            #expect(try await desk.verifySeal(file.bytes, for: "x1").review == nil)
        }
        // A name that changes later changes nothing of what was sealed.
        var people = Invented.people
        people[4].name = "Ana Holm"
        try await company.records.replacePeople(people, now: Invented.now)
        let file = try await desk.export(review.id, as: .json, for: "mo")
        #expect(try await desk.verifySeal(file.bytes, for: "mo").isWhole)
    }

    @Test(arguments: Engine.available)
    func `what is taken back breaks the sentence in the editor, the shared text, the exports and the sealed copy`(
        engine: Engine
    ) async throws {
        let company = try await Story.company(engine)
        let desk = company.desk
        var review = try await Story.written(desk)
        let source = try #require(review.cited.first)
        let said = try #require(Story.entries.first { $0.id == source })
        let before = try await desk.export(review.id, as: .markdown, for: "mo")
        for step in [ReviewStep.share, .acknowledge("Read."), .seal] {
            let actor: PersonID = if case .acknowledge = step { "ana" } else { "mo" }
            review = try await desk.take(step, on: review.id, version: review.version, by: actor)
        }
        let sealed = try await desk.review(review.id, for: "ana").seals
        let words = String(said.quote.split(separator: " ").dropFirst(4).prefix(3).joined(separator: " "))
        #expect(String(decoding: before.bytes, as: UTF8.self).contains(words))
        try await Story.delete(said, in: company.records)
        for viewer: PersonID in ["ana", "mo"] {
            let view = try await desk.review(review.id, for: viewer)
            let broken = view.review.lines.filter { view.troubles[$0.id] != nil }
            #expect(!broken.isEmpty && broken.contains { $0.sources.contains(source) })
            for form in DocumentFile.Form.allCases {
                let file = try await desk.export(review.id, as: form, for: viewer)
                let text = String(decoding: file.bytes, as: UTF8.self)
                #expect(!text.contains(words) && text.contains("taken back"))
            }
            #expect(view.seals == sealed, "the hash of what was sealed stays")
        }
        let now = try await desk.export(review.id, as: .json, for: "mo")
        #expect(try await desk.verifySeal(now.bytes, for: "mo").review == nil)
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a contested source marks the sentence, and nobody shares it so`(engine: Engine) async throws {
        let company = try await Story.company(engine)
        let desk = company.desk
        let review = try await Story.written(desk)
        let source = try #require(review.cited.first)
        try await company.records.perform(.contest, on: source, by: "ana", reason: "Not so.", now: Invented.now)
        let view = try await desk.review(review.id, for: "mo")
        #expect(view.troubles.values.contains { $0.contains(.contested(source)) })
        await #expect(throws: ReviewError.self) {
            try await desk.take(.share, on: review.id, version: review.version, by: "mo")
        }
        let text = String(decoding: try await desk.export(review.id, as: .markdown, for: "mo").bytes, as: UTF8.self)
        #expect(text.contains("contested"))
        // Taking the broken sentences out mends it.
        var mended = review
        for line in view.troubles.keys.sorted() {
            mended = try await desk.take(.remove(line: line), on: review.id, version: mended.version, by: "mo")
        }
        #expect(try await desk.review(review.id, for: "mo").troubles.isEmpty)
    }

    @Test(arguments: Engine.available)
    func `two who edit lose nothing`(engine: Engine) async throws {
        let desk = try await Story.company(engine).desk
        let review = try await Story.written(desk)
        let block = try #require(review.blocks.first { $0.needsHand }?.id)
        let saved = try await desk.take(
            .add(block: block, "Mine first.", sources: []),
            on: review.id,
            version: review.version,
            by: "mo"
        )
        await #expect(throws: ReviewError.changed(from: review.version, to: saved.version, by: "Mo Lind")) {
            try await desk.take(
                .add(block: block, "Mine second.", sources: []),
                on: review.id,
                version: review.version,
                by: "mo"
            )
        }
        let again = try await desk.take(
            .add(block: block, "Mine second.", sources: []),
            on: review.id,
            version: saved.version,
            by: "mo"
        )
        #expect(again.lines.map(\.text).filter { $0.hasPrefix("Mine") } == ["Mine first.", "Mine second."])
        let first = try await desk.review(review.id, version: review.version, for: "mo").review
        #expect(!first.lines.contains { $0.text.hasPrefix("Mine") }, "an earlier version can be read again")
    }

    @Test(arguments: Engine.available)
    func `what is dropped is not told, what is kept is, and the check looks at every sentence by hand`(
        engine: Engine
    ) async throws {
        let desk = try await Story.company(engine).desk
        var review = try await desk.startReview(of: "ana", by: "mo")
        let first = try #require(review.cited.first)
        review = try await desk.take(.choose(first, .drop), on: review.id, version: review.version, by: "mo")
        #expect(!review.cited.contains(first))
        review = try await desk.take(.choose(first, .keep), on: review.id, version: review.version, by: "mo")
        #expect(review.cited.contains(first))
        let line = try #require(review.lines.first { $0.sources == [first] })
        review = try await desk.take(
            .edit(line: line.id, "Ana shipped 14 features with Zoe Quark.", sources: nil),
            on: review.id,
            version: review.version,
            by: "mo"
        )
        let view = try await desk.review(review.id, for: "mo")
        let mine = try #require(view.review.lines.first { $0.text.hasPrefix("Ana shipped") })
        #expect(mine.hand == .author && !view.borneOut.contains(mine.id))
        guard case .unsupported(let reasons)? = view.checks[mine.id]?.standing else {
            Issue.record("the check says nothing about it")
            return
        }
        #expect(reasons.contains { $0.span != nil })
        #expect(view.document.markdown.contains("*(in Mo Lind’s words)*"))
        await #expect(throws: ReviewError.privateMatter) {
            try await desk.take(
                .add(
                    block: review.blocks[0].id,
                    "She was away because of her pregnancy and the doctor told her to rest in bed.",
                    sources: []
                ),
                on: review.id,
                version: review.version,
                by: "mo"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a self review is the person’s alone until they share it`(engine: Engine) async throws {
        let desk = try await Story.company(engine).desk
        let own = try await desk.startReview(of: "ana", by: "ana")
        #expect(own.sort == .selfReview && own.author == "ana")
        await #expect(throws: ReviewError.noSuchReview(own.id.text)) { try await desk.review(own.id, for: "mo") }
        #expect(try await desk.reviews(for: "mo").isEmpty)
        let shared = try await desk.take(.share, on: own.id, version: own.version, by: "ana")
        #expect(try await desk.review(own.id, for: "mo").canAcknowledge)
        _ = try await desk.take(.acknowledge(""), on: own.id, version: shared.version, by: "mo")
        await #expect(throws: ReviewError.noSuchReview(own.id.text)) { try await desk.review(own.id, for: "top") }
    }

    @Test(arguments: Engine.available)
    func `nobody writes about somebody who does not report to them`(engine: Engine) async throws {
        let desk = try await Story.company(engine).desk
        for author: PersonID in ["x1", "top", "ops", "rep"] {
            await #expect(throws: DeskError.notAllowed) { try await desk.startReview(of: "ana", by: author) }
        }
        _ = try await desk.startReview(of: "ana", by: "mo")
        await #expect(throws: ReviewError.alreadyOpen("ana.v1")) { try await desk.startReview(of: "ana", by: "mo") }
        await #expect(throws: ReviewError.noManager("Toni Top")) { try await desk.startReview(of: "top", by: "top") }
    }
}
