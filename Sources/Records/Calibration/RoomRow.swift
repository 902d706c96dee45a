public import Workspace

/// A calibration room as the record keeps it: a name, a period, and whether it is still open.
public struct RoomRow: Sendable, Hashable {
    /// The name, one a cycle.
    public let name: String
    /// When it was opened, microseconds since 1970 UTC.
    public let opened: Int64
    /// The first day that the drafts are about.
    public let from: CivilDate
    /// The last day.
    public let to: CivilDate
    /// When it was closed and its drafts were deleted; nil while it is open.
    public let closed: Int64?

    /// Joins what is kept.
    public init(name: String, opened: Int64, from: CivilDate, to: CivilDate, closed: Int64? = nil) {
        self.name = name
        self.opened = opened
        self.from = from
        self.to = to
        self.closed = closed
    }
}

/// What a room said of a cue.
public struct RoomAnswer: Sendable, Hashable {
    /// Which room.
    public let room: String
    /// Which cue.
    public let cue: String
    /// Its family, as `CueFamily` writes it.
    public let family: String
    /// `explained` or `acted`.
    public let outcome: String
    /// The sentence; nil where no key was given.
    public let words: String?
    /// Who answered.
    public let actor: String
    /// When, microseconds since 1970 UTC.
    public let moment: Int64

    /// Joins what is kept.
    public init(
        room: String,
        cue: String,
        family: String,
        outcome: String,
        words: String?,
        actor: String,
        moment: Int64
    ) {
        self.room = room
        self.cue = cue
        self.family = family
        self.outcome = outcome
        self.words = words
        self.actor = actor
        self.moment = moment
    }
}
