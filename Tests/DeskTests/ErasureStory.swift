import Desk
import Evidence
import Ladder
import Moves
import Records
import Reviews
import Signals
import Store
import StoreTesting
import Testing
import Workspace

/// An invented company in which somebody left a trace in every place that keeps one.
struct ErasureStory: Sendable {
    static let zelda = Person(
        id: "p-4711",
        name: "Zelda Quickfoot",
        email: "zelda.q@halvard.example",
        account: "U0ZELDA99",
        manager: "mo",
        team: "Papers",
        track: .management,
        level: 5,
        title: "Staff Engineer",
        started: CivilDate(days: 17_000),
        levelSince: CivilDate(days: 19_000)
    )
    static let pia = Person(id: "pia", name: "Pia Sand", manager: "p-4711", team: "Papers", level: 4)
    /// What must be nowhere afterwards: what she is known by, and one strange word of hers for each place.
    static let canaries = [
        "Zelda", "Quickfoot", "zelda.q@halvard.example", "U0ZELDA99", "p-4711", "zq_quick",
        "flumbotin", "wimplegrass", "snarbleck", "brindlewax", "corvaltine", "dorfelmint", "eskerplum", "fenwickle",
        "gristlemoor", "hobblewort", "inkelthorn", "jambolore", "kestrelbun", "lindelquark", "mossbrindle",
        "nettlewhig", "ottermarl", "pumblecroft",
    ]
    static let vault = Invented.vault

    let records: Records
    let desk: Desk
    let database: any Database

    static func planted(on database: any Database) async throws -> ErasureStory {
        let records = try await Records.open(database)
        let vault = try #require(vault)
        let now = Invented.now
        try await records.begin(name: "Halvard", now: now)
        try await records.replacePeople(Invented.people + [zelda, pia], now: now)
        try await records.keep(accounts: [
            Account(
                id: "U0ZELDA99",
                name: "zq_quick",
                realName: "Zelda Quickfoot",
                handle: "zq_quick",
                email: "zelda.q@halvard.example"
            ),
            Account(id: "x1", name: "Bea Holm"),
        ])
        try await records.keep(
            facts: Invented.facts() + [
                PersonFacts("p-4711", pay: Pay(base: 7_654_321, currency: "EUR"), groups: [.sex: "women"])
            ],
            vault: vault,
            now: now
        )
        try await records.grant(.peopleOperations, to: "ops", by: "@console", now: now)
        try await records.grant(.peopleOperations, to: "rep", by: "p-4711", now: now)
        try await records.grant(.representative, to: "p-4711", by: "@console", now: now)
        try await records.keep(channels: [Channel(id: "C1", name: "papers")])
        let story = ErasureStory(records: records, desk: Self.desk(records), database: database)
        try await story.talk()
        try await story.write()
        try await story.decide()
        return story
    }

    static func desk(_ records: Records) -> Desk {
        Desk(records: records, ladder: .reference, vault: Invented.vault) { Invented.now }
    }

