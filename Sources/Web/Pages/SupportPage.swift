/// What is worth doing this week, and what a person, or after two days the manager, can raise about conditions of work.
public struct SupportPage: Page {
    /// The template that draws it.
    public static let template = "support"

    /// The day it is read.
    public let day: DayMark
    /// True for somebody others report to.
    public let isManager: Bool
    /// Cues for the viewer's 1:1s.
    public let cues: [CueCard]
    /// Signals about the viewer's own work; at most one is open at a time.
    public let own: [SupportCard]
    /// True when the viewer switched signals off.
    public let isOff: Bool
    /// The zone of the viewer's hours; nil where none was given.
    public let zone: String?
    /// Signals about reports that could be seen by them for two days.
    public let team: [SupportCard]
    /// Hours of the team in one sentence; nil where fewer than five people gave theirs.
    public let hours: String?
    /// What to mend in a form.
    public let complaint: String?

    /// Joins what the page shows.
    public init(
        day: DayMark,
        isManager: Bool = false,
        cues: [CueCard] = [],
        own: [SupportCard] = [],
        isOff: Bool = false,
        zone: String? = nil,
        team: [SupportCard] = [],
        hours: String? = nil,
        complaint: String? = nil
    ) {
        self.day = day
        self.isManager = isManager
        self.cues = cues
        self.own = own
        self.isOff = isOff
        self.zone = zone
        self.team = team
        self.hours = hours
        self.complaint = complaint
    }
}

/// One cue with its answers.
public struct CueCard: Sendable, Hashable {
    /// The key.
    public let id: String
    /// What to do.
    public let cue: String
    /// Why, in one sentence.
    public let why: String
    /// Whom it is about.
    public let who: PersonLink
    /// The day by which it helps.
    public let due: DayMark
    /// The day on which it is gone.
    public let gone: DayMark
    /// Where it comes from.
    public let sources: [SourceLink]

    /// Joins its parts.
    public init(
        id: String,
        cue: String,
        why: String,
        who: PersonLink,
        due: DayMark,
        gone: DayMark,
        sources: [SourceLink]
    ) {
        self.id = id
        self.cue = cue
        self.why = why
        self.who = who
        self.due = due
        self.gone = gone
        self.sources = sources
    }
}

/// One support signal with its answers.
public struct SupportCard: Sendable, Hashable {
    /// The key.
    public let id: String
    /// What it is about.
    public let heading: String
    /// Whom it is about; nil for the viewer.
    public let who: PersonLink?
    /// What was found, with its numbers.
    public let what: String
    /// What to do about it.
    public let act: String
    /// How it is worked out.
    public let how: String
    /// The day on which it is gone.
    public let until: DayMark
    /// Who else sees it, and when; nil on the manager's side.
    public let others: String?
    /// The weeks behind it.
    public let drawing: WeekBars?
    /// Where it comes from.
    public let sources: [SourceLink]

    /// Joins its parts.
    public init(
        id: String,
        heading: String,
        who: PersonLink? = nil,
        what: String,
        act: String,
        how: String,
        until: DayMark,
        others: String? = nil,
        drawing: WeekBars? = nil,
        sources: [SourceLink]
    ) {
        self.id = id
        self.heading = heading
        self.who = who
        self.what = what
        self.act = act
        self.how = how
        self.until = until
        self.others = others
        self.drawing = drawing
        self.sources = sources
    }
}
