import Evidence
import Signals
import Testing
import VectorTesting
import Workspace
import Writing

/// Sentences that follow from their sources, and the same sentences made false in one way each; written by hand.
@Suite struct `Sentences made false` {
    private struct Case {
        let isTrue: Bool
        let mutation: String
        let verdict: CitationCheck.Verdict
        let text: String

        init(_ one: Values) throws {
            let subject = try one["subject"].text()
            let entries = try one["sources"].list().map { try Self.entry($0, subject: subject) }
            let check = CitationCheck(entries: entries, subject: subject)
            isTrue = try one["truth"].bool()
            mutation = isTrue ? "" : try one["mutation"].text()
            text = try one["text"].text()
            verdict = check.verdict(of: Sentence(text, sources: entries.map(\.id), role: .claim))
        }

        /// True where the sentence cannot stand as it is.
        var isHeld: Bool { verdict != .supported }

        private static func entry(_ one: Values, subject: String) throws -> LedgerEntry {
            let day = try #require(CivilDate(one["day"].text()))
            let voice = try one["voice"].text()
            let id = try one["id"].text()
            return LedgerEntry(
                id: EntryID(id),
                subject: "subject",
                voice: Voice(
                    person: voice == subject ? "subject" : PersonID(voice),
                    account: AccountID(voice),
                    name: voice,
                    team: nil
                ),
                kind: try #require(SignalKind(rawValue: one["kind"].text())),
                workClass: .craft,
                confidence: 0.9,
                competencies: [],
                stage: 2,
                quote: try one["quote"].text(),
                link: nil,
                message: MessageID(channel: "C1", time: MessageTime(microseconds: day.microseconds)),
                channelName: try one["channel"].text(),
                episode: EpisodeID(one["episode"].isNull ? id : try one["episode"].text()),
                moment: day.microseconds + 36_000_000_000,
                state: .settled,
                reader: ReaderStamp(name: "static", version: "1"),
                ladderVersion: "1"
            )
        }
    }

    /// The set that the rules were made with; a second one over other work, seen once before they were mended; a third one that
    /// was written before anybody saw what they make of it, and whose misses were mended afterwards; a fourth and a fifth one, over
    /// other work again, each measured once before its misses were mended.
    enum Set: String, CaseIterable {
        case first = "mutations"
        case second = "mutations-second"
        case third = "mutations-third"
        case fourth = "mutations-fourth"
        case fifth = "mutations-fifth"
    }

    private static let read = Dictionary(
        uniqueKeysWithValues: Set.allCases.map { set in
            (set, Result { try VectorFile(set.rawValue).cases.map(Case.init) })
        }
    )

    private func cases(_ set: Set) throws -> [Case] { try #require(Self.read[set]).get() }

    /// What is reached: all of them, but for those named here.
    private static let missed: [Set: [String: Int]] = [
        .fifth: ["actor": 1]
    ]

    @Test(arguments: Set.allCases)
    func `of those made false, so many are held`(set: Set) throws {
        let made = try Dictionary(grouping: cases(set).filter { !$0.isTrue }, by: \.mutation)
        #expect(
            made.keys.sorted() == [
                "actor", "added", "cause", "date", "intensity", "merge", "name", "number", "polarity",
            ]
        )
        for (mutation, all) in made {
            let standing = all.filter { !$0.isHeld }
            let shown = standing.map(\.text).joined(separator: "\n")
            #expect(standing.count <= Self.missed[set]?[mutation] ?? 0, "\(mutation), of \(all.count):\n\(shown)")
        }
    }

    /// Held up: fallen, or only to be looked at.
    ///
    /// The goal is .05.
    @Test(arguments: [
        (Set.first, 0.055, 0.016), (.second, 0.052, 0.026), (.third, 0.066, 0.044), (.fourth, 0.096, 0.032),
        (.fifth, 0.32, 0.181),
    ])
    func `few true sentences are held up, fewer fall`(set: Set, held: Double, fallen: Double) throws {
        let made = try cases(set).filter(\.isTrue)
        let stopped = made.filter(\.isHeld)
        let dropped = stopped.filter { if case .unsupported = $0.verdict { true } else { false } }
        let shown = stopped.map { "\($0.text) \($0.verdict)" }.joined(separator: "\n")
        #expect(Double(stopped.count) <= held * Double(made.count), "\(stopped.count) of \(made.count)\n\(shown)")
        #expect(Double(dropped.count) <= fallen * Double(made.count), "\(dropped.count) of \(made.count)\n\(shown)")
    }
}
