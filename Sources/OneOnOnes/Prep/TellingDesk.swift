import Evidence
import Workspace
import Writing

/// Tells episodes for one reader, each once however often it is asked for.
struct TellingDesk {
    let check: CitationCheck
    private let reader: PrepReader
    private var teller: EpisodeTeller
    private var told: [EntryID: Sentence?] = [:]
    /// What cannot be cut into a sentence is quoted whole; nil where only sentences are wanted.
    private let whole: WholeQuote?

    /// How sure the reader must have been of words that are quoted whole, with a verb that claims nothing.
    static let heardEnough = 0.4

    init(facts: PrepFacts, open: [LedgerEntry], reader: PrepReader, quoteWords: Int = PrepComposer.quoteWords) {
        self.init(
            facts.person.name,
            open: open,
            names: facts.names,
            reader: reader,
            quoteWords: quoteWords,
            whole: WholeQuote(subject: facts.person.name, names: facts.names)
        )
    }

    init(
        _ subject: String,
        open: [LedgerEntry],
        names: Set<String>,
        reader: PrepReader,
        quoteWords: Int,
        whole: WholeQuote? = nil
    ) {
        check = CitationCheck(entries: open, subject: subject, names: names)
        teller = EpisodeTeller(subject: subject, quoteWords: quoteWords, names: names, check: check)
        self.reader = reader
        self.whole = whole
    }

    /// One sentence; nil when nothing of it can be quoted or the check drops it.
    mutating func sentence(_ episode: Happening) -> Sentence? {
        guard let key = episode.entries.first?.id else { return nil }
        if let known = told[key] { return known }
        let sentence = best(episode)
        told[key] = .some(sentence)
        return sentence
    }

    /// True for thanks that say neither what they are for nor what came of it.
    func isBareThanks(_ entry: LedgerEntry) -> Bool { teller.isBareThanks(entry) }

    /// The first of some that can be told; a few are tried.
    mutating func first(of episodes: [Happening]) -> Sentence? {
        for episode in episodes.prefix(6) { if let sentence = sentence(episode) { return sentence } }
        return nil
    }

    /// A sentence with something in it; where the cut lost what mattered, the words as they stand.
    private mutating func best(_ episode: Happening) -> Sentence? {
        guard let whole else { return cut(episode) }
        guard let cut = cut(episode) else { return quoted(episode) }
        let matter = whole.matter(in: cut)
        if matter < Self.enoughMatter, let quoted = quoted(episode) { return quoted }
        return matter < Self.leastMatter ? nil : cut
    }

    /// A cut with fewer words of matter than this makes room for the words as they stand; with fewer than the other for nothing.
    private static let (enoughMatter, leastMatter) = (4, 2)

    private mutating func cut(_ episode: Happening) -> Sentence? {
        let clear = episode.entries.filter { $0.confidence >= Happening.clearEnough }
        let known = clear.count == episode.entries.count ? episode : Happening(clear)
        return known.flatMap { teller.tell($0) }.map { PrepText.sentence($0, for: reader) }
    }

    private func quoted(_ episode: Happening) -> Sentence? {
        guard let left = Happening(episode.entries.filter { !teller.isBareThanks($0) }),
            let found = whole?.sentence(left), check.verdict(of: found.named) == .supported
        else { return nil }
        return reader == .manager ? found.named : found.toPerson
    }
}
