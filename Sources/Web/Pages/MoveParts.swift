/// A form that proposes a move.
struct ProposalForm: Sendable, Hashable {
    /// Where it is sent to.
    let action: Link
    /// What stands on its button.
    let button: Words
    /// The words that were typed.
    let typed: String
    /// What to mend; nil for a form that was not sent yet.
    let complaint: Words?
}

/// How far a move has come.
struct MoveMark: Sendable, Hashable {
    /// One or two words.
    let name: Words
    /// What that means.
    let meaning: Words
    /// The style that it is drawn in.
    let tone: String
}

/// A move in one line.
struct MoveLine: Sendable, Hashable {
    /// What it is, such as `Level-up to level 5`.
    let move: Words
    /// Whose; nil where the page is about that person.
    let owner: Words?
    /// Since when.
    let day: DayMark
    let mark: MoveMark
    let link: Link
}

/// What was proposed, seen or decided, on one day.
struct StepLine: Sendable, Hashable {
    let day: DayMark
    /// Who did what.
    let act: Words
    /// In whose words; nil where none were given.
    let said: String?
}

/// Settled evidence since the last move, by competency, and the clock's gates.
struct PackCard: Sendable, Hashable {
    /// How much there is, since when.
    let summary: Words
    /// The clock in a sentence.
    let headline: Words
    let gates: [ClockGate]
    let sections: [PackSection]
    /// Evidence that speaks to none of the competencies.
    let rest: [PackItem]
}

/// One competency of a pack.
struct PackSection: Sendable, Hashable {
    let competency: Words
    /// Which stage is asked for.
    let asked: Words
    /// The ladder's words for it.
    let statement: Words
    /// How the evidence leans.
    let leaning: Words
    /// How much evidence there is, in words.
    let count: Words
    let items: [PackItem]
    /// How many more there are; nil where all are shown.
    let more: Words?
}

/// A piece of evidence in a pack.
struct PackItem: Sendable, Hashable {
    let quote: String
    /// Who, where, when.
    let label: Words
    /// Where it opens; nil where the reader cannot open it.
    let spot: Link?
}

/// A label and what there is to say about it.
struct Fact: Sendable, Hashable {
    let label: Words
    let words: Words
}
