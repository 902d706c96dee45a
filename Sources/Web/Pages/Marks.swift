public import Evidence
public import Signals
public import Workspace

/// An act in words.
public struct KindMark: Sendable, Hashable {
    /// Its name.
    public let name: Words
    /// What the name means.
    public let meaning: Words

    /// Words for an act.
    public init(_ kind: SignalKind) {
        (name, meaning) =
            switch kind {
            case .recognition: ("Recognition", "Thanks or credit for work done.")
            case .feedback: ("Feedback", "What should change in a piece of work.")
            case .coaching: ("Coaching", "Helps somebody understand.")
            case .ownership: ("Ownership", "Takes a piece of work on, or repairs an own mistake.")
            case .decision: ("Decision", "Settles a question.")
            case .upkeep: ("Upkeep", "Keeps running what runs.")
            case .judgement: ("Judgement", "Weighs something, with a reason.")
            case .delivery: ("Delivery", "Says that a piece of work is finished.")
            case .blocked: ("Blocked", "Cannot go on without somebody else.")
            }
    }
}

/// A sort of work in words.
public struct WorkMark: Sendable, Hashable {
    /// Its name.
    public let name: Words

    /// Words for a sort of work.
    public init(_ work: WorkClass) {
        name =
            switch work {
            case .launch: "Launch"
            case .upkeep: "Keeping the lights on"
            case .ownership: "Ownership"
            case .decision: "Hard decision"
            case .enablement: "Helping others"
            case .craft: "Craft"
            }
    }
}

/// How far a piece of evidence has come, in words.
public struct StateMark: Sendable, Hashable {
    /// The state's name.
    public let name: Words
    /// What that means for the person.
    public let meaning: Words
    /// The style: `waiting`, `counts`, `contested` or `gone`.
    public let tone: String
    /// True when the meaning stands beside the name, because the person may act on it.
    let explain: Bool

    /// Words for a state; `countsFrom` is the day from which it counts if nobody contests it.
    public init(_ state: EvidenceState, countsFrom: CivilDate? = nil) {
        let counts: Words =
            countsFrom.map { "Counts from \(weekday: DayMark($0)) unless contested." }
            ?? "Counts after five working days unless contested."
        (name, meaning, tone) =
            switch state {
            case .captured:
                ("New", "Not yet seen by the person it is about, so it counts for nothing.", "waiting")
            case .shown:
                ("Waiting", counts, "waiting")
            case .settled:
                ("Settled", "The person could see it and did not contest it; it counts.", "counts")
            case .contested:
                ("Contested", "The person objects; it counts for nothing until that is answered.", "contested")
            case .corrected:
                ("Corrected", "Put right after an objection; it counts as it stands here.", "counts")
            case .withdrawn:
                ("Withdrawn", "Gone, and whatever rested on it was worked out again.", "gone")
            }
        explain = tone != "counts"
    }
}

/// Where the evidence about a competency leans, in words.
public struct CompetencyStanding: Sendable, Hashable {
    /// The standing's name.
    public let name: Words
    /// What it means.
    public let meaning: Words
    /// The style: `thin`, `yes`, `no` or `open`.
    public let tone: String

    /// Too little has been seen.
    public static let thin = CompetencyStanding(
        name: "Thin",
        meaning: "Too little has been seen to say anything. That says nothing about the work.",
        tone: "thin"
    )
    /// The evidence leans towards the next level.
    public static let leansYes = CompetencyStanding(
        name: "Leans yes",
        meaning: "What colleagues saw leans towards the next level.",
        tone: "yes"
    )
    /// The evidence leans towards the present level.
    public static let leansNo = CompetencyStanding(
        name: "Leans no",
        meaning: "What colleagues saw leans towards the present level: a place to grow.",
        tone: "no"
    )
    /// The target asks for no more than the present level.
    public static let unchanged = CompetencyStanding(
        name: "Nothing new asked",
        meaning: "The next level asks for the same here; what was seen is shown, not counted.",
        tone: "thin"
    )
    /// The evidence leans neither way.
    public static let open = CompetencyStanding(
        name: "Open",
        meaning: "What colleagues saw leans neither way so far.",
        tone: "open"
    )
}

/// Where a clock stands, in words.
///
/// Source: `docs/methods.md`, "States of the clock".
public struct ClockMark: Sendable, Hashable {
    /// The state's name.
    public let name: Words
    /// What it means.
    public let meaning: Words
    /// The style: `quiet`, `steady`, `rising` or `there`.
    public let tone: String

    /// Too little has been seen.
    public static let notEnoughEvidence = ClockMark(
        name: "Not enough evidence",
        meaning: "Too little can be seen from here. This says nothing about the work.",
        tone: "quiet"
    )
    /// A new start or a recent move.
    public static let settlingIn = ClockMark(
        name: "Settling in",
        meaning: "The first months in a role are not read at all.",
        tone: "quiet"
    )
    /// There is no level above.
    public static let noNextLevel = ClockMark(
        name: "No next level",
        meaning: "The ladder ends here; what follows is the view by competency.",
        tone: "steady"
    )
    /// The work of the present level.
    public static func atLevel(_ level: Int) -> ClockMark {
        ClockMark(
            name: "Doing the work of level \(level)",
            meaning: "What colleagues saw is level-\(level) work.",
            tone: "steady"
        )
    }
    /// Some work of the next level.
    public static func emerging(next: Int) -> ClockMark {
        ClockMark(
            name: "Level \(next) is emerging",
            meaning: "Some of what colleagues saw is level-\(next) work; it is too early to say more.",
            tone: "rising"
        )
    }
    /// Work of the next level, not yet long or broad enough.
    public static func operatingAtNext(_ next: Int) -> ClockMark {
        ClockMark(
            name: "Working at level \(next)",
            meaning: "Most of what colleagues saw is level-\(next) work; time or breadth is still missing.",
            tone: "rising"
        )
    }
    /// Work of the next level, sustained.
    public static func sustainedAtNext(_ next: Int) -> ClockMark {
        ClockMark(
            name: "Level \(next), sustained",
            meaning: "For most of the last year's windows, most of what colleagues saw was level-\(next) work.",
            tone: "there"
        )
    }
}
