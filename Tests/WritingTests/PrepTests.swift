import Evidence
import Signals
import Testing
import Workspace
import Writing

@Suite struct `1:1 preparation` {
    private var composer: PrepComposer {
        PrepComposer(
            person: Invented.person,
            manager: "mo",
            edge: GrowthEdge(
                competency: "System design",
                competencyID: "design",
                statement: "Designs a component with trade-offs written down."
            ),
            askAbout: [],
            now: Invented.today.microseconds
        )
    }

    private let busy = [
        Invented.entry(
            "a",
            daysAgo: 2,
            "since the retry fix nobody in dispatch had to repair a label by hand",
            by: "ben"
        ),
        Invented.entry(
            "b",
            daysAgo: 3,
            "thanks for walking me through the flaky import test, now I see why it hung",
            by: "li",
            workClass: .enablement
        ),
        Invented.entry(
            "c",
            daysAgo: 5,
            "runner disks are full again, I am moving the cache to its own volume",
            by: "ana",
            kind: .upkeep,
            workClass: .upkeep
        ),
        Invented.entry(
            "d",
            daysAgo: 6,
            "the new label preview went out to all depots today",
            by: "ana",
            kind: .delivery,
            workClass: .launch
        ),
        Invented.entry(
            "e",
            daysAgo: 1,
            "waiting for the staging key since Monday, cannot finish the import",
            by: "ana",
            kind: .blocked
        ),
        Invented.entry(
            "f",
            daysAgo: 40,
            "the adapter design with its failure table made the choice easy",
            by: "eva",
            competency: "design"
        ),
    ]

    @Test func `fits on one screen and asks exactly three open questions`() {
        let prep = composer.compose(busy)
        #expect(prep.wordCount <= 300)
        #expect(prep.recent.count == 3)
        #expect(prep.questions.count == 3)
        for question in prep.questions {
            #expect(question.text.hasSuffix("?") || question.text.hasSuffix("”"))
            #expect(!["Do ", "Did ", "Is ", "Are ", "Have ", "Was "].contains { question.text.hasPrefix($0) })
        }
    }

    @Test func `every claim names evidence, and the evidence says it`() {
        let prep = composer.compose(busy)
        let check = CitationCheck(entries: busy, subject: "Ana Berg")
        let claims = prep.sentences.filter { $0.role == .claim }
        #expect(claims.count >= 4)
        for claim in claims { #expect(check.faults(of: claim).isEmpty, "\(claim.text)") }
    }

    @Test func `keeps upkeep or help among three things when there is any`() {
        let loud = (0..<6).map {
            Invented.entry(
                "l\($0)",
                daysAgo: $0 + 1,
                "wonderful launch number \($0) with a very large party afterwards everywhere",
                by: "ben",
                workClass: .launch,
                episode: "l\($0)",
                stage: 3
            )
        }
        let quiet = Invented.entry("q", daysAgo: 9, "moved the cache", by: "ana", kind: .upkeep, workClass: .upkeep)
        #expect(composer.compose(loud + [quiet]).recent.contains { $0.sources.contains("q") })
    }

    @Test func `names the help that is wanted apart from what happened`() {
        let prep = composer.compose(busy)
        #expect(prep.support?.sources == ["e"])
        #expect(!prep.recent.contains { $0.sources.contains("e") })
    }

    @Test func `says so when nothing new was heard, and still asks`() {
        let prep = composer.compose([
            Invented.entry("old", daysAgo: 60, "the adapter design with its failure table", by: "eva")
        ])
        #expect(prep.recent.isEmpty)
        #expect(prep.note?.text == "Nothing new since 1 August 2026. Ask what went unseen.")
        #expect(prep.questions.count == 3)
    }

    @Test func `ten voices on one thing are told as one thing`() {
        let fans = (0..<10).map {
            Invented.entry(
                "x\($0)",
                daysAgo: 2,
                "the launch of the previews was smooth, voice \($0)",
                by: "ben",
                episode: "one"
            )
        }
        #expect(composer.compose(fans).recent.count == 1)
    }

    @Test(arguments: [EvidenceState.contested, .withdrawn, .captured])
    func `uses nothing that is contested, gone or unseen`(state: EvidenceState) {
        let prep = composer.compose([
            Invented.entry("a", daysAgo: 2, "since the retry fix nobody had to repair a label", state: state)
        ])
        #expect(prep.sentences.allSatisfy { $0.sources.isEmpty })
    }
}
