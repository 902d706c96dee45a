/// What the next level asks of a person, what there is, and the way to propose it.
public struct LevelUpPage: Page {
    /// The template that draws it.
    public static let template = "level-up"

    /// Whose.
    let mover: PersonLink
    let readerIsSubject: Bool
    /// Where the person stands, in words.
    let standing: Words
    /// The next level; nil at the end of the track.
    let next: NextLevel?
    /// A proposal that is not decided yet.
    let open: MoveLine?
    /// Settled evidence; nil for those who may not open it here.
    let pack: PackCard?
    /// The form; nil where nothing can be proposed now.
    let form: ProposalForm?
    /// Moves so far, newest first.
    let history: [MoveLine]
    /// What a change of track would mean.
    let switching: Link
}

/// The level above.
struct NextLevel: Sendable, Hashable {
    let number: Int
    let title: String
    let summary: String
    let scope: String
    /// What it may decide, on either track.
    let decides: String
}
