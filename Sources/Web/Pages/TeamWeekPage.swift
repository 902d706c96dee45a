/// A team's week in place of a status round; for a person, the lines about themselves.
public struct TeamWeekPage: Page {
    /// The template that draws it.
    public static let template = "team-week"

    /// The first day.
    public let from: DayMark
    /// The last day.
    public let to: DayMark
    /// The team's name; nil where none is known.
    public let team: String?
    /// True for somebody others report to.
    public let isManager: Bool
    /// The team's parts.
    public let parts: [TeamWeekPart]
    /// The parts with lines about the viewer.
    public let own: [TeamWeekPart]
    /// What stands once at the end.
    public let silence: Words
    /// Everything cited above.
    public let sources: [NumberedSource]
    /// The same as files to take away.
    let files: [FileLink]

    /// Joins what the page shows.
    init(
        from: DayMark,
        to: DayMark,
        team: String? = nil,
        isManager: Bool,
        parts: [TeamWeekPart],
        own: [TeamWeekPart] = [],
        silence: Words,
        sources: [NumberedSource],
        files: [FileLink] = []
    ) {
        self.from = from
        self.to = to
        self.team = team
        self.isManager = isManager
        self.parts = parts
        self.own = own
        self.silence = silence
        self.sources = sources
        self.files = files
    }
}

/// One part of a team's week.
public struct TeamWeekPart: Sendable, Hashable {
    /// Its heading.
    public let heading: Words
    /// Its lines.
    public let lines: [TeamWeekLine]

    /// Joins its parts.
    public init(heading: Words, lines: [TeamWeekLine]) {
        self.heading = heading
        self.lines = lines
    }
}

/// One thing of one person.
public struct TeamWeekLine: Sendable, Hashable {
    /// Whose.
    public let who: PersonLink
    /// What happened.
    public let line: Words
    /// Its sources' numbers.
    public let citations: [Citation]

    /// Joins its parts.
    public init(who: PersonLink, line: Words, citations: [Citation]) {
        self.who = who
        self.line = line
        self.citations = citations
    }
}
