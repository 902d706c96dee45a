public import Evidence
public import Workspace

/// One person's draft rating, as the company brought it; Crosstie makes none.
public struct RoomDraft: Sendable, Hashable, Codable {
    /// Who is rated.
    public var person: PersonID
    /// Who wrote the draft.
    public var rater: PersonID
    /// The draft, 1 to 5.
    public var rating: Double
    /// Ratings of the same person by others.
    public var seconds: [SecondRating]
    /// Ratings by competency, 1 to 5.
    public var competencies: [String: Double]
    /// Entries that the text cites.
    public var cited: [EntryID]
    /// The text; nil where none was brought.
    public var text: String?
    /// The rating at the end of the last cycle.
    public var last: Double?

    /// Joins what was brought.
    public init(
        person: PersonID,
        rater: PersonID,
        rating: Double,
        seconds: [SecondRating] = [],
        competencies: [String: Double] = [:],
        cited: [EntryID] = [],
        text: String? = nil,
        last: Double? = nil
    ) {
        self.person = person
        self.rater = rater
        self.rating = rating
        self.seconds = seconds
        self.competencies = competencies
        self.cited = cited
        self.text = text
        self.last = last
    }
}

/// What somebody else would have given the same person.
public struct SecondRating: Sendable, Hashable, Codable {
    /// Who.
    public var rater: PersonID
    /// What, 1 to 5.
    public var rating: Double

    /// Joins both.
    public init(rater: PersonID, rating: Double) {
        self.rater = rater
        self.rating = rating
    }
}

/// Somebody whose draft is in the room, with what is known besides it.
public struct RoomPerson: Sendable, Hashable {
    /// The person.
    public var person: Person
    /// What the evidence says now; nil where no level is known.
    public var evidence: EvidenceProfile?
    /// What it said at the end of the last cycle.
    public var lastEvidence: EvidenceProfile?
    /// How far the work reaches, 1 to 5, as the people file says.
    public var scope: Double?

    /// Joins what is known.
    public init(
        _ person: Person,
        evidence: EvidenceProfile? = nil,
        lastEvidence: EvidenceProfile? = nil,
        scope: Double? = nil
    ) {
        self.person = person
        self.evidence = evidence
        self.lastEvidence = lastEvidence
        self.scope = scope
    }
}
