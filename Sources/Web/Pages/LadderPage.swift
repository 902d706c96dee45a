/// Both tracks side by side, one level number for both, with a person's place on it.
public struct LadderPage: Page {
    /// The template that draws it.
    public static let template = "ladder"

    /// The ladder's name.
    let ladder: String
    /// Its version.
    let version: String
    /// Whose place is marked; nil for somebody without a level.
    let spot: LadderSpot?
    /// Whose place can be marked instead.
    let others: [LadderChoice]
    /// The role beside the person's own; nil while none was chosen.
    let comparison: RoleTable?
    /// The levels, highest first.
    let rungs: [Rung]
    /// The competencies of each track.
    let tracks: [TrackCard]
}

/// Where a person stands on the ladder.
struct LadderSpot: Sendable, Hashable {
    /// The name; `You` for the reader.
    let who: String
    /// Track and level in words.
    let standing: String
    /// What the form sends back to stay with the person; nil for the reader.
    let key: String?
    /// Roles that can be set beside this one.
    let targets: [TargetChoice]
    /// What the next level asks for.
    let levelUp: Link
    /// What a change of track would mean.
    let switching: Link
}

/// A person whose place can be marked.
struct LadderChoice: Sendable, Hashable {
    let name: String
    let link: Link
    /// True for the one who is marked.
    let isMarked: Bool
}

/// A role that can be set beside a person's own.
struct TargetChoice: Sendable, Hashable {
    /// As the form sends it: `management:6`.
    let value: String
    /// In words.
    let label: String
    let isChosen: Bool
}

/// One level: the tie between the two rails.
struct Rung: Sendable, Hashable {
    /// The level's number.
    let number: Int
    /// How far the work reaches.
    let scope: String
    /// What everybody at this level may decide, spend and say, whichever track; nil where the ladder does not say it once.
    let authority: AuthorityCard?
    /// The individual contributors' side; nil where the track has no such level.
    let individual: RungSide?
    /// The managers' side; nil where the track starts later.
    let management: RungSide?
}

/// What a level may do without asking, on either track.
struct AuthorityCard: Sendable, Hashable {
    let decides: String
    let budget: String
    let hiring: String
}

/// One track's side of a level.
struct RungSide: Sendable, Hashable {
    /// The title.
    let title: String
    /// What the work is, in a sentence or two.
    let summary: String
    /// Pay ranges, a line each; empty where the ladder keeps none.
    let ranges: [String]
    /// Who stands here, such as `You are here`; nil for everybody else's places.
    let here: String?
}

/// What one track asks for.
struct TrackCard: Sendable, Hashable {
    /// The track in words.
    let track: String
    /// Its competencies.
    let competencies: [LadderCompetency]
}

/// A competency and what it looks like, stage by stage.
struct LadderCompetency: Sendable, Hashable {
    /// Its name.
    let competency: String
    /// What it is about.
    let summary: String
    /// The stage statements, the first stage first.
    let stages: [LadderStage]
}

/// What a competency looks like over some levels.
struct LadderStage: Sendable, Hashable {
    /// Which levels, such as `Levels 3 to 4`.
    let levels: String
    /// What it looks like there.
    let statement: String
    /// True for the stage that the marked person's level asks for.
    let isAsked: Bool
}

/// Two roles side by side.
struct RoleTable: Sendable, Hashable {
    /// What is compared, as a heading.
    let heading: String
    /// What stays and what changes, in a sentence or two.
    let summary: String
    /// The person's own role.
    let now: RoleSide
    /// The other.
    let then: RoleSide
    /// What both or either ask for.
    let rows: [RoleRow]
}

/// One of two roles.
struct RoleSide: Sendable, Hashable {
    /// Track and level.
    let place: String
    let title: String
    let summary: String
    let scope: String
}

/// A competency of two roles.
struct RoleRow: Sendable, Hashable {
    let competency: String
    /// What both ask for; nil where they differ.
    let alike: StageWords?
    /// What the person's role asks for; nil where it does not ask.
    let asked: StageWords?
    /// What the other asks for; nil where it does not ask.
    let wanted: StageWords?
    /// What becomes of it, in words.
    let change: String
}

/// A stage with the ladder's words for it.
struct StageWords: Sendable, Hashable {
    let stage: Int
    let statement: String
}
