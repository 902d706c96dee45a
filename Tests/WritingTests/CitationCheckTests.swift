import Evidence
import Signals
import Testing
import Workspace
import Writing

@Suite struct `The citation check` {
    private let source = Invented.entry(
        "a",
        daysAgo: 4,
        "the retry fix from Eva saved 12 containers on Tuesday",
        by: "ben"
    )
    private var check: CitationCheck { CitationCheck(entries: [source], subject: "Ana Berg") }

    @Test func `a sentence of facts and words that are in its source stands`() {
        let sentence = Sentence(
            "On 26 September in #papers, Ben Okoro said about Ana Berg: “the retry fix from Eva saved 12 containers”.",
            sources: ["a"],
            role: .claim
        )
        #expect(check.faults(of: sentence).isEmpty)
    }

    @Test(arguments: [
        ("On 26 September, Ben Okoro said: “the retry fix saved 14 containers”.", "other words in the quote"),
        ("On 27 September, Ben Okoro said: “the retry fix from Eva”.", "another day"),
        ("On 26 September, Mo Haddad said: “the retry fix from Eva”.", "another name"),
        ("On 26 September, Ben Okoro said that 99 teams were helped.", "a number of its own"),
        ("On 26 September in #papers, Ben Okoro and Zoe praised Ana Berg.", "a name of its own"),
    ])
    func `a sentence with something of its own falls`(text: String, because reason: String) {
        #expect(!check.faults(of: Sentence(text, sources: ["a"], role: .claim)).isEmpty, "\(reason)")
    }

    @Test func `a claim without a source falls`() {
        #expect(check.faults(of: Sentence("Ana Berg works well.", role: .claim)) == [.noSource])
    }

    @Test(arguments: [EvidenceState.withdrawn, .contested, .captured])
    func `a claim falls when its source is gone, contested or not yet seen`(state: EvidenceState) {
        var gone = source
        gone.state = state
        let check = CitationCheck(entries: [gone], subject: "Ana Berg")
        let sentence = Sentence(
            "On 26 September, Ben Okoro said: “the retry fix from Eva”.",
            sources: ["a"],
            role: .claim
        )
        #expect(check.faults(of: sentence).contains(.sourceGone("a")))
    }
}
