/// How far to trust the clock: what it would have said of known moves, and how often it errs in made-up companies.
public struct TrialsPage: Page {
    /// The template that draws it.
    public static let template = "trials"

    /// One part for each way in which the clock can be tried, made or not.
    let parts: [TrialPart]
}

/// One way in which the clock was tried.
struct TrialPart: Sendable, Hashable {
    let anchor: String
    let title: Words
    /// What the trial does, in a sentence.
    let lead: Words
    /// The command that makes it; nil where it was made.
    let command: String?
    /// When it was made; nil where it was not.
    let day: DayMark?
    let facts: [Fact]
    let shows: [Words]
    let limits: [Words]
    let tables: [TrialTable]
}

/// Figures of a trial.
struct TrialTable: Sendable, Hashable {
    let title: Words
    let note: Words
    /// The heading of the first column.
    let head: Words
    let columns: [Words]
    let rows: [TrialRow]
}

/// A row of figures.
struct TrialRow: Sendable, Hashable {
    let head: Words
    let cells: [String]
}
