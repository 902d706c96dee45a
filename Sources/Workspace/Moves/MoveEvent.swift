/// Who did something about a move.
public enum MoveActor: Sendable, Hashable, CustomStringConvertible {
    /// Somebody who works here.
    case person(PersonID)
    /// The command line, which acts for people operations.
    case console
    /// A people file that was taken over.
    case peopleFile

    /// Reads the written form.
    public init(_ text: String) {
        switch text {
        case "@console": self = .console
        case "@people-file": self = .peopleFile
        default: self = .person(PersonID(text))
        }
    }

    /// The written form.
    public var description: String {
        switch self {
        case .person(let id): id.text
        case .console: "@console"
        case .peopleFile: "@people-file"
        }
    }
}

/// What can be done about a move.
public enum MoveAct: String, Sendable, Hashable, CaseIterable, Codable {
    /// It was proposed.
    case proposed
    /// The person whose move it is agreed to it.
    case agreed
    /// A decider wrote an outcome down before seeing state and items.
    case viewed
    /// State and items were shown to a decider.
    case shown
    /// It was decided; the outcome may differ from the one before.
    case decided
    /// It was taken back.
    case withdrawn
    /// A people file said so.
    case stated
}

/// What a decider can say.
public enum MoveOutcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// Yes, from a day on.
    case granted
    /// Not now; with rules and a day to look again.
    case refused
}

/// One step in a move's history; steps are only ever added.
public struct MoveEvent: Sendable, Hashable {
    /// Its place in the move's history, from 1.
    public let position: Int
    /// What was done.
    public let act: MoveAct
    /// Who did it.
    public let actor: MoveActor
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
    /// What the actor said; only for `viewed` and `decided`.
    public let outcome: MoveOutcome?
    /// The actor's own words.
    public let words: String
    /// Rules that are not met yet, in words to the person; only for a refusal.
    public let rules: [String]
    /// The first day in the new standing, or the day to look again.
    public let day: CivilDate?
    /// What was on the table: state of the clock, ladder, and a digest of the items; only for `shown`.
    public let seen: String

    /// Joins what is kept of a step.
    public init(
        position: Int,
        act: MoveAct,
        actor: MoveActor,
        moment: Int64,
        outcome: MoveOutcome? = nil,
        words: String = "",
        rules: [String] = [],
        day: CivilDate? = nil,
        seen: String = ""
    ) {
        self.position = position
        self.act = act
        self.actor = actor
        self.moment = moment
        self.outcome = outcome
        self.words = words
        self.rules = rules
        self.day = day
        self.seen = seen
    }
}

extension MoveState {
    /// Where a history leads; nil for one that does not begin with a beginning.
    public init?(after events: [MoveEvent]) {
        guard let first = events.first, first.act == .proposed || first.act == .stated else { return nil }
        var state: MoveState = first.act == .stated ? .stated : .proposed
        for event in events.dropFirst() {
            switch event.act {
            case .decided: state = event.outcome == .granted ? .granted : .refused
            case .withdrawn: state = .withdrawn
            case .proposed, .agreed, .viewed, .shown, .stated: break
            }
        }
        self = state
    }
}
