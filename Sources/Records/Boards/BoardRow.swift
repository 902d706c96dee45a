public import Workspace

/// A board as it is kept.
public struct BoardRow: Sendable, Hashable {
    /// The key, which ends its address.
    public let id: String
    /// What it is called.
    public let name: String
    /// What stands beside each case, as the board chose.
    public let columns: [String]
    /// The first day of the evidence that is looked at.
    public let from: CivilDate
    /// The last.
    public let to: CivilDate
    /// When it was convened, microseconds since 1970 UTC.
    public let convened: Int64
    /// Who convened it; nil for the console.
    public let convener: PersonID?
    /// Who sits on it.
    public let seats: [PersonID]
    /// Whose cases are before it.
    public let cases: [PersonID]
    /// When the record was locked; nil while it is open.
    public let locked: Int64?
    /// The digest of the locked record.
    public let seal: String?

    /// Joins its parts.
    public init(
        id: String,
        name: String,
        columns: [String],
        from: CivilDate,
        to: CivilDate,
        convened: Int64,
        convener: PersonID?,
        seats: [PersonID],
        cases: [PersonID],
        locked: Int64? = nil,
        seal: String? = nil
    ) {
        self.id = id
        self.name = name
        self.columns = columns
        self.from = from
        self.to = to
        self.convened = convened
        self.convener = convener
        self.seats = seats
        self.cases = cases
        self.locked = locked
        self.seal = seal
    }
}

/// Something said about a case: a vote, a note, a decision.
public struct BoardWord: Sendable, Hashable {
    /// What sort it is.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// A vote before the talk.
        case vote
        /// A note of the talk.
        case note
        /// What the board decided.
        case decision
    }

    /// Whose case.
    public let person: PersonID
    /// What sort it is.
    public let sort: Sort
    /// The vote or the outcome; empty for a note.
    public let choice: String
    /// The sentence.
    public let words: String
    /// Who said it.
    public let author: PersonID
    /// When, microseconds since 1970 UTC.
    public let moment: Int64

    /// Joins its parts.
    public init(
        person: PersonID,
        sort: Sort,
        choice: String = "",
        words: String,
        author: PersonID,
        moment: Int64
    ) {
        self.person = person
        self.sort = sort
        self.choice = choice
        self.words = words
        self.author = author
        self.moment = moment
    }
}
