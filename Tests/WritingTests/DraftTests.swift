import Evidence
import Signals
import Testing
import Workspace
import Writing

@Suite struct `A review draft` {
    private var composer: DraftComposer {
        DraftComposer(
            person: Invented.person,
            from: CivilDate(days: Invented.today.days - 180),
            to: Invented.today,
            competencies: [("craft", "Craft"), ("design", "System design"), ("ownership", "Ownership")],
            edges: [],
            levelWords: "Doing the work of level 3."
        )
    }

    private let year = (0..<12).map { index in
        Invented.entry(
            "e\(index)",
            daysAgo: 170 - index * 14,
            "the \(["import", "label", "cache", "depot"][index % 4]) repair number \(index) kept the whole night shift running",
            by: ["ben", "li", "eva"][index % 3],
            workClass: index % 2 == 0 ? .upkeep : .craft,
            competency: index % 3 == 0 ? "ownership" : "craft"
        )
    }

    @Test func `leaves a box empty where there is not enough evidence, and asks instead`() {
        let draft = composer.compose(year)
        #expect(draft.sections.map(\.competency) == ["Craft", "System design", "Ownership"])
        #expect(draft.sections[1].isEmpty)
        #expect(draft.questions.contains { $0.text.contains("system design") })
    }

    @Test func `says nothing that its sources do not say`() {
        let draft = composer.compose(year)
        let check = CitationCheck(entries: year, subject: "Ana Berg")
        let claims = draft.sentences.filter { $0.role == .claim }
        #expect(claims.count >= 4)
        for claim in claims { #expect(check.faults(of: claim).isEmpty, "\(claim.text)") }
    }

    @Test func `follows the whole period, not its end`() {
        let draft = composer.compose(year)
        let cited = Set(draft.cited)
        let early = year.prefix(4).contains { cited.contains($0.id) }
        let late = year.suffix(4).contains { cited.contains($0.id) }
        #expect(early && late)
    }

    @Test func `uses settled evidence only, of the period only`() {
        let outside = Invented.entry("old", daysAgo: 300, "an older thing that was praised by many people")
        let open = Invented.entry(
            "open",
            daysAgo: 3,
            "a fresh thing that its subject has not answered yet",
            state: .shown
        )
        #expect(composer.compose([outside, open]).cited.isEmpty)
    }

    @Test func `numbers its citations in reading order, each once`() {
        let cited = composer.compose(year).cited
        #expect(Set(cited).count == cited.count)
        #expect(!cited.isEmpty)
    }

    @Test func `does not depend on the person's name`() {
        var other = Invented.person
        other.name = "Zo Li"
        var composer = composer
        let first = composer.compose(year).sentences.map { $0.text.replacing("Ana Berg", with: "NAME") }
        composer.person = other
        let second = composer.compose(year).sentences.map { $0.text.replacing("Zo Li", with: "NAME") }
        #expect(first == second)
    }

    @Test func `knows no rating, rank or score`() {
        let words = composer.compose(year).sentences.map { $0.text.lowercased() }.joined(separator: " ")
        for word in ["rating", "score", "rank", "exceeds", "meets expectations"] { #expect(!words.contains(word)) }
    }
}
