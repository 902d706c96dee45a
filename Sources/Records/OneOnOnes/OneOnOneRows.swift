public import Evidence
public import Workspace

/// Two people whose 1:1 something belongs to.
public struct PairKey: Sendable, Hashable {
    /// Whom the 1:1 is about.
    public let person: PersonID
    /// Who leads it.
    public let manager: PersonID

    /// Joins the two.
    public init(person: PersonID, manager: PersonID) {
        self.person = person
        self.manager = manager
    }
}

/// A 1:1 that took place.
public struct OneOnOneRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// Whose.
    public let pair: PairKey
    /// When.
    public let day: CivilDate
    /// The episodes that were told.
    public let told: [EpisodeID]
    /// The competency of the growth edge, by id.
    public let edge: String?
    /// The questions that were proposed, by name.
    public let asked: [String]

    /// Joins its parts.
    public init(id: String, pair: PairKey, day: CivilDate, told: [EpisodeID], edge: String?, asked: [String]) {
        self.id = id
        self.pair = pair
        self.day = day
        self.told = told
        self.edge = edge
        self.asked = asked
    }
}

/// Something that two people agreed.
public struct ActionRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// Whose.
    public let pair: PairKey
    /// What was agreed.
    public let words: String
    /// Who does it.
    public let owner: PersonID
    /// When it was agreed.
    public let agreed: CivilDate
    /// By when.
    public let due: CivilDate?
    /// `open`, `done` or `dropped`.
    public let state: String
    /// When it was closed.
    public let closed: CivilDate?
    /// How often it was carried over.
    public let carried: Int

    /// Joins its parts.
    public init(
        id: String,
        pair: PairKey,
        words: String,
        owner: PersonID,
        agreed: CivilDate,
        due: CivilDate?,
        state: String,
        closed: CivilDate?,
        carried: Int
    ) {
        self.id = id
        self.pair = pair
        self.words = words
        self.owner = owner
        self.agreed = agreed
        self.due = due
        self.state = state
        self.closed = closed
        self.carried = carried
    }
}

/// A private note, opened for its author.
public struct NoteRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// Who wrote it.
    public let author: PersonID
    /// About whose 1:1.
    public let person: PersonID
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
    /// The words.
    public let words: String

    /// Joins its parts.
    public init(id: String, author: PersonID, person: PersonID, moment: Int64, words: String) {
        self.id = id
        self.author = author
        self.person = person
        self.moment = moment
        self.words = words
    }
}

/// A set weekday and hour.
public struct PlanRow: Sendable, Hashable {
    /// Whose.
    public let pair: PairKey
    /// 1 Monday to 7 Sunday.
    public let weekday: Int
    /// Minutes since midnight.
    public let minute: Int
    /// Every how many weeks.
    public let weeks: Int
    /// A day of one of these weeks.
    public let anchor: CivilDate
    /// The zone.
    public let zone: String

    /// Joins its parts.
    public init(pair: PairKey, weekday: Int, minute: Int, weeks: Int, anchor: CivilDate, zone: String) {
        self.pair = pair
        self.weekday = weekday
        self.minute = minute
        self.weeks = weeks
        self.anchor = anchor
        self.zone = zone
    }
}
