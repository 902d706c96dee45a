/// What a change of track would mean for a person, before anybody decides anything.
public struct SwitchPage: Page {
    /// The template that draws it.
    public static let template = "switch"

    /// Whose.
    let mover: PersonLink
    let readerIsSubject: Bool
    /// The level; it stays.
    let level: Int
    /// The present track's side of the level.
    let now: TrackSide
    /// The other track's side; nil where it has no such level.
    let then: TrackSide?
    /// The other track's name, in a sentence.
    let track: Words
    /// Why it is not possible now; nil when it is.
    let obstacle: Words?
    /// Level, pay and authority: what does not change.
    let stays: [Fact]
    /// What becomes of evidence, by how much of it counts.
    let groups: [CarryGroup]
    /// Clock, settling, return.
    let times: [Fact]
    /// A proposal that is not decided yet.
    let open: MoveLine?
    /// The form; nil where nothing can be proposed now.
    let form: ProposalForm?
}

/// One track's side of a level.
struct TrackSide: Sendable, Hashable {
    let track: Words
    let title: String
    let summary: String
}

/// Competencies of which evidence counts alike.
struct CarryGroup: Sendable, Hashable {
    /// Such as `Counts whole`.
    let heading: Words
    /// What that means.
    let meaning: Words
    /// The style of its mark: `whole`, `part`, `fresh` or `waits`.
    let tone: String
    let lines: [CarryLine]
}

/// One competency of a change of track.
struct CarryLine: Sendable, Hashable {
    let competency: Words
    let words: Words
}
