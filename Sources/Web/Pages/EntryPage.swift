/// One piece of evidence: what was said, what became of it, and what its reader can do.
public struct EntryPage: Page {
    /// The template that draws it.
    public static let template = "entry"

    let person: PersonLink
    let readerIsSubject: Bool
    let evidence: EvidenceItem
    /// How sure the reader was that it is what it is taken for, in words.
    let confidence: Words
    /// The competencies that it is held to speak for.
    let competencies: [String]
    /// Where its forms are sent to.
    let action: Link
    let back: Link
    /// What people did, oldest first.
    let steps: [EntryStep]
    let complaint: Words?
    /// What was typed into the form that could not be taken.
    let typed: String
    let mayAccept: Bool
    /// Words about the day by which an objection would be answered; nil where its reader cannot object.
    let objecting: Words?
    let mayAdd: Bool
    /// Words about the day by which an answer is due; nil where nothing waits.
    let due: Words?
    let mayAnswer: Bool
}

/// One thing that was done.
struct EntryStep: Sendable, Hashable {
    let day: DayMark
    let what: Words
    /// The reason; nil where none was given.
    let said: String?
}

/// The way from a piece of evidence to its own page.
public struct EntryDoor: Sendable, Hashable {
    let href: String
    let label: Words
}
