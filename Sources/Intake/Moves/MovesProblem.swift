/// One thing wrong with a file of moves: where, and what.
public struct MovesProblem: Sendable, Hashable {
    /// The file's name as it was given.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// The column's heading as the file writes it; nil for the row or file as a whole.
    public let column: String?
    /// What is wrong.
    public let fault: MovesFault

    /// Joins a place and a fault.
    public init(file: String, line: Int, column: String?, fault: MovesFault) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
    }
}

/// What can be wrong with a file of moves.
public enum MovesFault: Sendable, Hashable {
    /// No heading line, or no rows under it.
    case empty
    /// Bytes that are not UTF-8.
    case notUTF8
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// No heading says who moved.
    case noPersonColumn
    /// A quote opens and never closes.
    case openQuote
    /// More cells than headings.
    case tooManyCells(count: Int, headings: Int)
    /// A row that names nobody.
    case nobody
    /// A row without the day that all others have.
    case noDay
    /// Not a day.
    case badDate(String)
    /// Neither yes nor no.
    case badLabel(String)
}
