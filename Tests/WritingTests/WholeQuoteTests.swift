import Evidence
import Signals
import Testing
import Workspace
import Writing

/// The best evidence is often a story that no rule can cut: it is told in its own words, whole.
@Suite struct `Evidence that cannot be cut` {
    private static let story =
        "I had already written the apology to the depots. @Ana you did not only bring the three labels back, you changed the rule that would have eaten the next ones, and six people had planned their week around that printer."

    private func draft(_ entries: [LedgerEntry]) -> ReviewDraft { InventedYear.composer.compose(entries) }

    private func claims(_ entries: [LedgerEntry]) -> [String] {
        draft(entries).sentences.filter { $0.role == .claim }.map(\.text)
    }

    @Test func `is told whole, with who said it, when and where`() throws {
        let text = try #require(claims([Invented.entry("a", daysAgo: 9, Self.story, by: "ben")]).first)
        #expect(text.contains("you changed the rule that would have eaten the next ones"))
        #expect(text.contains("Ben Okoro"))
        #expect(text.contains("21 September"))
        #expect(text.contains("#papers"))
    }

    @Test(arguments: [
        "We lost a depot a month to this. By Ana's table it has been none since May, and I would not have looked there.",
        "What you did, Ana, is one page that each depot can apply without asking you. Since June no new printer goes in without it.",
        "First night without a page since I joined. Thank you Ana, you did not mute ours, you found out why each of them fired.",
    ])
    func `fills its box, whatever words it is in`(quote: String) throws {
        let box = try #require(
            draft([Invented.entry("a", daysAgo: 9, quote, by: "li")]).sections.first { $0.id == "craft" }
        )
        #expect(!box.isEmpty)
        #expect(box.request == nil)
        #expect(box.lines.allSatisfy { $0.stands })
    }

    @Test func `is passed over where it says nothing of the person's work`() {
        for quote in [
            "what a day, what a day, I need a coffee now", "could you please look at my ticket when you have time?",
            "thanks anyway, I will ask somebody else about it tomorrow",
        ] {
            #expect(claims([Invented.entry("a", daysAgo: 9, quote, by: "li")]).isEmpty, "\(quote)")
        }
    }

    @Test func `leaves no box empty for which there is evidence`() throws {
        var entries = (0..<4).map { index in
            Invented.entry("e\(index)", daysAgo: 20 + index * 30, InventedYear.entries[index].quote, by: "ben")
        }
        for place in entries.indices {
            entries[place].competencies = [
                CompetencyShare(competency: "craft", share: 0.35), CompetencyShare(competency: "ownership", share: 0.3),
            ]
        }
        let sections = draft(entries).sections
        #expect(sections.first { $0.id == "craft" }?.isEmpty == false)
        #expect(sections.first { $0.id == "ownership" }?.isEmpty == false)
        #expect(sections.first { $0.id == "design" }?.request != nil)
    }

    @Test func `says where it is told when its box has no moment of its own`() throws {
        var entry = Invented.entry("a", daysAgo: 9, Self.story, by: "ben")
        entry.competencies = [
            CompetencyShare(competency: "craft", share: 0.35), CompetencyShare(competency: "ownership", share: 0.3),
        ]
        let sections = draft([entry]).sections
        let box = try #require(sections.first { $0.id == "ownership" })
        #expect(box.request == nil)
        #expect(box.lines.map(\.text) == ["What bears on this is told under craft."])
        #expect(box.lines.flatMap(\.sources) == ["a"])
    }

    @Test func `is told once where it is said on several days`() {
        let entries = (0..<3).map { Invented.entry("e\($0)", daysAgo: 10 + $0 * 20, Self.story, by: "ben") }
        #expect(claims(entries).count == 1)
    }

    @Test func `is chosen by what it tells, not by how loud it is`() throws {
        let loud = "ANA IS THE WHOLE UNIVERSE!!! She fixed the entire company with ONE label, forever!!!"
        let entries = [
            Invented.entry("loud", daysAgo: 9, loud, by: "eva", episode: "one"),
            Invented.entry("plain", daysAgo: 9, Self.story, by: "ben", episode: "one"),
        ]
        let text = try #require(claims(entries).first)
        #expect(text.contains("changed the rule"))
        #expect(!text.contains("UNIVERSE"))
    }

    @Test func `goes into a preparation, too`() throws {
        let entry = Invented.entry("a", daysAgo: 3, Self.story, by: "ben")
        let check = CitationCheck(entries: [entry], subject: "Ana Berg")
        var teller = EpisodeTeller(subject: "Ana Berg", quoteWords: 20, check: check)
        let told = try #require(Happening([entry]).flatMap { teller.tell($0) })
        #expect(told.named.text.contains("Ben Okoro"))
        #expect(check.verdict(of: told.named) == .supported)
    }

    @Test(arguments: [
        (0.45, SubjectReason.mentioned, true), (0.45, .threadRoot, false), (0.35, .mentioned, false),
        (0.55, .own, true),
    ])
    func `counts from a lower confidence on where it calls the person by name`(
        confidence: Double,
        reason: SubjectReason,
        counts: Bool
    ) {
        var entry = Invented.entry("a", daysAgo: 9, Self.story, by: "ben")
        entry.confidence = confidence
        entry.reason = reason
        #expect(InventedYear.composer.counts(entry) == counts)
    }
}
