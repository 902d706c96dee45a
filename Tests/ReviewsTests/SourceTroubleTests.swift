import Evidence
import Reviews
import Testing
import Workspace

@Suite struct `Sentences whose source does not stand any more` {
    private func state(_ state: EvidenceState, quote: String? = nil) -> [EntryID: LedgerEntry] {
        var kept = Invented.kept
        kept["a"]?.state = state
        if let quote { kept["a"]?.quote = quote }
        return kept
    }

    @Test(arguments: EvidenceState.allCases)
    func `a sentence stands while its evidence does`(_ state: EvidenceState) throws {
        let review = try Invented.review()
        let line = try #require(review.lines.first { $0.sources == ["a"] })
        let troubles = line.troubles(self.state(state, quote: state == .withdrawn ? "" : nil))
        switch state {
        case .shown, .settled, .corrected: #expect(troubles == [])
        case .contested: #expect(troubles == [.contested("a")])
        case .captured: #expect(troubles == [.unseen("a")])
        case .withdrawn: #expect(troubles == [.gone("a")])
        }
    }

    @Test func `evidence that is not there at all is gone`() throws {
        var kept = Invented.kept
        kept["a"] = nil
        let review = try Invented.review()
        #expect(review.troubles(kept).values.map { $0 } == [[.gone("a")]])
    }

    @Test func `other words at the source break what quoted the old ones`() throws {
        let review = try Invented.review()
        #expect(review.troubles(state(.settled, quote: "Your plan held.")).values.map { $0 } == [[.changed("a")]])
        #expect(review.troubles(state(.settled, quote: "Well: your plan for the queue held up.")).isEmpty)
    }

    @Test func `words of the author’s that repeat a quote break with it, even without citing it`() throws {
        var review = try Invented.review()
        try review.add("As Bo put it, the plan for the queue held up.", to: "craft", by: Invented.splitter)
        let mine = try #require(review.blocks[1].lines.last)
        #expect(mine.sources == [])
        #expect(review.troubles(state(.contested))[mine.id] == [.contested("a")])
    }

    @Test func `a broken review is neither shared nor sealed`() throws {
        var review = try Invented.review()
        try review.add("Mine.", to: "craft", by: Invented.splitter)
        #expect(throws: ReviewError.broken(1)) { try review.share(state(.contested), now: 1) }
        var read = try Invented.review(in: .acknowledged)
        #expect(throws: ReviewError.broken(1)) {
            try read.seal(Invented.context(state(.withdrawn, quote: "")), borneOut: [], now: 1)
        }
        #expect(read.state == .acknowledged)
    }

    @Test func `a sealed text stays what it was when names, channels and words around it change`() throws {
        let review = try Invented.review(in: .sealed)
        let sealed = review.document(Invented.context(), borneOut: [])
        var kept = Invented.kept
        for id in kept.keys { kept[id]?.channelName = "renamed" }
        let later = review.document(
            ReviewContext(person: "Ana Holm", author: "Somebody", role: "", entries: kept),
            borneOut: Set(review.lines.map(\.id))
        )
        #expect(later.canonicalBytes == sealed.canonicalBytes && later.markdown == sealed.markdown)
        #expect(review.isWhole(kept) && !review.isWhole(state(.contested)) && !review.isWhole([:]))
    }

    @Test func `when words go, nothing that was said is left, and every form shows the gap`() throws {
        var review = try Invented.review(in: .sealed)
        var words: [Int: [WordPart]] = [:]
        for line in review.wordedLines {
            words[line.id] = line.parts.map { part in
                var part = part
                if part.entry == "a" { part.text = nil }
                return part
            }
        }
        ReviewLayout(review).fill(&review, words: words)
        let document = review.document(Invented.context(state(.withdrawn, quote: "")), borneOut: [])
        for text in [document.markdown, document.html, String(decoding: document.canonicalBytes, as: UTF8.self)] {
            #expect(!text.contains("plan for the queue"))
            #expect(text.contains("taken back") && text.contains("The words are gone."))
            #expect(text.contains("runbook you wrote"), "the rest stays")
        }
    }
}
