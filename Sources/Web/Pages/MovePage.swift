/// One move: what is proposed, what is known, what was decided, and what the reader can do.
public struct MovePage: Page {
    /// The template that draws it.
    public static let template = "move"

    /// Whose.
    let mover: PersonLink
    let readerIsSubject: Bool
    /// Such as `Level-up to level 5`.
    let move: Words
    /// From where to where, in words.
    let path: Words
    let mark: MoveMark
    /// What to mend; nil where nothing was sent, or it was taken.
    let complaint: Words?
    /// What the person reads where the answer was not yet.
    let letter: LetterCard?
    /// Days that the change of track leads to.
    let times: [Fact]
    /// An outcome before anything is shown; nil where none is due.
    let firstView: FirstViewForm?
    /// What was settled since the last move; nil where it is not to be shown.
    let pack: PackCard?
    /// The decision; nil for those who do not decide, or not yet.
    let decision: DecisionForm?
    /// True when the person's agreement is asked for.
    let asksAgreement: Bool
    /// True when it can be taken off the table.
    let canWithdraw: Bool
    /// The last day of the right to return, for the person; nil where there is none.
    let returnUntil: DayMark?
    /// Its steps, oldest first.
    let history: [StepLine]
    /// Where the forms are sent to.
    let action: Link
}

/// What a person reads when the answer was not yet.
struct LetterCard: Sendable, Hashable {
    let opening: Words
    /// The decider's words.
    let said: String
    /// What is not met yet.
    let rules: [Words]
    let closing: Words
}

/// An outcome and two sentences, before state and items are shown.
struct FirstViewForm: Sendable, Hashable {
    let typed: String
    let choosesGrant: Bool
    let choosesRefusal: Bool
}

/// The two answers of a decider.
struct DecisionForm: Sendable, Hashable {
    /// What the decider wrote first; nil for a change of track.
    let before: Words?
    /// True when the person has still to agree, so that only `not yet` can be said.
    let waitsForAgreement: Bool
    /// The first days in the new place that can be named.
    let earliest: DayMark
    let today: DayMark
    /// The day that is filled in.
    let grantDay: String
    let grantWords: String
    /// What may not be met yet.
    let rules: [RuleChoice]
    let ownRule: String
    /// The days on which it can be looked at again.
    let recheckFrom: DayMark
    let recheckTo: DayMark
    /// The day that is filled in.
    let recheckDay: String
    let refusalWords: String
}

/// A rule that a decider can name.
struct RuleChoice: Sendable, Hashable {
    /// As the form sends it.
    let key: String
    let label: Words
    /// True where the clock says that it is not met.
    let isUnmet: Bool
    let isChosen: Bool
}

/// Every move that the reader may see.
public struct MoveListPage: Page {
    /// The template that draws it.
    public static let template = "moves"

    /// Moves that wait for a decision.
    let waiting: [MoveLine]
    /// All others, newest first.
    let past: [MoveLine]
    /// The reader's own ways on; nil without a level.
    let own: OwnWays?
}

/// Where a person can go from here.
struct OwnWays: Sendable, Hashable {
    let levelUp: Link
    let switching: Link
}
