public import Evidence
public import Workspace
public import Writing

/// The key of a review: the person's id and the review's number.
public struct ReviewID: Identifier {
    /// The identifier, such as `ana.v3`.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
    /// The key of a person's review by its number, from 1.
    public init(_ person: PersonID, number: Int) { text = "\(person.text).v\(number)" }
}

/// Who writes about whom.
public enum ReviewSort: String, Sendable, Hashable, CaseIterable, Codable {
    /// The manager about the person.
    case review
    /// The person about the own work; private until they share it.
    case selfReview = "self-review"
}

/// How far a review has come.
///
/// Source: `docs/methods.md`, "The life of a review".
public enum ReviewState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Its author works on it; nobody else opens it.
    case writing
    /// The other side can read it.
    case shared
    /// The other side has read it, and may have said something about it.
    case acknowledged
    /// Kept for good, with a hash over its text.
    case sealed
}

/// A review as it stands in one version: what it says, what was chosen for it, and how far it has come.
public struct Review: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: ReviewID
    /// Who writes about whom.
    public let sort: ReviewSort
    /// Whom it is about.
    public let person: PersonID
    /// Who writes it.
    public let author: PersonID
    /// The first day of the period.
    public let from: CivilDate
    /// The last day of the period.
    public let to: CivilDate
    /// How often it was saved, from 1.
    public var version: Int
    /// How far it has come.
    public var state: ReviewState
    /// What it says, in reading order.
    public var blocks: [ReviewBlock]
    /// What its author decided about single pieces of evidence.
    public var choices: [EntryID: EvidenceChoice]
    /// What the reader wrote when acknowledging it; nil where nothing.
    public var comment: ReviewLine?
    /// When it was shared, microseconds since 1970 UTC.
    public var sharedAt: Int64?
    /// When it was acknowledged, microseconds since 1970 UTC.
    public var acknowledgedAt: Int64?
    /// When it was sealed, microseconds since 1970 UTC.
    public var sealedAt: Int64?
    /// What is fixed besides the sentences; nil until it is sealed.
    public var frame: SealedFrame?
    /// Keys of composed sentences that the author took out, so that they stay out.
    public var takenOut: Set<String>
    /// The number that the next new line gets.
    public var nextLine: Int

    /// Begins a review; it has no words yet.
    public init(
        id: ReviewID,
        sort: ReviewSort,
        person: PersonID,
        author: PersonID,
        from: CivilDate,
        to: CivilDate
    ) {
        self.id = id
        self.sort = sort
        self.person = person
        self.author = author
        self.from = from
        self.to = to
        version = 1
        state = .writing
        blocks = []
        choices = [:]
        takenOut = []
        nextLine = 1
    }

    /// The one who reads it: the person, or the manager for a self review.
    public func reader(manager: PersonID?) -> PersonID? { sort == .review ? person : manager }

    /// All lines in reading order.
    public var lines: [ReviewLine] { blocks.flatMap(\.lines) }

    /// The line of a number; nil when there is none.
    public func line(_ id: Int) -> ReviewLine? { lines.first { $0.id == id } }

    /// The evidence in the order in which it is first cited; a citation's number is its place here, from 1.
    public var cited: [EntryID] {
        var seen: Set<EntryID> = []
        return lines.flatMap(\.sources).filter { seen.insert($0).inserted }
    }
}

/// One part of a review under a heading of its own.
public struct ReviewBlock: Sendable, Hashable, Identifiable {
    /// The key within the review, such as `summary` or a competency's id.
    public let id: String
    /// The heading.
    public let title: String
    /// What stands in it; empty where there is not enough evidence.
    public var lines: [ReviewLine]

    /// Joins heading and lines.
    public init(id: String, title: String, lines: [ReviewLine] = []) {
        self.id = id
        self.title = title
        self.lines = lines
    }

    /// True where a hand has to have been at work before the review is shared: the block claims something.
    public var needsHand: Bool { lines.contains { $0.role == .claim } }

    /// True where the author wrote or changed at least one sentence.
    public var hasHand: Bool { lines.contains { $0.hand == .author } }
}

/// One sentence of a review, with what it rests on.
public struct ReviewLine: Sendable, Hashable, Identifiable {
    /// The number within the review; a changed sentence gets a new one.
    public let id: Int
    /// What the composer calls it: the same for the same evidence, also after an edit.
    public let key: String
    /// Its words in parts, so that what somebody said can go when it is taken back.
    public var parts: [WordPart]
    /// The evidence behind it, in the order in which it is used.
    public var sources: [EntryID]
    /// What sort of sentence it is.
    public var role: Sentence.Role
    /// Who put it into words.
    public var hand: Hand

    /// Joins the parts of a line.
    public init(
        id: Int,
        key: String,
        parts: [WordPart],
        sources: [EntryID],
        role: Sentence.Role,
        hand: Hand
    ) {
        self.id = id
        self.key = key
        self.parts = parts
        self.sources = sources
        self.role = role
        self.hand = hand
    }

    /// Who put a sentence into words.
    public enum Hand: String, Sendable, Hashable, Codable {
        /// The program, from evidence.
        case composed
        /// The author.
        case author
        /// A model, from the program's sentence; the author took its wording.
        case reworded
    }

    /// The whole text; words that were taken back stand as `[…]`.
    public var text: String { WordPart.joined(parts) }

    /// True where words of it were taken back.
    public var lacksWords: Bool { parts.contains { $0.text == nil } }

    /// The line as the check takes it.
    public var sentence: Sentence { Sentence(text, sources: sources, role: role) }
}

/// What a review's author decided about a piece of evidence.
public struct EvidenceChoice: Sendable, Hashable {
    /// Whether it is told; nil where only a note was made.
    public var verdict: Verdict?
    /// What the author adds to it; stands in the text behind the sentence that tells it.
    public var note: ReviewLine?

    /// Joins verdict and note.
    public init(verdict: Verdict? = nil, note: ReviewLine? = nil) {
        self.verdict = verdict
        self.note = note
    }

    /// Whether a piece of evidence is told.
    public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
        /// It has to be told.
        case keep
        /// It is left out.
        case drop
    }

    /// True where nothing was decided.
    public var isEmpty: Bool { verdict == nil && note == nil }
}
