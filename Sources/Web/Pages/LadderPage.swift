/// Both tracks side by side, one level number for both.
public struct LadderPage: Page {
    /// The template that draws it.
    public static let template = "ladder"

    /// The ladder's name.
    public let ladder: String
    /// Its version.
    public let version: String
    /// The levels, highest first.
    public let rungs: [Rung]
    /// The competencies of each track.
    public let tracks: [TrackCard]

    /// Joins what the page shows.
    public init(ladder: String, version: String, rungs: [Rung], tracks: [TrackCard]) {
        self.ladder = ladder
        self.version = version
        self.rungs = rungs
        self.tracks = tracks
    }
}

/// One level: the tie between the two rails.
public struct Rung: Sendable, Hashable {
    /// The level's number.
    public let number: Int
    /// What everybody at this level may decide, whichever track.
    public let authority: String
    /// The individual contributors' side; nil where the track has no such level.
    public let individual: RungSide?
    /// The managers' side; nil where the track starts later.
    public let management: RungSide?

    /// Joins its parts.
    public init(number: Int, authority: String, individual: RungSide? = nil, management: RungSide? = nil) {
        self.number = number
        self.authority = authority
        self.individual = individual
        self.management = management
    }
}

/// One track's side of a level.
public struct RungSide: Sendable, Hashable {
    /// The title.
    public let title: String
    /// What the work is, in a sentence or two.
    public let summary: String

    /// Joins its parts.
    public init(title: String, summary: String) {
        self.title = title
        self.summary = summary
    }
}

/// What one track asks for.
public struct TrackCard: Sendable, Hashable {
    /// The track in words.
    public let track: String
    /// Its competencies.
    public let competencies: [LadderCompetency]

    /// Joins its parts.
    public init(track: String, competencies: [LadderCompetency]) {
        self.track = track
        self.competencies = competencies
    }
}

/// A competency and what it looks like, stage by stage.
public struct LadderCompetency: Sendable, Hashable {
    /// Its name.
    public let competency: String
    /// What it is about.
    public let summary: String
    /// The stage statements, the first stage first.
    public let stages: [LadderStage]

    /// Joins its parts.
    public init(competency: String, summary: String, stages: [LadderStage]) {
        self.competency = competency
        self.summary = summary
        self.stages = stages
    }
}

/// What a competency looks like over some levels.
public struct LadderStage: Sendable, Hashable {
    /// Which levels, such as `Levels 3 to 4`.
    public let levels: String
    /// What it looks like there.
    public let statement: String

    /// Joins its parts.
    public init(levels: String, statement: String) {
        self.levels = levels
        self.statement = statement
    }
}
