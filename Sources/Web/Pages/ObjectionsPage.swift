/// Objections that nobody has answered: those that the reader answers, and the reader's own.
public struct ObjectionsPage: Page {
    /// The template that draws it.
    public static let template = "objections"

    /// What the reader has to answer, the one due first at the beginning.
    let waiting: [ObjectionCard]
    /// The reader's own objections.
    let own: [ObjectionCard]
}

/// One objection.
struct ObjectionCard: Sendable, Hashable {
    /// Who objects to what.
    let heading: Words
    /// The words that are objected to.
    let quote: String
    /// Why.
    let reason: String
    /// By when who answers.
    let due: Words
    let isLate: Bool
    let entry: Link
    /// What stands on the door.
    let door: Words
}

/// An objection in a line of the week.
struct ObjectionLine: Sendable, Hashable {
    /// Who objects to what, and by when an answer is due.
    let words: Words
    let entry: Link
}
