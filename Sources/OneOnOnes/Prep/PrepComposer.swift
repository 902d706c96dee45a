import Evidence
import Signals
import Workspace
public import Writing

/// Composes a preparation from evidence that both sides can open, every claim checked against its source.
///
/// Source: `docs/methods.md`, "1:1 preparation". No clock and no chance: the same facts give the same page.
public struct PrepComposer: Sendable {
    /// What is known.
    public let facts: PrepFacts
    /// For whom it is written.
    public let reader: PrepReader

    /// How many days back it reaches when no last 1:1 is known.
    public static let days = 14
    /// The most words of the page.
    public static let longest = 300
    /// The most words of a quote.
    static let quoteWords = 20
    /// How many days back work can lie that was taken on and is a chance now.
    static let chanceDays = 42
    /// The most actions that are carried onto the page; the others are counted.
    static let actionLimit = 6

    /// Joins facts and reader.
    public init(_ facts: PrepFacts, for reader: PrepReader) {
        self.facts = facts
        self.reader = reader
    }

    /// The preparation.
    public func compose() -> OneOnOnePrep {
        let open = facts.entries.filter {
            $0.state.isOpen && $0.moment <= facts.now && $0.confidence >= Happening.clearEnough
        }
        let since = facts.since
        let fresh = Happening.all(of: open.filter { $0.moment >= since.microseconds })
        var told = TellingDesk(facts: facts, open: open, reader: reader)
        let worth = EpisodeWorth(manager: facts.manager, told: Set(facts.kept.flatMap(\.told)))
        let chosen = worth.choose(fresh.filter { !Self.isBlocked($0) }) { told.sentence($0) != nil }
        let recent = chosen.compactMap { told.sentence($0) }
        let blocked = fresh.first(where: Self.isBlocked).flatMap { told.sentence($0) }
        let support = facts.support.map { Sentence($0.words, sources: $0.sources, role: .note) } ?? blocked
        let edge = edge(open, &told, used: Set(recent.flatMap(\.sources)))
        let questions = PrepQuestions(facts: facts, hasChance: edge.hasChance).three(
            about: chosen,
            isBlocked: support != nil
        )
        return fitted(
            OneOnOnePrep(
                person: facts.person.name,
                reader: reader,
                since: since,
                recent: recent,
                thanks: thanks(chosen, told),
                edge: edge.lines,
                edgeID: facts.edge?.competencyID,
                support: support,
                actions: Array(facts.actions.sorted(by: AgreedAction.isSooner).prefix(Self.actionLimit)),
                questions: questions,
                note: recent.isEmpty ? silence(since) : nil,
                told: chosen.map(\.id)
            )
        )
    }

    /// What happened lately alone, for a card.
    public func recent(_ count: Int) -> [Sentence] { Array(compose().recent.prefix(count)) }

    /// Words of one's own about what stands in the way, and nobody's answer.
    private static func isBlocked(_ episode: Happening) -> Bool {
        episode.own.contains { $0.kind == .blocked } && episode.heard.isEmpty
    }

    private func thanks(_ chosen: [Happening], _ told: TellingDesk) -> Sentence? {
        let heard = chosen.flatMap { episode in
            episode.heard.filter { $0.kind == .recognition }.map { (episode: episode, entry: $0) }
        }
        guard
            let best = heard.max(by: {
                (EpisodeWorth.fullness(of: $0.entry), $1.entry.id) < (EpisodeWorth.fullness(of: $1.entry), $0.entry.id)
            })
        else { return nil }
        let entry = best.entry
        let seen = "what \(entry.voice.name) saw on \(DateWords.day(of: entry.moment)) in #\(entry.channelName)"
        let named = Sentence("Say thank you for \(seen).", sources: [entry.id], role: .claim)
        guard told.check.verdict(of: named) == .supported else { return nil }
        return reader == .manager
            ? named : Sentence("Thanks are due to you for \(seen).", sources: [entry.id], role: .claim)
    }