    static func entry(
        _ days: Int,
        of subject: PersonID,
        by voice: Voice,
        _ quote: String,
        kind: SignalKind = .recognition
    ) -> LedgerEntry {
        let posted = Invented.now - Int64(days) * ReviewStory.day
        let message = MessageID(channel: "C1", time: MessageTime(microseconds: posted))
        let id = EntryID(message, kind: kind, subject: subject)
        return LedgerEntry(
            id: id,
            subject: subject,
            voice: voice,
            kind: kind,
            workClass: .ownership,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: "ownership", share: 1)],
            stage: 3,
            reason: .mentioned,
            quote: quote,
            link: "https://chat.example/archives/C1/p\(posted)",
            message: message,
            channelName: "papers",
            episode: EpisodeID(id.text),
            moment: posted,
            state: .settled,
            shownAt: posted,
            settledAt: posted + 7 * ReviewStory.day,
            reader: ReaderStamp(name: "test", version: "1"),
            ladderVersion: "1",
            matters: [quote.split(separator: " ").last.map(String.init) ?? ""]
        )
    }

    static let own = Voice(person: "p-4711", account: "U0ZELDA99", name: "Zelda Quickfoot", team: "Papers")
    static let bea = Voice(person: "x1", account: "x1", name: "Bea Holm", team: "Papers")
    static let aboutHer = entry(30, of: "p-4711", by: bea, "Zelda kept the depot running with flumbotin")
    static let objected = entry(31, of: "p-4711", by: bea, "She lost the pumblecroft")
    static let saidByHer = entry(40, of: "ana", by: own, "Thank you Ana, the backup job saved us from the wimplegrass")
    static let namesHer = entry(
        50,
        of: "ana",
        by: bea,
        "Ana and Zelda Quickfoot (<@U0ZELDA99>) moved the archive together, thanks zelda"
    )
    static let ofNobodyElse = entry(60, of: "ana", by: bea, "Ana wrote the runbook that kept everybody asleep")

    /// Talk: about her, by her, naming her, and without her.
    private func talk() async throws {
        let entries = [Self.aboutHer, Self.objected, Self.saidByHer, Self.namesHer, Self.ofNobodyElse]
        try await records.commit(
            [
                MessageBatch(
                    channel: "C1",
                    messages: entries.map {
                        MessageKey(
                            Message(id: $0.message, author: .account($0.voice.account), text: PlainText("words"))
                        )
                    },
                    entries: entries,
                    reading: 1
                )
            ],
            now: Invented.now
        )
        try await desk.contest(Self.objected.id, reason: "It was never eskerplum.", by: "p-4711")
    }

    /// Notes, 1:1s, feedback, reviews, requests, tokens, sessions.
    private func write() async throws {
        try await desk.writeNote("snarbleck, for me alone", about: "p-4711", by: "p-4711")
        try await desk.writeNote("ask Zelda about nettlewhig", about: "p-4711", by: "mo")
        _ = try await desk.agree("inkelthorn by May", with: "p-4711", owner: "p-4711", due: nil, by: .person("mo"))
        _ = try await desk.makeToken("lindelquark", scopes: [.read], days: 30, for: "p-4711", by: .console)
        let asked = try await desk.askForFeedback(about: "ana", from: ["p-4711"], by: "mo")
        if let id = asked.first {
            let words = FeedbackWords(
                work: "The move of the archive to the brindlewax",
                behaviour: "Ana wrote the order of steps and checked each with us",
                effect: "Nobody had to stay late, and nothing was lost"
            )
            _ = try await desk.giveFeedback(id, words, .goOn, visibility: .person, by: "p-4711")
        }
        let other = try await desk.askForFeedback(about: "pia", from: ["x2"], "the ottermarl", by: "p-4711")
        #expect(!other.isEmpty)
        let selfReview = try await desk.startReview(of: "p-4711", by: "p-4711")
        try await say("My year of dorfelmint was long.", in: selfReview, by: "p-4711")
        let review = try await desk.startReview(of: "pia", by: "p-4711")
        try await say("The corvaltine went well.", in: review, by: "p-4711")
        let round = try await desk.sendRequests(about: "ana", by: .person("mo"))
        for request in round.requests where request.colleague == "p-4711" {
            try await desk.answerRequest(request.id, .next, words: "Her hobblewort held for three teams.", by: "p-4711")
        }
        try await records.keepSession("hash-of-a-session", for: "p-4711", begun: Invented.now, used: Invented.now)
        try await records.keepLink("hash-of-a-link", for: "p-4711", expires: Invented.now + 1)
    }

    private func say(_ words: String, in review: Review, by author: PersonID) async throws {
        guard let block = review.blocks.first else { return }
        _ = try await desk.take(
            .add(block: block.id, words, sources: []),
            on: review.id,
            version: review.version,
            by: author
        )
    }

    /// Moves, decisions, boards, the yearly question, looks.
    private func decide() async throws {
        _ = try await desk.proposeLevelUp(of: "pia", words: "Her mossbrindle reaches teams.", by: .person("p-4711"))
        _ = try await desk.proposeLevelUp(of: "p-4711", words: "Her work reaches teams.", by: .person("mo"))
        var draft = DecisionDraft()
        draft.words = "We keep the jambolore and build no queue."
        _ = try await desk.addDecision(draft, by: .person("p-4711"))
        let closes = CivilDate(days: Invented.today.days + 10)
        _ = try await desk.openQuestion(year: 2024, by: .level, closes: closes, for: .console)
        _ = try await desk.answerQuestion(.yes, words: "I miss the kestrelbun.", by: "p-4711")
        _ = try await desk.payStatement(of: "p-4711", for: .person("ops"))
        _ = try await desk.payStatement(of: "ana", for: .person("rep"))
        let board = try await desk.convene(
            "Spring board",
            calibrators: ["x3", "p-4711"],
            cases: ["ana"],
            columns: [],
            from: nil,
            to: nil,
            by: "ops"
        )
        try await desk.vote(.question, words: "I doubt the fenwickle of it.", on: board.id, about: "ana", by: "p-4711")
        try await desk.vote(.question, words: "Zelda is right about gristlemoor.", on: board.id, about: "ana", by: "x3")
        try await desk.askToBeErased(by: "p-4711")
    }
}
