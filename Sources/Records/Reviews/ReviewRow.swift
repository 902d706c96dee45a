public import Evidence
public import Workspace

/// A review as the record keeps it, without its words.
public struct ReviewRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// `review` or `self-review`.
    public let sort: String
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
    /// `writing`, `shared`, `acknowledged` or `sealed`.
    public var state: String
    /// When it was shared, microseconds since 1970 UTC.
    public var sharedAt: Int64?
    /// When it was acknowledged, microseconds since 1970 UTC.
    public var acknowledgedAt: Int64?
    /// When it was sealed, microseconds since 1970 UTC.
    public var sealedAt: Int64?

    /// Joins what is kept.
    public init(
        id: String,
        sort: String,
        person: PersonID,
        author: PersonID,
        from: CivilDate,
        to: CivilDate,
        version: Int = 1,
        state: String = "writing",
        sharedAt: Int64? = nil,
        acknowledgedAt: Int64? = nil,
        sealedAt: Int64? = nil
    ) {
        self.id = id
        self.sort = sort
        self.person = person
        self.author = author
        self.from = from
        self.to = to
        self.version = version
        self.state = state
        self.sharedAt = sharedAt
        self.acknowledgedAt = acknowledgedAt
        self.sealedAt = sealedAt
    }
}

/// A stretch of a line's words, and the evidence that they go with.
public struct WordsRow: Sendable, Hashable {
    /// The words; nil when they were taken back.
    public let text: String?
    /// The evidence that they go with.
    public let entry: EntryID?
    /// True where they are that evidence's own words.
    public let isQuoted: Bool

    /// Joins words and evidence.
    public init(text: String?, entry: EntryID?, isQuoted: Bool) {
        self.text = text
        self.entry = entry
        self.isQuoted = isQuoted
    }
}

/// One version of a review: when it was saved, by whom, and what was done.
public struct ReviewVersionRow: Sendable, Hashable {
    /// The number, from 1.
    public let version: Int
    /// When, microseconds since 1970 UTC.
    public let saved: Int64
    /// Who.
    public let actor: String
    /// What was done, such as `saved` or `shared`.
    public let act: String
    /// How far the review had come then.
    public let state: String
}

/// What a save puts into the record.
public struct ReviewSave: Sendable {
    /// The review as it is from now on; its version counts up by one.
    public var row: ReviewRow
    /// What stands where, in a form that only the caller understands.
    public var layout: String
    /// Words by line; a line's words never change, so lines that are known are left as they are.
    public var words: [Int: [WordsRow]]
    /// Who saves.
    public var actor: String
    /// What was done, such as `saved` or `shared`.
    public var act: String
    /// Hashes of the forms that are sealed now, by form; empty unless it is being sealed.
    public var hashes: [String: String]

    /// Joins what a save needs.
    public init(
        row: ReviewRow,
        layout: String,
        words: [Int: [WordsRow]],
        actor: String,
        act: String,
        hashes: [String: String] = [:]
    ) {
        self.row = row
        self.layout = layout
        self.words = words
        self.actor = actor
        self.act = act
        self.hashes = hashes
    }
}

/// Why the record does not take a review.
public enum ReviewRecordError: Error, Sendable, Hashable {
    /// There is none under this id.
    case noSuchReview(String)
    /// Another version was saved meanwhile: which one is kept, and who saved it.
    case changed(kept: Int, by: String)
    /// Another one of this sort about this person is still being written.
    case alreadyOpen(String)
    /// The colleague was asked twice within seven days.
    case askedEnough(PersonID)
    /// The request is not open to this colleague.
    case notOpen(String)
}
