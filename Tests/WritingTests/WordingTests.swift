import Testing
import Writing

@Suite struct `Wording as it is typed` {
    @Test(arguments: [
        ("She is abrasive in reviews.", WordingLint.Reason.character, "abrasive"),
        ("A brilliant engineer.", .character, "brilliant"),
        ("He seems stressed lately.", .forbidden, "stressed"),
        ("Exceeds expectations in every way.", .rating, "Exceeds expectations"),
        ("Faster than anyone on the team.", .comparison, "Faster than"),
        ("Back from maternity leave, as good as before.", .privateMatter, "maternity"),
        ("Great job this half!", .vaguePraise, "Great job"),
        ("Always answers within the hour.", .absolute, "Always"),
        ("Now manages a team of nine.", .headcount, "manages a team of"),
        ("Tends to wait for others.", .hedge, "Tends to"),
    ])
    func `a word that could be put better is found where it stands`(
        text: String,
        reason: WordingLint.Reason,
        words: String
    ) throws {
        let lint = try #require(WordingLint.find(in: text).first { $0.reason == reason })
        #expect(lint.found == words)
        let units = Array(text.utf16)
        #expect(String(decoding: units[lint.span], as: UTF16.self) == words)
        #expect(!lint.words.isEmpty && !lint.suggestion.isEmpty)
    }

    @Test(arguments: [
        "A difficult migration was moved to two nights.",
        "On 3 May in #ops, Ben wrote: “you are brilliant, always”.",
        "Added a health check and killed the orphaned child process.",
        "The old version went away; the race condition with it.",
        "Wrote the runbook that the night shift uses.",
    ])
    func `words about the work, and words that are quoted, are left alone`(text: String) {
        #expect(WordingLint.find(in: text).isEmpty, "\(WordingLint.find(in: text))")
    }

    @Test func `a claim without a source is found only where sources are asked for`() {
        let text = "The import runs twice as long now."
        #expect(WordingLint.find(in: text).isEmpty)
        #expect(WordingLint.find(in: text, citing: true).isEmpty)
        #expect(WordingLint.find(in: text, citing: false).map(\.reason) == [.noSource])
        #expect(WordingLint.find(in: "What would help you most here?", citing: false).isEmpty)
    }

    @Test func `a long sentence is found, two short ones are not`() {
        let words = Array(repeating: "word", count: 40).joined(separator: " ")
        #expect(WordingLint.find(in: words + ".").map(\.reason) == [.longSentence])
        let two = Array(repeating: "word", count: 20).joined(separator: " ")
        #expect(WordingLint.find(in: "\(two). \(two).").isEmpty)
    }
}

@Suite struct `Quotes compared with their words` {
    @Test(arguments: [
        ("@ana :tada: *great* catch on `label.swift` — thanks", "great catch on label.swift", true),
        ("so the fix… works on all depots now", "the fix … works on all depots", true),
        ("see https://x.example/a for the plan of May", "see for the plan", true),
        ("she said “ship it” and left", "she said 'ship it' and left", true),
        ("the fix works", "the fix fails", false),
        ("the fix works on depots", "works … the fix", false),
        ("unblocked the team", "blocked the team", false),
        ("anything at all", "", false),
    ])
    func `marks are no words, words are`(words: String, quote: String, says: Bool) {
        #expect(Verbatim.says(words, quote) == says)
    }
}