    private func edge(
        _ open: [LedgerEntry],
        _ told: inout TellingDesk,
        used: Set<EntryID>
    ) -> (lines: [PrepLine], hasChance: Bool) {
        guard let edge = facts.edge else { return ([], false) }
        let named = facts.kept.filter { $0.edge == edge.competencyID }.max { $0.day < $1.day }
        let before = named.map { " (named on \(DateWords.day($0.day)))" } ?? ""
        let ladder = Sentence("\(edge.competency), next: \(edge.statement)\(before)", role: .ladder)
        var lines = [PrepLine(label: "", sentence: ladder)]
        let related = Self.latest(open.filter { $0.competencies.first?.competency == edge.competencyID })
        let unused = related.filter { used.isDisjoint(with: $0.entries.map(\.id)) && !Self.isBlocked($0) }
        if let seen = told.first(of: unused) {
            lines.append(PrepLine(label: Self.seen, sentence: seen))
        } else if let named, !related.contains(where: { $0.last >= named.day.microseconds }) {
            let words = "Nothing was seen of it here since then, which says nothing about the work."
            lines.append(PrepLine(label: "", sentence: Sentence(words, role: .note)))
        }
        let taken = used.union(lines.flatMap(\.sentence.sources))
        guard let chance = chance(open, &told, used: taken) else { return (lines, false) }
        return (lines + [PrepLine(label: Self.chance, sentence: chance)], true)
    }

    /// What stands before words about the edge.
    static let seen = "Last seen"
    /// What stands before work that the edge could be tried on.
    static let chance = "A chance coming up"

    /// The latest episodes; of years of evidence, the newest are enough.
    private static func latest(_ entries: [LedgerEntry]) -> [Happening] {
        let newest = entries.indices.sorted { entries[$0].moment > entries[$1].moment }.prefix(40)
        let episodes = Set(newest.map { entries[$0].episode })
        return Happening.all(of: entries.filter { episodes.contains($0.episode) })
    }

    /// Work that the person took on and nobody reported done; else something agreed that is still ahead.
    private func chance(_ open: [LedgerEntry], _ told: inout TellingDesk, used: Set<EntryID>) -> Sentence? {
        let from = facts.now - Int64(Self.chanceDays) * 86_400_000_000
        let taken = Set(open.lazy.filter { $0.kind == .ownership && $0.moment >= from }.map(\.episode))
        let ahead = Happening.all(of: open.filter { taken.contains($0.episode) }).filter { episode in
            used.isDisjoint(with: episode.entries.map(\.id)) && episode.heard.isEmpty
                && !episode.own.contains { $0.kind == .delivery }
        }
        // The words that take it on, whatever else was said around them.
        let promises = ahead.compactMap { episode in
            Happening(episode.own.filter { $0.kind == .ownership && $0.moment >= from }.suffix(1))
        }
        if let work = told.first(of: promises) { return work }
        let today = CivilDate(microseconds: facts.now)
        let own = facts.actions.filter { $0.owner == facts.person.id && $0.due.map { $0 >= today } ?? true }
        return own.min(by: AgreedAction.isSooner).map { Sentence("What was agreed, “\($0.text)”.", role: .note) }
    }

    private func silence(_ since: CivilDate) -> Sentence {
        let isThisYear = since.parts.year == CivilDate(microseconds: facts.now).parts.year
        let day = isThisYear ? DateWords.day(since) : DateWords.dayAndYear(since)
        let ask = reader == .manager ? "Ask what went unseen." : "Say what went unseen."
        return Sentence("No items since \(day). \(ask)", role: .note)
    }

    /// On one screen: what matters least goes first.
    private func fitted(_ prep: OneOnOnePrep) -> OneOnOnePrep {
        var prep = prep
        var cuts: [(inout OneOnOnePrep) -> Void] = [
            { $0 = $0.with(edge: $0.edge.filter { $0.label != PrepComposer.seen }) },
            { $0 = $0.with(recent: Array($0.recent.prefix(2))) },
            { $0 = $0.with(actions: Array($0.actions.prefix(3))) },
            { $0 = $0.with(edge: Array($0.edge.prefix(1))) },
            { $0 = $0.with(recent: Array($0.recent.prefix(1))) },
            { $0 = $0.with(actions: Array($0.actions.prefix(1))) },
            { $0 = $0.with(recent: []) },
            { $0 = $0.with(actions: []) },
        ]
        while prep.wordCount > Self.longest, !cuts.isEmpty { cuts.removeFirst()(&prep) }
        return prep
    }
}

extension OneOnOnePrep {
    fileprivate func with(
        recent: [Sentence]? = nil,
        edge: [PrepLine]? = nil,
        actions: [AgreedAction]? = nil
    ) -> OneOnOnePrep {
        OneOnOnePrep(
            person: person,
            reader: reader,
            since: since,
            recent: recent ?? self.recent,
            thanks: thanks,
            edge: edge ?? self.edge,
            edgeID: edgeID,
            support: support,
            actions: actions ?? self.actions,
            questions: questions,
            note: note,
            told: told
        )
    }
}
