import Evidence
import Testing
import Workspace
import Writing

/// One voice for all: the same evidence gives the same text, whoever it is about.
@Suite struct `The same evidence` {
    private static let people: [(name: String, track: Track)] = [
        ("Ana Berg", .ic), ("Zo Quill", .ic), ("Mohammed Osei", .ic), ("Ngozi-Ada Varga", .ic),
        ("Jean van Houten", .ic),
        ("Ana Berg", .management), ("Petra Lindholm", .management), ("Tariq Sand", .management),
    ]

    private func masked(_ text: String, _ name: String) -> String {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        return text.replacing(name, with: "NAME").replacing(first, with: "NAME")
    }

    @Test(arguments: [Perspective.others, .own])
    func `gives everybody the same text but for the name`(perspective: Perspective) {
        let texts = Self.people.map { name, track in
            CheckEvidence(name: name, track: track).draft(perspective).sentences.map { masked($0.text, name) }
        }
        #expect(texts[0].count >= 6)
        for (text, person) in zip(texts, Self.people) { #expect(text == texts[0], "\(person.name) \(person.track)") }
    }

    @Test func `gives everybody the same verdicts`() throws {
        let first = CheckEvidence()
        let claims = first.draft().sentences.filter { $0.role == .claim }
        let changed = claims.map { Sentence($0.text.replacing("On ", with: "In "), sources: $0.sources, role: .claim) }
        let sentences = claims + changed
        let wanted = CitationCheck(entries: first.entries, subject: "Ana Berg").findings(sentences).map(\.stands)
        for (name, track) in Self.people {
            let evidence = CheckEvidence(name: name, track: track)
            let given = try #require(name.split(separator: " ").first)
            let theirs = sentences.map {
                Sentence($0.text.replacing("Ana", with: given), sources: $0.sources, role: .claim)
            }
            let found = CitationCheck(entries: evidence.entries, subject: name).findings(theirs).map(\.stands)
            #expect(found == wanted, "\(name)")
        }
    }
}
