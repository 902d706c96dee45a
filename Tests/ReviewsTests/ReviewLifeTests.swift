import Evidence
import Reviews
import Testing
import Workspace
import Writing

@Suite struct `The life of a review` {
    private let splitter = Invented.splitter

    @Test func `it goes from writing to shared to acknowledged to sealed, and no other way`() throws {
        for state in ReviewState.allCases {
            var review = try Invented.review(in: state)
            #expect(review.state == state)
            if state != .writing {
                #expect(throws: ReviewError.notOpen(state)) { try review.remove(2) }
                #expect(throws: ReviewError.notOpen(state)) { try review.choose("a", .drop) }
                #expect(throws: ReviewError.notOpen(state)) { try review.share(Invented.kept, now: 9) }
                #expect(throws: ReviewError.notOpen(state)) {
                    try review.compose(Invented.composed, by: splitter)
                }
            }
            if state != .shared {
                #expect(throws: ReviewError.self) { try review.acknowledge("Read.", by: splitter, now: 9) }
            }
            if state == .writing || state == .sealed {
                #expect(throws: ReviewError.self) { try review.seal(Invented.context(), borneOut: [], now: 9) }
                #expect(throws: ReviewError.self) { try review.takeBack() }
            }
        }
    }

    @Test func `a manager puts a hand to every block that claims something before sharing it`() throws {
        var review = try Invented.review()
        #expect(review.untouched == ["Craft"])
        #expect(throws: ReviewError.untouched(["Craft"])) { try review.share(Invented.kept, now: 1) }
        let line = try #require(review.blocks[1].lines.first)
        try review.edit(line.id, "Ana's plan for the queue held up.", by: splitter)
        #expect(review.untouched == [])
        try review.share(Invented.kept, now: 1)
        #expect(review.state == .shared && review.sharedAt == 1)
    }

    @Test func `a self review is the person’s own and asks for no hand`() throws {
        var review = try Invented.review(.selfReview)
        #expect(review.untouched == [] && review.author == review.person)
        try review.share(Invented.kept, now: 1)
        #expect(review.state == .shared)
    }

    @Test func `an edit that changes no word leaves the program’s sentence the program’s`() throws {
        var review = try Invented.review()
        let line = try #require(review.blocks[1].lines.first)
        try review.edit(line.id, "  \(line.text) ", by: splitter)
        #expect(review.line(line.id)?.hand == .composed)
        try review.edit(line.id, "Ana held the queue.", sources: ["a"], by: splitter)
        #expect(review.line(line.id) == nil)
        let mine = try #require(review.blocks[1].lines.first)
        #expect(mine.hand == .author && mine.role == .claim && mine.sources == ["a"])
    }

    @Test func `a fresh composition keeps what the author wrote, and what was taken out stays out`() throws {
        var review = try Invented.review()
        let first = try #require(review.blocks[1].lines.first)
        try review.edit(first.id, "The plan held when it mattered.", by: splitter)
        let mine = try #require(review.blocks[1].lines.first)
        #expect(mine.key == first.key)
        let second = review.blocks[1].lines[1]
        // The composer gets the author's sentence under its key, and gives it back in its place.
        let fresh = [
            ComposedBlock(
                id: "craft",
                title: "Craft",
                lines: [
                    .init("b", second.sentence), .init(mine.key, mine.sentence, hand: .author),
                    .init("c", Sentence("New.", sources: ["c"], role: .claim)),
                ]
            )
        ]
        try review.compose(fresh, by: splitter)
        #expect(review.blocks[0].lines.map(\.id) == [second.id, mine.id, review.nextLine - 1])
        try review.remove(review.nextLine - 1)
        #expect(review.takenOut == ["c"])
        try review.compose([], by: splitter)
        #expect(review.blocks.map(\.id) == ["craft"], "what the composer forgot is not lost")
        #expect(review.lines == [mine])
    }

    @Test func `a note stands in the text behind its evidence, and goes with the line`() throws {
        var review = try Invented.review()
        try review.note("a", "I was on call with her.", by: splitter)
        let note = try #require(review.choices["a"]?.note)
        #expect(note.isAnnotation && note.hand == .author)
        let line = ComposedBlock.Line(note.key, note.sentence, hand: .author)
        try review.compose([ComposedBlock(id: "craft", title: "Craft", lines: [line])], by: splitter)
        #expect(review.lines.map(\.text) == ["I was on call with her."])
        try review.remove(try #require(review.lines.first?.id))
        #expect(review.choices.isEmpty && review.takenOut.isEmpty)
    }

    @Test func `a box without evidence stays empty through everything`() throws {
        let review = try Invented.review(in: .sealed)
        #expect(review.blocks.first { $0.id == "direction" }?.lines == [])
    }

    @Test func `nobody is made to agree, and nobody can hold a seal up for ever`() throws {
        var review = try Invented.review(in: .shared)
        let day: Int64 = 86_400_000_000
        #expect(throws: ReviewError.self) { try review.seal(Invented.context(), borneOut: [], now: 13 * day) }
        try review.seal(Invented.context(), borneOut: [], now: 14 * day + 1)
        #expect(review.state == .sealed && review.acknowledgedAt == nil)
        let closing = review.document(Invented.context(), borneOut: []).closing
        #expect(closing.contains(Document.Fact("Acknowledged", "not acknowledged")))
    }

    @Test func `taking back opens it again, and the acknowledgement goes`() throws {
        var review = try Invented.review(in: .acknowledged)
        try review.takeBack()
        #expect(review.state == .writing && review.acknowledgedAt == nil && review.comment != nil)
        try review.add("One more.", to: "craft", by: splitter)
    }

    @Test(arguments: ["", "   \n"]) func `a sentence needs words`(_ words: String) throws {
        var review = try Invented.review()
        #expect(throws: ReviewError.noWords) { try review.add(words, to: "craft", by: splitter) }
        #expect(throws: ReviewError.noSuchBlock("rating")) { try review.add("Five.", to: "rating", by: splitter) }
        #expect(throws: ReviewError.noSuchLine(99)) { try review.edit(99, "x", by: splitter) }
        let long = String(repeating: "x", count: 601)
        #expect(throws: ReviewError.tooLong(given: 601, limit: 600)) {
            try review.add(long, to: "craft", by: splitter)
        }
    }

    @Test func `layout and words make the same review again`() throws {
        var review = try Invented.review(in: .acknowledged)
        review.choices["c"] = EvidenceChoice(verdict: .drop)
        let words = Dictionary(uniqueKeysWithValues: review.wordedLines.map { ($0.id, $0.parts) })
        var again = try Invented.review(in: .acknowledged)
        again.blocks = []
        again.choices = [:]
        again.comment = nil
        ReviewLayout(review).fill(&again, words: words)
        #expect(again == review)
    }

    @Test func `every error says what happened and what to do`() {
        let errors: [ReviewError] = [
            .noSuchReview("x"), .noSuchLine(3), .noSuchBlock("x"), .noSuchEvidence("x"), .notOpen(.sealed),
            .notOpen(.shared), .notFrom(.writing, step: "sealed"), .changed(from: 1, to: 2, by: "Mo Lind"),
            .untouched(["Craft", "Direction"]), .broken(2), .nothingToShare, .unread(until: Invented.day), .noWords,
            .tooLong(given: 700, limit: 600), .privateMatter, .alreadyOpen("ana.v1"), .noManager("Ana"),
            .noSuchRequest("x"), .askedEnough(name: "Bo"), .reportsToThem(name: "Bo"), .notAColleague("Bo"),
            .past("went by"), .badDay,
        ]
        for error in errors { #expect(error.words.hasSuffix(".") || error.words.hasSuffix("`.")) }
        #expect(ReviewError.untouched(["Craft", "Direction"]).words.contains("“Craft” and “Direction”"))
    }
}
