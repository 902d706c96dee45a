/// How the clock was tried, with the words that belong to the figures; nothing in it is about anybody.
///
/// Shape: made by a command, kept, and shown by a page; a page never makes one, since that can take minutes.
public struct Trial: Sendable, Hashable, Codable {
    /// Against what it was tried.
    public enum Sort: String, Sendable, Hashable, Codable, CaseIterable {
        /// Moves that are known.
        case backtest
        /// Made-up companies, in which it is known who grew.
        case simulation
    }

    /// Against what it was tried.
    public var sort: Sort
    /// What was asked, a label each.
    public var facts: [Fact]
    /// What it shows, in sentences.
    public var shows: [String]
    /// What it does not show.
    public var limits: [String]
    /// The figures.
    public var tables: [Table]

    /// Joins its parts.
    public init(_ sort: Sort, facts: [Fact], shows: [String], limits: [String], tables: [Table]) {
        self.sort = sort
        self.facts = facts
        self.shows = shows
        self.limits = limits
        self.tables = tables
    }

    /// Something that was asked.
    public struct Fact: Sendable, Hashable, Codable {
        /// What it is.
        public let label: String
        /// What it was.
        public let words: String

        /// Joins label and words.
        public init(_ label: String, _ words: String) {
            self.label = label
            self.words = words
        }
    }

    /// Figures in rows; the first cell of each is its name.
    public struct Table: Sendable, Hashable, Codable {
        /// What it is about.
        public let title: String
        /// What its figures mean, in a sentence.
        public let note: String
        /// The heading of each column.
        public let columns: [String]
        /// The rows, as long as the columns.
        public let rows: [[String]]

        /// Joins its parts.
        public init(_ title: String, note: String, columns: [String], rows: [[String]]) {
            self.title = title
            self.note = note
            self.columns = columns
            self.rows = rows
        }
    }
}
