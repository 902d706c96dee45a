import Evidence
import Signals
import Testing
import Workspace
import Writing

@Suite struct `What the check finds` {
    private let source = Invented.entry(
        "a",
        daysAgo: 4,
        "the retry fix from Eva saved 12 containers on Tuesday, thanks Ana",
        by: "ben"
    )
    private var check: CitationCheck { CitationCheck(entries: [source], subject: "Ana Berg") }

    private func reasons(_ text: String, sources: [EntryID] = ["a"]) -> [Finding.Reason] {
        check.finding(for: Sentence(text, sources: sources, role: .claim)).reasons
    }

    private func marked(_ reason: Finding.Reason, in text: String) -> String? {
        reason.span.map { String(decoding: Array(text.utf16)[$0], as: UTF16.self) }
    }

    @Test(arguments: [
        ("Ben Okoro wrote that the retry fix saved 14 containers.", "14"),
        ("Ben Okoro wrote that the retry fix – für Ana – saved 14 containers.", "14"),
        ("Ben Okoro wrote that the retry fix saved 12 trailers.", "trailers"),
        ("On 12 May Ben Okoro wrote that the retry fix saved 12 containers.", "12 May"),
        ("Zoe Falk wrote that the retry fix saved 12 containers.", "Zoe"),
        ("Ben Okoro wrote that the retry fix saved all containers.", "all"),
        ("In #customs, Ben Okoro thanked Ana Berg.", "#customs"),
        ("Ben Okoro wrote: “the retry fix saved 12 lorries”.", "“the retry fix saved 12 lorries”"),
        ("Ben Okoro wrote that the retry fix did not save 12 containers.", "not"),
    ])
    func `the words that broke a sentence are marked`(text: String, words: String) {
        let spans = reasons(text).compactMap { marked($0, in: text) }
        #expect(spans.contains(words), "\(spans)")
    }

    @Test func `every reason is one sentence in plain words`() {
        for text in [
            "Ana Berg built 3 harbours in Zadar.", "Zoe never thanked Ana Berg.",
            "Ana Berg always helps because she can.",
        ] {
            for reason in reasons(text) {
                #expect(reason.words.hasSuffix("."))
                #expect(!reason.words.contains("  "))
                #expect(reason.words.count <= 140)
            }
        }
    }

    @Test(arguments: [
        (EvidenceState.withdrawn, "withdrawn"), (.contested, "contested"), (.captured, "not been seen"),
    ])
    func `a source that does not count is named with its reason`(state: EvidenceState, words: String) throws {
        var gone = source
        gone.state = state
        let check = CitationCheck(entries: [gone], subject: "Ana Berg")
        let finding = check.finding(for: Sentence("Ben Okoro thanked Ana Berg.", sources: ["a"], role: .claim))
        #expect(!finding.stands)
        let reason = try #require(finding.reasons.first { $0.fault == .sourceGone("a") })
        #expect(reason.words.contains(words))
    }

    @Test func `a sentence breaks when one of its sources is deleted, though another one bears it out`() throws {
        let sentence = Sentence(
            "Ben Okoro wrote that the retry fix saved 12 containers.",
            sources: ["a", "b"],
            role: .claim
        )
        let finding = check.finding(for: sentence)
        #expect(!finding.stands)
        let reason = try #require(finding.reasons.first)
        #expect(reason.fault == .sourceGone("b"))
        #expect(reason.words.contains("no longer there"))
    }

    @Test func `there is one finding for each sentence, in their order`() {
        let sentences = [
            Sentence("Ben Okoro wrote that the retry fix saved 12 containers.", sources: ["a"], role: .claim),
            Sentence("What is next?", role: .question),
            Sentence("Ana Berg built a harbour.", sources: ["a"], role: .claim),
        ]
        let findings = check.findings(sentences)
        #expect(findings.map(\.sentence) == sentences)
        #expect(findings.map(\.stands) == [true, true, false])
        #expect(check.supported(sentences) == [sentences[0], sentences[1]])
    }

    @Test func `several moments in one sentence break it`() {
        let other = Invented.entry("b", daysAgo: 9, "Ana moved the depot import to the new host", by: "li")
        let check = CitationCheck(entries: [source, other], subject: "Ana Berg")
        let sentence = Sentence("Ana Berg moved the depot import to the new host.", sources: ["a", "b"], role: .claim)
        #expect(check.faults(of: sentence).contains(.severalMoments))
    }

    @Test func `a phrase of the house stands only for the person and for evidence of its kind`() {
        let own = Invented.entry("o", daysAgo: 3, "I'll take the depot import", by: "ana", kind: .ownership)
        let check = CitationCheck(
            entries: [own, source],
            subject: "Ana Berg",
            framing: [.ownership: ["took charge of it"]]
        )
        func stands(_ text: String, _ id: EntryID) -> Bool {
            check.finding(for: Sentence(text, sources: [id], role: .claim)).stands
        }
        #expect(stands("On 27 September in #papers, Ana Berg took charge of it: “I'll take the depot import”.", "o"))
        #expect(!stands("On 27 September in #papers, Ben Okoro took charge of it: “I'll take the depot import”.", "o"))
        #expect(!stands("On 26 September in #papers, Ana Berg took charge of it: “the retry fix from Eva”.", "a"))
    }

    @Test(arguments: [
        ("we should not ship the import on Friday", true), ("we should … ship the import", false),
        ("ship the import on Friday, it …", true), ("We should not ship", true),
    ])
    func `a quote leaves out nothing between its words`(quote: String, stands: Bool) {
        let words = "we should not :warning: ship the import on Friday, it *breaks* the labels"
        let own = Invented.entry("o", daysAgo: 3, words, by: "ana", kind: .judgement)
        let check = CitationCheck(entries: [own], subject: "Ana Berg")
        let sentence = Sentence("Ana Berg wrote: “\(quote)”.", sources: ["o"], role: .claim)
        #expect(check.finding(for: sentence).stands == stands)
    }

    // MARK: A model

    private struct Model: Entailment {
        let likely: Double
        func probability(that hypothesis: String, followsFrom premise: String) -> Double? {
            premise.contains("12 containers") ? likely : nil
        }
    }

    @Test(arguments: [(0.95, true), (0.5, false)])
    func `a model may let stand what the rules leave open`(likely: Double, stands: Bool) {
        let open = Sentence(
            "Ben Okoro wrote that the retry fix from Eva rescued 12 containers on Tuesday.",
            sources: ["a"],
            role: .claim
        )
        #expect(check.verdict(of: open) == .needsALook)
        let asked = CitationCheck(entries: [source], subject: "Ana Berg", entailment: Model(likely: likely))
        #expect(asked.finding(for: open).stands == stands)
    }

    @Test func `a model saves nothing that a rule fells, and can have the rest looked at`() {
        let sure = CitationCheck(entries: [source], subject: "Ana Berg", entailment: Model(likely: 1))
        #expect(
            !sure.finding(
                for: Sentence("Ben Okoro wrote that the retry fix saved 14 containers.", sources: ["a"], role: .claim)
            ).stands
        )
        let unsure = CitationCheck(entries: [source], subject: "Ana Berg", entailment: Model(likely: 0.01))
        let sentence = Sentence("Ben Okoro wrote that the retry fix saved 12 containers.", sources: ["a"], role: .claim)
        #expect(unsure.finding(for: sentence).verdict == .needsALook)
    }
}
