import Evidence
import Workspace
import Writing

/// Tells episodes for one reader, each once however often it is asked for.
struct TellingDesk {
    let check: CitationCheck
    private let reader: PrepReader
    private var teller: EpisodeTeller
    private var told: [EntryID: Sentence?] = [:]

    init(facts: PrepFacts, open: [LedgerEntry], reader: PrepReader, quoteWords: Int = PrepComposer.quoteWords) {
        self.init(facts.person.name, open: open, names: facts.names, reader: reader, quoteWords: quoteWords)
    }

    init(_ subject: String, open: [LedgerEntry], names: Set<String>, reader: PrepReader, quoteWords: Int) {
        check = CitationCheck(entries: open, subject: subject, names: names)
        teller = EpisodeTeller(subject: subject, quoteWords: quoteWords, names: names, check: check)
        self.reader = reader
    }

    /// One sentence; nil when nothing of it can be quoted or the check drops it.
    mutating func sentence(_ episode: Happening) -> Sentence? {
        guard let key = episode.entries.first?.id else { return nil }
        if let known = told[key] { return known }
        let sentence = teller.tell(episode).map { PrepText.sentence($0, for: reader) }
        told[key] = .some(sentence)
        return sentence
    }

    /// The first of some that can be told; a few are tried.
    mutating func first(of episodes: [Happening]) -> Sentence? {
        for episode in episodes.prefix(6) { if let sentence = sentence(episode) { return sentence } }
        return nil
    }
}
