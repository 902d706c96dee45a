import Evidence
import Signals
import Workspace
import Writing

extension PrepComposer {
    /// Thanks by a colleague that nothing above tells; else a pointer to what is told above.
    func thanks(
        _ episodes: [Happening],
        shown: [Happening],
        _ worth: EpisodeWorth,
        _ told: inout TellingDesk
    ) -> (sentence: Sentence, episode: EpisodeID)? {
        let above = Set(shown.map(\.id))
        let others = episodes.filter { episode in
            !above.contains(episode.id)
                && episode.heard.contains { Self.isThanks($0) && $0.voice.person != facts.manager }
        }
        let ranked = others.map { (episode: $0, worth: worth.worth($0)) }.sorted {
            ($0.worth, $0.episode.last, $0.episode.id) > ($1.worth, $1.episode.last, $1.episode.id)
        }
        for (episode, _) in ranked.prefix(Self.thanksTried) {
            let heard = episode.heard.filter { Self.isThanks($0) && $0.voice.person != facts.manager }
            guard let words = Happening(heard), let sentence = told.sentence(words) else { continue }
            return (sentence, episode.id)
        }
        return pointer(shown, told).map { ($0.sentence, $0.episode) }
    }

    /// To thank somebody for what was no thanks is worse than to leave it out.
    private static func isThanks(_ entry: LedgerEntry) -> Bool {
        entry.kind == .recognition && entry.confidence >= thanksSure
    }

    /// How sure the reader must have been of thanks that are said aloud.
    static let thanksSure = 0.6
    /// How many thanks are tried before the page points to what stands above.
    static let thanksTried = 6

    private func pointer(
        _ shown: [Happening],
        _ told: TellingDesk
    ) -> (sentence: Sentence, episode: EpisodeID)? {
        let heard = shown.flatMap { episode in
            episode.heard.filter { Self.isThanks($0) && !told.isBareThanks($0) }.map { (episode: episode, entry: $0) }
        }
        let names = EpisodeWorth.names(of: facts.person.name)
        func full(_ entry: LedgerEntry) -> Double { EpisodeWorth.fullness(of: entry, names: names) }
        guard
            let best = heard.max(by: { (full($0.entry), $1.entry.id) < (full($1.entry), $0.entry.id) })
        else { return nil }
        let entry = best.entry
        let seen = "what \(entry.voice.name) saw on \(DateWords.day(of: entry.moment)) in #\(entry.channelName)"
        let named = Sentence("Say thank you for \(seen).", sources: [entry.id], role: .claim)
        guard told.check.verdict(of: named) == .supported else { return nil }
        let own = Sentence("Thanks are due to you for \(seen).", sources: [entry.id], role: .claim)
        return (reader == .manager ? named : own, best.episode.id)
    }
}
