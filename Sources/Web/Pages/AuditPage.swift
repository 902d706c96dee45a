/// Which audits there are.
public struct AuditListPage: Page {
    /// The template that draws it.
    public static let template = "audits"

    /// What the reader will see of small groups.
    let audience: String
    let audits: [AuditLine]
}

/// One audit in a few words.
struct AuditLine: Sendable, Hashable {
    let title: String
    let question: String
    let link: Link
    /// The laws that bear on it, by name; nil where none is known to.
    let laws: String?
}

/// One audit: the summary first, then what it rests on.
public struct AuditPage: Page {
    /// The template that draws it.
    public static let template = "audit"

    let title: String
    let question: String
    let day: String
    /// Who reads it, and what that means for small groups.
    let audience: String
    let summary: [String]
    /// What deserves a look: signals, then notices.
    let findings: [FindingCard]
    /// What was looked at and says nothing, in a sentence each.
    let quiet: [String]
    /// How many of those are not written out here; nil where all are.
    let quietMore: String?
    let plots: [PlotCard]
    let tables: [TableCard]
    let limits: [String]
    let method: String
    let laws: [LawCard]
    /// The whole report for programs.
    let json: Link?
}

/// A finding with what it shows and what it does not.
struct FindingCard: Sendable, Hashable {
    /// `signal` or `notice`.
    let tone: String
    /// The same in words.
    let standing: String
    let about: String
    let sentence: String
    /// Figure, interval, count and chance, a label each.
    let figures: [Fact]
    let shows: String
    let doesNotShow: String
    let law: LawLine?
}

/// A law's number beside a figure.
struct LawLine: Sendable, Hashable {
    let sentence: String
    /// The law's name, with the day of its facts; nil for one that is not in the list.
    let source: String?
    let isTriggered: Bool
}

/// A drawing with its words.
struct PlotCard: Sendable, Hashable {
    let title: String
    let description: String
    /// The only value that a template writes as it is: it can be made of a plot alone, which escapes its words.
    let drawing: Drawing
}

/// An SVG element.
struct Drawing: Sendable, Hashable {
    let svg: String
}

/// A table.
struct TableCard: Sendable, Hashable {
    let anchor: String
    let title: String
    let columns: [ColumnHead]
    let rows: [TableRow]
    /// Why cells are hidden; nil where none is.
    let hiding: String?
    let note: String?
    /// How many rows are left to the files; nil where all are here.
    let more: String?
    let csv: Link
    let json: Link
}

/// The head of a column.
struct ColumnHead: Sendable, Hashable {
    let title: String
    let isNumber: Bool
}

/// A row of a table.
struct TableRow: Sendable, Hashable {
    /// The first cell, which names the row.
    let head: String
    let cells: [TableCell]
}

/// A cell of a table.
struct TableCell: Sendable, Hashable {
    let words: String
    let isNumber: Bool
    let isHidden: Bool
}

/// A law that bears on an audit.
struct LawCard: Sendable, Hashable {
    let name: String
    let place: String
    let facts: [String]
    let asOf: DayMark?
    let sources: String
    /// That only reports about it were read; nil where its own text was.
    let secondHand: String?
}
