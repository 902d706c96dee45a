extension MovesProblem {
    /// Where, what is wrong, and what to do.
    public var words: String {
        let column = column.map { ", column `\($0)`" } ?? ""
        return "\(file), line \(line)\(column): \(fault.words)"
    }
}

extension MovesFault {
    /// What is wrong, and what to do.
    public var words: String {
        switch self {
        case .empty: "the file has no rows. Write one heading line and one line for each move."
        case .notUTF8: "the text is not UTF-8. Save the file again as \"CSV UTF-8\"."
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes; the limit is \(limit). Is it the right file?"
        case .noPersonColumn:
            "no heading says who moved. Add one of the columns `slack_id`, `email`, `handle`, `github`, `name`."
        case .openQuote: "a quoted cell opens here and never closes. Add the closing quote."
        case .tooManyCells(let count, let headings):
            "the line has \(count) cells, the heading line only \(headings). Put cells that hold a separator in quotes."
        case .nobody: "the line names nobody. Fill in an id, a handle, an address or a name."
        case .noDay: "the day is missing. Write it as year-month-day, such as 2024-03-01."
        case .badDate(let text): "`\(text)` is not a day. Write it as year-month-day, such as 2024-03-01."
        case .badLabel(let text):
            "`\(text)` is neither yes nor no. Write 1 for somebody who moved, 0 for somebody who did not."
        }
    }
}
