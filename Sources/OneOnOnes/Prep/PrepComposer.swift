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

    /// How many days back it reaches when no last 1:1 is known, one after the other until there is enough to tell.
    public static let reaches = [14, 28, 56, 91]
    /// How many days back something can lie that was never talked about.
    static let earlierDays = 91
    /// How many days back words about the edge can lie.
    static let seenDays = 182
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
        let earliest = facts.earliest.microseconds
        let open = facts.entries.filter {
            $0.moment >= earliest && $0.moment <= facts.now && $0.state.isOpen
                && $0.confidence >= TellingDesk.heardEnough
        }
        let episodes = Happening.all(of: open.filter { $0.moment >= back(Self.earlierDays).microseconds })
        var told = TellingDesk(facts: facts, open: open, reader: reader)
        let known = Set(facts.kept.flatMap(\.told))
        let worth = EpisodeWorth(manager: facts.manager, told: known, subject: facts.person.name)
        let (since, chosen) = recent(episodes, of: open, worth, &told)
        let earlier = facts.last == nil ? [] : earlier(episodes, before: since, known, worth, chosen.count, &told)
        let shown = chosen + earlier
        let blocked = Self.since(since, episodes).first(where: Self.isBlocked).flatMap { told.sentence($0) }
        let support = facts.support.map { Sentence($0.words, sources: $0.sources, role: .note) } ?? blocked
        let used = Set(shown.compactMap { told.sentence($0) }.flatMap(\.sources))
        let edge = edge(open.filter { $0.confidence >= Happening.clearEnough }, &told, used: used)
        let seen = Set(edge.lines.flatMap(\.sentence.sources))
        let untold = episodes.filter { episode in
            !known.contains(episode.id) && seen.isDisjoint(with: episode.entries.map(\.id))
        }
        let thanks = thanks(untold, shown: shown, worth, &told)
        let questions = PrepQuestions(facts: facts, since: since, hasChance: edge.hasChance).three(
            about: shown,
            isBlocked: support != nil
        )
        return fitted(
            OneOnOnePrep(
                person: facts.person.name,
                reader: reader,
                since: since,
                recent: chosen.compactMap { told.sentence($0) },
                earlier: earlier.compactMap { told.sentence($0) },
                thanks: thanks?.sentence,
                edge: edge.lines,
                edgeID: facts.edge?.competencyID,
                support: support,
                actions: Array(facts.actions.sorted(by: AgreedAction.isSooner).prefix(Self.actionLimit)),
                questions: questions,
                note: chosen.isEmpty ? silence(since, isTrue: Self.since(since, episodes).isEmpty) : nil,
                told: (shown.map(\.id) + [thanks?.episode].compactMap(\.self)).uniqued
            )
        )
    }

    func back(_ days: Int) -> CivilDate {
        CivilDate(days: CivilDate(microseconds: facts.now).days - days)
    }

    private static func since(_ day: CivilDate, _ episodes: [Happening]) -> [Happening] {
        episodes.filter { $0.last >= day.microseconds }
    }

    /// What is new since the last 1:1; where none was noted, the shortest reach that gives most to tell.
    private func recent(
        _ episodes: [Happening],
        of open: [LedgerEntry],
        _ worth: EpisodeWorth,
        _ told: inout TellingDesk
    ) -> (since: CivilDate, episodes: [Happening]) {
        if let last = facts.last {
            // What was said about an older episode since then is news of it; what was said before is not.
            let fresh = Happening.all(of: open.filter { $0.moment >= last.day.microseconds })
            return (last.day, worth.choose(fresh.filter { !Self.isBlocked($0) }) { told.sentence($0) != nil })
        }
        var best: (since: CivilDate, episodes: [Happening])?
        for days in Self.reaches {
            let day = back(days)
            let fresh = Self.since(day, episodes).filter { !Self.isBlocked($0) }
            let found = worth.choose(fresh) { told.sentence($0) != nil }
            if best.map({ found.count > $0.episodes.count }) ?? true { best = (day, found) }
            if found.count == EpisodeWorth.most { break }
        }
        guard let best, !best.episodes.isEmpty else { return (back(Self.earlierDays), []) }
        return best
    }

    /// What is older than the last 1:1 and was told in none, to fill the page where little is new.
    private func earlier(
        _ episodes: [Happening],
        before since: CivilDate,
        _ known: Set<EpisodeID>,
        _ worth: EpisodeWorth,
        _ count: Int,
        _ told: inout TellingDesk
    ) -> [Happening] {
        guard count < EpisodeWorth.most else { return [] }
        let old = episodes.filter {
            $0.last < since.microseconds && !known.contains($0.id) && !Self.isBlocked($0)
        }
        return Array(
            worth.choose(old) { told.sentence($0) != nil }.prefix(EpisodeWorth.most - count)
        )
    }

    /// What happened lately alone, for a card.
    public func recent(_ count: Int) -> [Sentence] { Array(compose().recent.prefix(count)) }

    /// Words of one's own about what stands in the way, and nobody's answer.
    static func isBlocked(_ episode: Happening) -> Bool {
        episode.own.contains { $0.kind == .blocked } && episode.heard.isEmpty
    }

    /// Nothing was said, or nothing of it fits into a sentence; the two are not the same.
    private func silence(_ since: CivilDate, isTrue: Bool) -> Sentence {
        let isThisYear = since.parts.year == CivilDate(microseconds: facts.now).parts.year
        let day = isThisYear ? DateWords.day(since) : DateWords.dayAndYear(since)
        let ask = reader == .manager ? "Ask what went unseen." : "Say what went unseen."
        let found =
            isTrue
            ? "No items since \(day)." : "What was said since \(day) stands on the page; none of it fits in a sentence."
        return Sentence("\(found) \(ask)", role: .note)
    }
}

extension [EpisodeID] {
    /// Each once, in order.
    fileprivate var uniqued: [EpisodeID] {
        var seen: Set<EpisodeID> = []
        return filter { seen.insert($0).inserted }
    }
}
