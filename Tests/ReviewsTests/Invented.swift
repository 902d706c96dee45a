import Evidence
import Reviews
import Signals
import Workspace
import Writing

/// Invented evidence and a review about it.
enum Invented {
    static let day = CivilDate(days: 20_000)

    static func entry(
        _ id: EntryID,
        _ quote: String,
        voice: PersonID = "bo",
        hearer: PersonID? = nil,
        day: Int = 0,
        channel: String = "queue",
        matters: [String] = [],
        state: EvidenceState = .settled
    ) -> LedgerEntry {
        let moment = (Self.day.days + day).moment
        func speaker(_ id: PersonID) -> Voice {
            Voice(
                person: id,
                account: AccountID(id.text),
                name: id.text.prefix(1).uppercased() + id.text.dropFirst() + " Holm",
                team: nil
            )
        }
        return LedgerEntry(
            id: id,
            subject: "ana",
            voice: speaker(voice),
            kind: .recognition,
            workClass: .craft,
            confidence: 0.9,
            competencies: [],
            stage: 2,
            quote: quote,
            link: "https://chat.example/archives/C1/p1",
            message: MessageID(channel: ChannelID(channel), time: MessageTime(microseconds: moment)),
            channelName: channel,
            episode: EpisodeID("e-\(id)"),
            moment: moment,
            state: state,
            reader: ReaderStamp(name: "test", version: "1"),
            ladderVersion: "1",
            matters: matters,
            hearer: hearer.map(speaker)
        )
    }

    static let entries: [LedgerEntry] = [
        entry("a", "Your plan for the queue held up, thank you!"),
        entry("b", "The runbook you wrote saved us the night shift.", voice: "cy", day: 10),
        entry("c", "You asked who would be hurt by the change.", voice: "di", day: 20),
    ]

    static var kept: [EntryID: LedgerEntry] { Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) }) }

    static var splitter: WordSplitter { WordSplitter(entries.map { ($0.id, $0.quote) }) }

    static let composed: [ComposedBlock] = [
        ComposedBlock(
            id: "summary",
            title: "Summary",
            lines: [.init("summary", Sentence("This rests on three moments.", role: .note))]
        ),
        ComposedBlock(
            id: "craft",
            title: "Craft",
            lines: [
                .init(
                    "a",
                    Sentence(
                        "On 4 October in #queue, Bo Holm said about Ana Berg: “Your plan for the queue held up”.",
                        sources: ["a"],
                        role: .claim
                    )
                ),
                .init(
                    "b",
                    Sentence(
                        "On 14 October in #queue, Cy Holm said about Ana Berg: “The runbook you wrote saved us the night shift”.",
                        sources: ["b"],
                        role: .claim
                    )
                ),
            ]
        ),
        ComposedBlock(id: "direction", title: "Direction", lines: []),
        ComposedBlock(
            id: "questions",
            title: "To talk about",
            lines: [.init("q", Sentence("What is missing here?", role: .question))]
        ),
    ]

    static func review(_ sort: ReviewSort = .review) throws -> Review {
        var review = Review(
            id: ReviewID("ana", number: 1),
            sort: sort,
            person: "ana",
            author: sort == .review ? "mo" : "ana",
            from: day,
            to: CivilDate(days: day.days + 180)
        )
        try review.compose(composed, by: splitter)
        return review
    }

    /// A review that has come to a state.
    static func review(in state: ReviewState) throws -> Review {
        var review = try review()
        if state == .writing { return review }
        try review.add("I saw the runbook work twice.", to: "craft", sources: ["b"], by: splitter)
        try review.share(kept, now: 1)
        if state == .shared { return review }
        try review.acknowledge("Thank you. I would name the second night, too.", by: splitter, now: 2)
        if state == .acknowledged { return review }
        try review.seal(context(), borneOut: [], now: 3)
        return review
    }

    static func context(_ entries: [EntryID: LedgerEntry] = kept) -> ReviewContext {
        ReviewContext(person: "Ana Berg", author: "Mo Lind", role: "Engineer, level 4", entries: entries)
    }
}

extension Int {
    /// Noon of a day, in microseconds since 1970 UTC.
    var moment: Int64 { Int64(self) * 86_400_000_000 + 43_200_000_000 }
}
