/// Why a table for reading titles could not be used.
public enum TitlesError: Error, Sendable, Hashable {
    /// A table of facts with problems, in the order of the file.
    case table([TableProblem])
    /// A file of titles has no such column.
    case noColumn(String, file: String, available: [String])
    /// A file of titles without a single row.
    case noRows(file: String)
}

/// One thing wrong with a table of facts, and where.
public struct TableProblem: Sendable, Hashable {
    /// The file, as it was named to the reader.
    public let file: String
    /// Line, from 1.
    public let line: Int
    /// The column's name; empty for the file as a whole.
    public let column: String
    /// What is wrong.
    public let fault: TableFault
}

/// The ways in which a table of facts can be wrong.
public enum TableFault: Sendable, Hashable {
    /// Nothing in it.
    case empty
    /// A column that has to be there.
    case missingColumn
    /// A cell that has to be filled.
    case blank
    /// No level of the reference ladder.
    case level(String)
    /// No standing that is known.
    case standing(String)
    /// No track that is known.
    case track(String)
}
