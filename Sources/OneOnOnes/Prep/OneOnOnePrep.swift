public import Evidence
public import Workspace
public import Writing

/// Who reads a preparation; both read the same facts.
public enum PrepReader: String, Sendable, Hashable, CaseIterable {
    /// The person whom it is about, spoken to as “you”.
    case person
    /// The manager.
    case manager
}

/// What a 1:1 can start from: a few short blocks, one screen, the same facts for both sides.
///
/// Source: `docs/methods.md`, "1:1 preparation".
public struct OneOnOnePrep: Sendable, Hashable {
    /// Whom it is about.
    public let person: String
    /// Whose side it is.
    public let reader: PrepReader
    /// The first day that was looked at.
    public let since: CivilDate
    /// What happened, one to three episodes.
    public let recent: [Sentence]
    /// What is older than the last 1:1 and was told in none; empty where enough is new.
    public let earlier: [Sentence]
    /// Something to say thank you for, aloud; nil when there is nothing.
    public let thanks: Sentence?
    /// One growth edge: the ladder's words, what was last seen of it, a chance coming up.
    public let edge: [PrepLine]
    /// The competency of the edge, by id.
    public let edgeID: String?
    /// Where help is wanted; at most one thing.
    public let support: Sentence?
    /// What was agreed and is still open, carried over.
    public let actions: [AgreedAction]
    /// Three open questions of three kinds.
    public let questions: [PrepQuestion]
    /// What is missing, in plain words; nil when there is enough.
    public let note: Sentence?
    /// The episodes that are told, so that they are not news the next time.
    public let told: [EpisodeID]

    /// All sentences in reading order.
    public var sentences: [Sentence] {
        recent + earlier + [thanks, support].compactMap(\.self) + edge.map(\.sentence) + [note].compactMap(\.self)
            + questions.map { Sentence($0.text, role: .question) }
    }

    /// Words on the screen, what was agreed among them.
    public var wordCount: Int {
        sentences.reduce(0) { $0 + PrepText.wordCount($1.text) }
            + actions.reduce(0) { $0 + PrepText.wordCount($1.text) }
    }
}

/// A sentence behind a word or two that say what it is for.
public struct PrepLine: Sendable, Hashable {
    /// The words before it; empty where it needs none.
    public let label: String
    /// The sentence.
    public let sentence: Sentence

    /// Label and sentence as they are read.
    public var text: String { label.isEmpty ? sentence.text : "\(label): \(sentence.text)" }
}

/// One question with the name under which it is remembered.
public struct PrepQuestion: Sendable, Hashable {
    /// What it asks about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A piece of work.
        case work
        /// Where to grow.
        case growth
        /// What is in the way, the manager's own doing among it.
        case obstacle
    }

    /// Which of the three.
    public let kind: Kind
    /// Its name, the same whoever is asked.
    public let key: String
    /// The words.
    public let text: String
}

/// What a preparation is made from; everything in it may be seen by both sides, but for `support`, which is the reader's.
public struct PrepFacts: Sendable {
    /// Whom it is about.
    public var person: Person
    /// Who leads the 1:1; episodes that this person took part in are old news.
    public var manager: PersonID?
    /// Evidence about the person; what is not open to both is left out.
    public var entries: [LedgerEntry]
    /// Names of people, so that a name is known as one.
    public var names: Set<String> = []
    /// The growth edge, if one can be named.
    public var edge: GrowthEdge?
    /// Competencies of which nothing can be said yet, with what the ladder asks next in each; empty where it has no words.
    public var askAbout: [GrowthEdge] = []
    /// Now, microseconds since 1970 UTC.
    public var now: Int64
    /// Earlier 1:1s of the same two, in any order.
    public var kept: [KeptOneOnOne] = []
    /// What they agreed and is open.
    public var actions: [AgreedAction] = []
    /// A support signal in the reader's words, and the evidence behind it; nil where the reader can see none.
    public var support: (words: String, sources: [EntryID])?

    /// Joins what is always known.
    public init(person: Person, manager: PersonID?, entries: [LedgerEntry], now: Int64) {
        self.person = person
        self.manager = manager
        self.entries = entries
        self.now = now
    }

    /// The first day of which words can stand on the page: nothing older is looked at, so nothing older need be given.
    public var earliest: CivilDate {
        let edge = CivilDate(days: CivilDate(microseconds: now).days - PrepComposer.seenDays)
        return last.map { min($0.day, edge) } ?? edge
    }

    /// The last 1:1 before now.
    var last: KeptOneOnOne? {
        let today = CivilDate(microseconds: now)
        return kept.filter { $0.day <= today }.max { ($0.day, $0.id) < ($1.day, $1.id) }
    }
}
