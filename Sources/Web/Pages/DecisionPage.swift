/// One decision: what was decided, how it was looked at again, dissent, sources.
public struct DecisionPage: Page {
    /// The template that draws it.
    public static let template = "decision"

    /// What was decided.
    let decided: String
    /// True where the words were a message's, and the message is gone.
    let hasLostWords: Bool
    let day: DayMark
    let makers: String
    let restraint: Words?
    let mark: MoveMark
    /// Who may read it.
    let readers: Words
    let complaint: Words?
    /// Alternatives, expected result, sign, topic: what is known.
    let facts: [Fact]
    let links: [SourceLink]
    let timeline: DecisionTimeline
    /// Later talk that may bear on it.
    let later: [LaterCard]
    /// Where its forms are sent to.
    let action: Link
    /// The form of a check; nil where the reader may not say what became of it, or nothing is left to say.
    let check: CheckForm?
    /// Dissent, in everybody's own words.
    let dissents: [StepLine]
    /// What was typed as dissent; nil where none can be written any more.
    let dissent: DissentForm?
    let sources: [EvidenceItem]
    /// What became of sources that are gone or contested; nil where all are there.
    let losses: Words?
    /// What can be completed; nil where the reader may not.
    let completing: DecisionEntryForm?
    let history: [StepLine]
}

/// Saying what became of a decision.
struct CheckForm: Sendable, Hashable {
    /// Which check waits, in words; nil where none does, so that it can only be amended or reversed.
    let asks: Words?
    let outcomes: [ChoiceOption]
    let reason: String
    /// Later talk that it may rest on.
    let cites: [CiteChoice]
}

/// A piece of later talk that a check can rest on.
struct CiteChoice: Sendable, Hashable {
    /// The id of the evidence.
    let key: String
    let label: String
    let isChosen: Bool
}

/// Writing one's own dissent.
struct DissentForm: Sendable, Hashable {
    let objection: String
}

/// Later talk that may bear on a decision.
struct LaterCard: Sendable, Hashable {
    /// The id of the evidence.
    let key: String
    let quote: String
    /// Who, where, when.
    let label: String
    /// What it may be, and why it is thought to be about the decision.
    let meaning: String
    let spot: Link?
}
