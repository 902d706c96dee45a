/// A form that proposes a move.
struct ProposalForm: Sendable, Hashable {
    /// Where it is sent to.
    let action: Link
    /// What stands on its button.
    let button: String
    /// The words that were typed.
    let typed: String
    /// What to mend; nil for a form that was not sent yet.
    let complaint: String?
}

/// How far a move has come.
struct MoveMark: Sendable, Hashable {
    /// One or two words.
    let name: String
    /// What that means.
    let meaning: String
    /// The style that it is drawn in.
    let tone: String
}

/// A move in one line.
struct MoveLine: Sendable, Hashable {
    /// What it is, such as `Level-up to level 5`.
    let move: String
    /// Whose; nil where the page is about that person.
    let owner: String?
    /// Since when.
    let day: DayMark
    let mark: MoveMark
    let link: Link
}

/// What was proposed, seen or decided, on one day.
struct StepLine: Sendable, Hashable {
    let day: DayMark
    /// Who did what.
    let act: String
    /// In whose words; nil where none were given.
    let said: String?
}

/// Settled evidence since the last move, by competency, and the clock's gates.
struct PackCard: Sendable, Hashable {
    /// How much there is, since when.
    let summary: String
    /// The clock in a sentence.
    let headline: String
    let gates: [ClockGate]
    let sections: [PackSection]
    /// Evidence that speaks to none of the competencies.
    let rest: [PackItem]
}

/// One competency of a pack.
struct PackSection: Sendable, Hashable {
    let competency: String
    /// Which stage is asked for.
    let asked: String
    /// The ladder's words for it.
    let statement: String
    /// How the evidence leans.
    let leaning: String
    /// How much evidence there is, in words.
    let count: String
    let items: [PackItem]
    /// How many more there are; nil where all are shown.
    let more: String?
}

/// A piece of evidence in a pack.
struct PackItem: Sendable, Hashable {
    let quote: String
    /// Who, where, when.
    let label: String
    /// Where it opens; nil where the reader cannot open it.
    let spot: Link?
}

/// A label and what there is to say about it.
struct Fact: Sendable, Hashable {
    let label: String
    let words: String
}
