/// The decision ledger: what waits, what is proposed, and every decision by month.
public struct DecisionsPage: Page {
    /// The template that draws it.
    public static let template = "decisions"

    /// What to mend; nil for a page that nobody sent.
    let complaint: Words?
    /// Decisions that wait for a check by the reader.
    let due: [DecisionLine]
    /// What the reader of talk found, for the reader of the page to confirm or dismiss.
    let proposals: [ProposalCard]
    /// All others, by month, newest first.
    let months: [DecisionMonth]
    /// The form for a decision that nobody found.
    let entry: DecisionEntryForm
}

/// The decisions of one month.
struct DecisionMonth: Sendable, Hashable {
    /// Such as `May 2026`.
    let month: String
    let lines: [DecisionLine]
}

/// A decision in one line.
struct DecisionLine: Sendable, Hashable {
    let words: String
    let link: Link
    let day: DayMark
    /// Who decided, by name.
    let makers: String
    /// `Not to build` for a decision not to do something; nil for all others.
    let restraint: Words?
    let mark: MoveMark
    /// What waits, in words; nil where nothing does.
    let waiting: Words?
}

/// What the reader takes for a decision.
struct ProposalCard: Sendable, Hashable {
    /// The id of its evidence.
    let key: String
    let quote: String
    let day: DayMark
    let makers: String
    /// The channel's name, without `#`.
    let channel: String
    /// Where the words open; nil where the source has no address.
    let place: Link?
    /// True where the words sound like a decision not to do something.
    let refrains: Bool
    /// How many more pieces of evidence speak of it, in words; nil where there are none.
    let others: Words?
}

/// What can be written about a decision, with what was typed.
struct DecisionEntryForm: Sendable, Hashable {
    let words: String
    let day: String
    /// The last day that can be named.
    let latest: DayMark
    /// One in a line.
    let alternatives: String
    let expected: String
    let sign: String
    let topic: String
    /// One in a line.
    let links: String
    let refrains: Bool
    let isOpen: Bool
}
