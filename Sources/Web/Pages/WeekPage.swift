/// What a person finds on Monday: few things worth doing, and what happened around them.
///
/// Shape: at most five cues, the first ones given; `reports` is empty for somebody without reports, who then has `own`.
public struct WeekPage: Page {
    /// The template that draws it.
    public static let template = "week"

    /// The Monday of the week.
    public let day: DayMark
    /// The team's name; nil where the people file names none.
    public let team: String?
    /// 1:1s of the next working day, whose preparation is made.
    let prepared: [PreparedLine]
    /// Objections that the viewer has to answer.
    let objections: [ObjectionLine]
    /// What is worth doing this week, the most useful first.
    public let cues: [WeekCue]
    /// One card for each direct report, in the order of their names.
    public let reports: [ReportCard]
    /// The viewer's own week.
    public let own: OwnWeek?
    /// The last day of a yearly question that the viewer has not answered; nil where none is open.
    public let askedUntil: DayMark?

    /// Joins what the page shows.
    init(
        day: DayMark,
        team: String? = nil,
        prepared: [PreparedLine] = [],
        objections: [ObjectionLine] = [],
        cues: [WeekCue],
        reports: [ReportCard],
        own: OwnWeek? = nil,
        askedUntil: DayMark? = nil
    ) {
        self.day = day
        self.team = team
        self.prepared = prepared
        self.objections = objections
        self.cues = Array(cues.prefix(5))
        self.reports = reports
        self.own = own
        self.askedUntil = askedUntil
    }
}

/// A 1:1 whose preparation is made.
struct PreparedLine: Sendable, Hashable {
    /// With whom and when, in a sentence.
    let words: Words
    let prep: Link
}

/// One thing worth doing this week.
public struct WeekCue: Sendable, Hashable {
    /// What to do, as a short sentence.
    public let cue: Words
    /// Why, in one sentence.
    public let why: Words
    /// Whom it is about; nil for the team as a whole.
    public let who: PersonLink?
    /// The day by which it is worth doing.
    public let due: DayMark
    /// Where it comes from; never empty in practice.
    public let sources: [SourceLink]

    /// Joins its parts.
    public init(cue: Words, why: Words, who: PersonLink? = nil, due: DayMark, sources: [SourceLink]) {
        self.cue = cue
        self.why = why
        self.who = who
        self.due = due
        self.sources = sources
    }
}

/// A direct report's week.
public struct ReportCard: Sendable, Hashable {
    /// Who.
    public let person: PersonLink
    /// Title and level, such as `Senior engineer, level 4`.
    public let role: Words
    /// The next 1:1 in words, such as `1:1 on Tuesday`.
    public let meeting: Words?
    /// What happened since the last 1:1, newest first.
    public let episodes: [EpisodeLine]
    /// Where the clock stands.
    public let clock: ClockLine
    /// Evidence that its subject has yet to see settle.
    public let waiting: WaitingLine?
    /// The 1:1 preparation.
    public let prep: Link

    /// Joins its parts.
    public init(
        person: PersonLink,
        role: Words,
        meeting: Words? = nil,
        episodes: [EpisodeLine],
        clock: ClockLine,
        waiting: WaitingLine? = nil,
        prep: Link
    ) {
        self.person = person
        self.role = role
        self.meeting = meeting
        self.episodes = episodes
        self.clock = clock
        self.waiting = waiting
        self.prep = prep
    }
}

/// The viewer's own week.
public struct OwnWeek: Sendable, Hashable {
    /// The viewer's own page.
    public let home: Link
    /// Title and level.
    public let role: Words
    /// What others said about the viewer's work, newest first.
    public let episodes: [EpisodeLine]
    /// Where the viewer's clock stands.
    public let clock: ClockLine
    /// Evidence that the viewer can still contest or add to.
    public let waiting: [EvidenceItem]
    /// The viewer's side of the 1:1 preparation.
    public let prep: Link?

    /// Joins its parts.
    public init(
        home: Link,
        role: Words,
        episodes: [EpisodeLine],
        clock: ClockLine,
        waiting: [EvidenceItem],
        prep: Link? = nil
    ) {
        self.home = home
        self.role = role
        self.episodes = episodes
        self.clock = clock
        self.waiting = waiting
        self.prep = prep
    }
}

/// One thing that happened, in a line.
public struct EpisodeLine: Sendable, Hashable {
    /// What happened, in a few words.
    public let happened: Words
    /// When.
    public let day: DayMark
    /// Who spoke of it, such as `Ana Ruiz and Ben Okoye`.
    public let voices: String
    /// What sort of work.
    public let work: WorkMark
    /// The episode on the person's page, or the message.
    public let link: Link

    /// Joins its parts.
    public init(happened: Words, day: DayMark, voices: String, work: WorkMark, link: Link) {
        self.happened = happened
        self.day = day
        self.voices = voices
        self.work = work
        self.link = link
    }
}

/// How much evidence its subject may still answer, and until when.
public struct WaitingLine: Sendable, Hashable {
    /// Such as `2 moments wait for Mei until Friday 22 May`.
    public let words: Words
    /// Where they stand.
    public let link: Link

    /// Joins its parts.
    public init(words: Words, link: Link) {
        self.words = words
        self.link = link
    }
}
