public import Workspace

/// A place on the ladder.
public struct AuditSeat: Sendable, Hashable {
    /// Which of the two paths.
    public let track: Track
    /// The level.
    public let level: Int

    /// Joins both.
    public init(track: Track, level: Int) {
        self.track = track
        self.level = level
    }
}

/// A move that was decided.
public struct AuditMove: Sendable, Hashable {
    /// What kind of move.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// To the next level of the same track.
        case levelUp
        /// To the other track at the same level.
        case trackSwitch
    }

    /// Who moved, or asked to.
    public var person: PersonID
    /// What kind of move.
    public var kind: Kind
    /// From where.
    public var from: AuditSeat
    /// To where.
    public var to: AuditSeat
    /// When the case was opened or the rules were met; nil where it was not kept.
    public var proposed: CivilDate?
    /// When it was decided.
    public var decided: CivilDate
    /// True when it was granted.
    public var granted: Bool
    /// Whether the decision waited for an open position; nil where it was not asked.
    public var waitedForOpening: Bool?

    /// Makes a move.
    public init(
        person: PersonID,
        kind: Kind,
        from: AuditSeat,
        to: AuditSeat,
        proposed: CivilDate? = nil,
        decided: CivilDate,
        granted: Bool = true,
        waitedForOpening: Bool? = nil
    ) {
        self.person = person
        self.kind = kind
        self.from = from
        self.to = to
        self.proposed = proposed
        self.decided = decided
        self.granted = granted
        self.waitedForOpening = waitedForOpening
    }
}

/// A seat that fell empty or was newly made.
public struct AuditOpening: Sendable, Hashable {
    /// Where on the ladder.
    public var seat: AuditSeat
    /// In which craft; nil for any.
    public var family: String?
    /// In which team; nil for any.
    public var team: String?
    /// The day from which it was open.
    public var opened: CivilDate

    /// Makes an opening.
    public init(seat: AuditSeat, family: String? = nil, team: String? = nil, opened: CivilDate) {
        self.seat = seat
        self.family = family
        self.team = team
        self.opened = opened
    }
}

/// How often one person recognised another in the period: settled episodes, never messages or reactions.
public struct AuditRecognition: Sendable, Hashable {
    /// Whose work was recognised.
    public var subject: PersonID
    /// Who said so.
    public var voice: PersonID
    /// In how many episodes.
    public var episodes: Int

    /// Makes a count.
    public init(subject: PersonID, voice: PersonID, episodes: Int = 1) {
        self.subject = subject
        self.voice = voice
        self.episodes = episodes
    }
}
