/// A person: what colleagues saw, how it is read, and where the clock stands.
///
/// Shape: the same page for the manager and for the subject; only `readerIsSubject` differs.
public struct PersonPage: Page {
    /// The template that draws it.
    public static let template = "person"

    /// Who.
    public let person: PersonHeader
    /// True when the reader is the person.
    public let readerIsSubject: Bool
    /// The clock against the next level.
    public let clock: ClockCard
    /// Every competency of the track, in the ladder's order.
    public let competencies: [CompetencyCard]
    /// What would help most for the next level; empty where too little is known.
    public let edges: [GrowthEdge]
    /// What to ask about instead, where no growth edge can be named.
    public let asks: [Words]
    /// What happened, newest first.
    public let timeline: [EpisodeCard]
    /// The 1:1 preparation, for those who may open it.
    public let prep: Link?
    /// The review draft, for those who may open it.
    public let draft: Link?
    /// What the next level asks for, for those who may open it.
    public let levelUp: Link?
    /// What a change of track would mean, for those who may open it.
    public let switching: Link?
    /// The person's place on the ladder.
    public let ladder: Link?
    /// The rest of the timeline; nil where all of it is here.
    public let record: Link?

    /// How many episodes stand here; the others are one page further.
    static let episodesShown = 10

    /// Joins what the page shows.
    public init(
        person: PersonHeader,
        readerIsSubject: Bool,
        clock: ClockCard,
        competencies: [CompetencyCard],
        edges: [GrowthEdge],
        asks: [Words],
        timeline: [EpisodeCard],
        prep: Link? = nil,
        draft: Link? = nil,
        levelUp: Link? = nil,
        switching: Link? = nil,
        ladder: Link? = nil,
        record: Link? = nil
    ) {
        self.person = person
        self.readerIsSubject = readerIsSubject
        self.clock = clock
        self.competencies = competencies
        self.edges = edges
        self.asks = asks
        self.timeline = timeline
        self.prep = prep
        self.draft = draft
        self.levelUp = levelUp
        self.switching = switching
        self.ladder = ladder
        self.record = record
    }
}

/// Who a page is about.
public struct PersonHeader: Sendable, Hashable {
    /// The person's name.
    public let name: String
    /// The title, such as `Senior engineer`.
    public let role: String
    /// The track in words: `Individual contributor` or `Management`.
    public let track: Words
    /// The level in words: `Level 4`.
    public let level: Words
    /// The team's name.
    public let team: String?

    /// Joins its parts.
    public init(name: String, role: String, track: Words, level: Words, team: String? = nil) {
        self.name = name
        self.role = role
        self.track = track
        self.level = level
        self.team = team
    }
}

/// One competency, as the evidence has it.
public struct CompetencyCard: Sendable, Hashable {
    /// The competency's name.
    public let competency: String
    /// Where the evidence leans.
    public let standing: CompetencyStanding
    /// From whom it comes, such as `3 people, 2 teams`, or why there is nothing.
    public let voices: Words
    /// The evidence, newest first.
    public let sources: [SourceLink]

    /// Joins its parts.
    public init(competency: String, standing: CompetencyStanding, voices: Words, sources: [SourceLink]) {
        self.competency = competency
        self.standing = standing
        self.voices = voices
        self.sources = sources
    }
}

/// What would show the next level, and a chance to.
public struct GrowthEdge: Sendable, Hashable {
    /// The competency's name.
    public let edge: String
    /// What the ladder says of the next level.
    public let statement: String
    /// Next steps, each one sentence.
    public let next: [String]
    /// What it rests on.
    public let sources: [SourceLink]

    /// Joins its parts.
    public init(edge: String, statement: String, next: [String], sources: [SourceLink]) {
        self.edge = edge
        self.statement = statement
        self.next = next
        self.sources = sources
    }
}

/// One thing that happened, with all that was said of it.
public struct EpisodeCard: Sendable, Hashable {
    /// The episode's key, which ends the address of its place on the page.
    public let anchor: String
    /// What happened, in a few words.
    public let happened: Words
    /// When it began.
    public let day: DayMark
    /// What sort of work.
    public let work: WorkMark
    /// What was said, oldest first.
    public var evidence: [EvidenceItem]

    /// Joins its parts.
    public init(anchor: String, happened: Words, day: DayMark, work: WorkMark, evidence: [EvidenceItem]) {
        self.anchor = anchor
        self.happened = happened
        self.day = day
        self.work = work
        self.evidence = evidence
    }
}
