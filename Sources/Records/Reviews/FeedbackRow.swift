public import Evidence
public import Workspace

/// A request for feedback as the record keeps it; what was asked and given is text that only the caller understands.
public struct FeedbackRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// Whose work.
    public let subject: PersonID
    /// Who is asked.
    public let colleague: PersonID
    /// Who asks.
    public let asker: PersonID
    /// Why this colleague, and what about.
    public let asked: String
    /// When it was sent, microseconds since 1970 UTC.
    public let sent: Int64
    /// The last moment for an answer, microseconds since 1970 UTC.
    public let expires: Int64
    /// `asked`, `given`, `declined` or `withdrawn`; nil while there is no answer.
    public let stage: String?
    /// What was given; nil where nothing, or where it was taken back.
    public let given: String?
    /// When it was last written, microseconds since 1970 UTC.
    public let answered: Int64?
    /// The first day on which it is shown; nil for at once.
    public let heldUntil: CivilDate?
    /// The evidence that it became.
    public let entry: EntryID?
}

/// What a colleague puts into the record about a request.
public struct FeedbackSave: Sendable, Hashable {
    /// `asked`, `given`, `declined` or `withdrawn`.
    public var stage: String
    /// What was given; nil where nothing is kept.
    public var given: String?
    /// True where it becomes evidence once it is shown.
    public var isEvidence: Bool
    /// The first day on which it is shown; nil for at once.
    public var heldUntil: CivilDate?

    /// Joins what was given and the giver's choices.
    public init(stage: String, given: String?, isEvidence: Bool, heldUntil: CivilDate?) {
        self.stage = stage
        self.given = given
        self.isEvidence = isEvidence
        self.heldUntil = heldUntil
    }
}
