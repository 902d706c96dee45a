/// What is left to workers, and what was given up: facts about the work, nothing of people.
public struct JobsPage: Page {
    /// The template that draws it.
    public static let template = "jobs"

    /// What was given up, the latest first.
    let dead: [DeadJobCard]
    /// How much there is of each kind.
    let kinds: [JobKindRow]
}

/// Work that was given up.
struct DeadJobCard: Sendable, Hashable {
    /// What a form names it by.
    let key: String
    /// What was to be done.
    let kind: Words
    /// When it was asked for and how often it was begun.
    let words: Words
    /// What went wrong, as the program calls it.
    let fault: String
}

/// How much there is of a kind of work.
struct JobKindRow: Sendable, Hashable {
    let kind: Words
    let waiting: Int
    let running: Int
    let done: Int
    let dead: Int
}
