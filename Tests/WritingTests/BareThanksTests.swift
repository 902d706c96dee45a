import Evidence
import Signals
import Testing
import Workspace
import Writing

/// Thanks that nobody can tell anything from are evidence, and no sentence is made of them.
@Suite struct `Thanks that say little` {
    private func draft(_ entries: [LedgerEntry]) -> ReviewDraft { InventedYear.composer.compose(entries) }

    private func teller(_ entries: [LedgerEntry]) -> EpisodeTeller {
        EpisodeTeller(
            subject: "Ana Berg",
            quoteWords: 20,
            names: ["Ana Berg", "Ben Okoro"],
            check: CitationCheck(entries: entries, subject: "Ana Berg", names: ["Ana Berg", "Ben Okoro"])
        )
    }

    @Test(arguments: [
        "@Ana thanks for the heads up on this one", "thanks for the quick reply Ana, much appreciated",
        "thank you so much for sharing this with all of us",
        "thanks Ana, I will look at the schema of the import tomorrow",
        "Thanks for taking a look. The printer in the depot printed two labels again",
        "got it. thanks! now i have to go to the dentist's office",
        "thanks for your detailed response to my question yesterday",
        "many thanks for your patience and understanding everybody",
    ])
    func `are told in no sentence`(quote: String) throws {
        let entry = Invented.entry("a", daysAgo: 9, quote, by: "ben")
        var teller = teller([entry])
        #expect(teller.isBareThanks(entry))
        let episode = try #require(Happening([entry]))
        let told = teller.tell(episode)
        #expect(told == nil)
        #expect(draft([entry]).sentences.allSatisfy { $0.role != .claim })
    }

    @Test(arguments: [
        "thanks for rewriting the failure table of the import",
        "thank you so much Ana for serving as reviewer of the label spec",
        "@Ana thanks for the depot import fix and its test",
        "thank you Ana, since your change it works on every printer", "you found the leak in the queue, Ana. Thanks!",
        "thanks for the quick reply, that saved our whole shift",
    ])
    func `are no thanks for something, nor with an effect`(quote: String) throws {
        let entry = Invented.entry("a", daysAgo: 9, quote, by: "ben")
        var teller = teller([entry])
        #expect(!teller.isBareThanks(entry))
        let episode = try #require(Happening([entry]))
        let told = teller.tell(episode)
        #expect(told != nil)
    }

    @Test func `leave their box without a claim, which says that there is evidence and cites it`() throws {
        let entry = Invented.entry("a", daysAgo: 9, "thanks for the really quick reply to my question, Ana", by: "ben")
        let box = try #require(draft([entry]).sections.first { $0.id == "craft" })
        #expect(box.lines.allSatisfy { $0.sentence.role == .note })
        #expect(box.lines.flatMap(\.sources) == ["a"])
    }

    @Test func `count as thanks beside what the person did, without being quoted`() throws {
        let own = Invented.entry(
            "a",
            daysAgo: 9,
            "I merged the depot import into the new queue and closed its last two tickets",
            by: "ana",
            kind: .delivery,
            episode: "e"
        )
        var answer = Invented.entry("b", daysAgo: 9, "thanks for the heads up Ana, very quick", by: "ben", episode: "e")
        answer.moment += 3_600_000_000
        var teller = teller([own, answer])
        let episode = try #require(Happening([own, answer]))
        let sentence = teller.tell(episode)
        let told = try #require(sentence)
        #expect(!told.named.text.contains("heads up"))
        #expect(told.named.text.contains("depot import"))
    }

    @Test func `do not become more by length`() {
        let entry = Invented.entry("a", daysAgo: 9, "thanks", by: "ben")
        let teller = teller([entry])
        for count in [1, 4, 16] {
            var longer = entry
            longer.quote =
                "thanks for the quick reply "
                + String(repeating: "and also again for the quick response ", count: count)
            #expect(teller.isBareThanks(longer))
        }
    }
}
