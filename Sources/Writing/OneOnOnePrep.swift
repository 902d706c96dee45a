public import Evidence
import Signals
public import Workspace

/// What a 1:1 can start from: five short blocks, one screen, the same facts for both sides.
///
/// Source: `docs/methods.md`, "1:1 preparation".
public struct OneOnOnePrep: Sendable, Hashable {
    /// Whom it is about.
    public let person: String
    /// The first day that was looked at.
    public let since: CivilDate
    /// What happened, one to three episodes.
    public let recent: [Sentence]
    /// Something to say thank you for, aloud; nil when there is nothing.
    public let thanks: Sentence?
    /// One growth edge: the ladder's words and what was last heard about it.
    public let edge: [Sentence]
    /// Where help is wanted; at most one.
    public let support: Sentence?
    /// Three open questions of three kinds.
    public let questions: [Sentence]
    /// What is missing, in plain words; nil when there is enough.
    public let note: Sentence?

    /// All sentences in reading order.
    public var sentences: [Sentence] {
        recent + [thanks].compactMap(\.self) + edge + [support, note].compactMap(\.self) + questions
    }

    /// Words on the screen.
    public var wordCount: Int { sentences.reduce(0) { $0 + Excerpt.wordCount($1.text) } }
}

/// What the ladder asks next of a person, where the evidence is clear enough to name it.
public struct GrowthEdge: Sendable, Hashable {
    /// The competency's name.
    public let competency: String
    /// The competency's id.
    public let competencyID: String
    /// The ladder's statement for the next stage.
    public let statement: String

    /// Joins name and statement.
    public init(competency: String, competencyID: String, statement: String) {
        self.competency = competency
        self.competencyID = competencyID
        self.statement = statement
    }
}

/// Composes 1:1 preparation from evidence that both sides can open.
public struct PrepComposer: Sendable {
    /// Whom it is about.
    public var person: Person
    /// Who asks the questions; episodes that this person took part in are old news.
    public var manager: PersonID?
    /// The growth edge, if one can be named.
    public var edge: GrowthEdge?
    /// Competencies of which nothing can be said yet, by name.
    public var askAbout: [String]
    /// Now, microseconds since 1970 UTC.
    public var now: Int64
    /// How many days back "since last time" reaches when no last time is known.
    public var days: Int

    /// The most words that a quote may have.
    static let quoteWords = 20

    /// Joins what is known before the evidence.
    public init(
        person: Person,
        manager: PersonID?,
        edge: GrowthEdge?,
        askAbout: [String],
        now: Int64,
        days: Int = 14
    ) {
        self.person = person
        self.manager = manager
        self.edge = edge
        self.askAbout = askAbout
        self.now = now
        self.days = days
    }

    /// The preparation, every claim checked against its source.
    public func compose(_ entries: [LedgerEntry]) -> OneOnOnePrep {
        let open = entries.filter { $0.state.isOpen && $0.moment <= now && $0.confidence >= Happening.clearEnough }
        let since = CivilDate(days: CivilDate(microseconds: now).days - days)
        let fresh = Happening.all(of: open.filter { $0.moment >= since.microseconds })
        let check = CitationCheck(entries: open, subject: person.name)
        let telling = Telling(subject: person.name, quoteWords: Self.quoteWords)
        let chosen = choose(fresh.filter { !Self.isBlocked($0) })
        let recent = check.supported(chosen.compactMap(telling.sentence))
        let support = fresh.first(where: Self.isBlocked).flatMap(telling.sentence).flatMap {
            check.supported([$0]).first
        }
        return OneOnOnePrep(
            person: person.name,
            since: since,
            recent: recent,
            thanks: thanks(chosen),
            edge: edgeSentences(open, check: check, telling: telling, used: Set(recent.flatMap(\.sources))),
            support: support,
            questions: PrepQuestions(person: person, askAbout: askAbout, edge: edge).three(
                about: chosen,
                blocked: support
            ),
            note: recent.isEmpty ? silence(open) : nil
        )
    }

    private static func isBlocked(_ happening: Happening) -> Bool {
        happening.own.contains { $0.kind == .blocked } && happening.heard.isEmpty
    }

    /// Up to three episodes: the fullest first, then what differs from it; one that the manager did not see, and one of
    /// upkeep or help, come in if there are any.
    private func choose(_ happenings: [Happening]) -> [Happening] {
        var left = happenings.filter { ($0.teller.map { Excerpt.of($0.quote, words: Self.quoteWords) } ?? nil) != nil }
        var chosen: [Happening] = []
        while chosen.count < 3, let best = left.max(by: { worth($0, beside: chosen) < worth($1, beside: chosen) }) {
            chosen.append(best)
            left.removeAll { $0.id == best.id }
        }
        bring(in: left) { $0.workClass == .upkeep || $0.workClass == .enablement }
        bring(in: left) { [manager] in !Self.saw($0, manager) }
        return chosen.sorted { $0.last > $1.last }

        func bring(in left: [Happening], where wanted: (Happening) -> Bool) {
            guard chosen.count == 3, !chosen.contains(where: wanted), let missing = left.first(where: wanted) else {
                return
            }
            chosen[2] = missing
        }
    }

    private func worth(_ happening: Happening, beside chosen: [Happening]) -> Double {
        let unseen = Self.saw(happening, manager) ? 1 : 1.5
        let alike = chosen.contains { $0.workClass == happening.workClass } ? 0.7 : 1
        return happening.substance * unseen * alike
    }

    private static func saw(_ happening: Happening, _ manager: PersonID?) -> Bool {
        guard let manager else { return false }
        return happening.entries.contains { $0.voice.person == manager }
    }

    private func thanks(_ chosen: [Happening]) -> Sentence? {
        let worthy = chosen.filter { $0.heard.contains { $0.kind == .recognition } }
        guard let happening = worthy.max(by: { $0.substance < $1.substance }), let teller = happening.teller else {
            return nil
        }
        let others = happening.voices.count - 1
        let more = others > 0 ? " and \(Telling.count(others)) \(others == 1 ? "other" : "others")" : ""
        return Sentence(
            "Say thank you for what \(teller.voice.name)\(more) saw on \(DateWords.day(of: teller.moment)) in #\(teller.channelName).",
            sources: [teller.id],
            role: .claim
        )
    }

    private func edgeSentences(
        _ open: [LedgerEntry],
        check: CitationCheck,
        telling: Telling,
        used: Set<EntryID>
    ) -> [Sentence] {
        guard let edge else { return [] }
        let ladder = Sentence("\(edge.competency), next: \(edge.statement)", role: .ladder)
        let related = Happening.all(of: open).first { happening in
            happening.competencies.first == edge.competencyID && used.isDisjoint(with: happening.entries.map(\.id))
                && !Self.isBlocked(happening)
        }
        return [ladder] + check.supported([related.flatMap(telling.sentence)].compactMap(\.self))
    }

    private func silence(_ open: [LedgerEntry]) -> Sentence {
        guard let latest = open.map(\.moment).max() else {
            return Sentence(
                "Nothing has been heard about \(person.name)'s work yet. Ask what went unseen.",
                role: .note
            )
        }
        return Sentence(
            "Nothing new since \(DateWords.dayAndYear(CivilDate(microseconds: latest))). Ask what went unseen.",
            role: .note
        )
    }
}
