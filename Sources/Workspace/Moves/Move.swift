/// The key of a move: the person's id and the number of the move in their history, as in `p17.2`.
public struct MoveID: Identifier {
    /// The identifier as it is written everywhere.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
    /// The key of a person's move; the first has number 1.
    public init(_ person: PersonID, number: Int) { text = "\(person.text).\(number)" }
}

/// Where somebody stands on the ladder.
public struct Standing: Sendable, Hashable {
    /// Which of the two tracks.
    public let track: Track
    /// The number that both tracks share; nil where the people file does not say.
    public let level: Int?

    /// Joins track and level.
    public init(_ track: Track, _ level: Int?) {
        self.track = track
        self.level = level
    }

    /// Where a person stands today.
    public init(_ person: Person) { self.init(person.track, person.level) }
}

/// What sort of move.
public enum MoveKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// The next level of the own track.
    case levelUp
    /// The other track, at the same level and pay.
    case trackSwitch
    /// A change that a people file stated, of level, track or both.
    case stated
}

/// How far a move has come.
public enum MoveState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Proposed; nothing has changed yet.
    case proposed
    /// Decided, and in force from its day on.
    case granted
    /// Decided: not now; rules and a day say what comes next.
    case refused
    /// Taken back before a decision.
    case withdrawn
    /// In force because a people file says so.
    case stated

    /// True for a move that changed where somebody stands.
    public var isInForce: Bool { self == .granted || self == .stated }
}

/// One move of one person, as its history leaves it.
public struct Move: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: MoveID
    /// Who moves.
    public let person: PersonID
    /// What sort of move.
    public let kind: MoveKind
    /// Where the person stood.
    public let from: Standing
    /// Where the person stands afterwards.
    public let to: Standing
    /// How far it has come.
    public var state: MoveState
    /// When it was proposed or stated, microseconds since 1970 UTC.
    public let begun: Int64
    /// The first day in the new standing; nil until it is decided.
    public var day: CivilDate?
    /// The change of track that this one takes back; nil for any other move.
    public let returns: MoveID?
    /// The ladder that it was begun under, id, version and content.
    public let ladder: String

    /// Joins what is known of a move.
    public init(
        id: MoveID,
        person: PersonID,
        kind: MoveKind,
        from: Standing,
        to: Standing,
        state: MoveState = .proposed,
        begun: Int64,
        day: CivilDate? = nil,
        returns: MoveID? = nil,
        ladder: String
    ) {
        self.id = id
        self.person = person
        self.kind = kind
        self.from = from
        self.to = to
        self.state = state
        self.begun = begun
        self.day = day
        self.returns = returns
        self.ladder = ladder
    }

    /// True for a move that changed the track and is in force.
    public var changedTrack: Bool { state.isInForce && from.track != to.track }
}
