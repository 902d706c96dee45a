extension TitlesError: CustomStringConvertible {
    /// What happened, where, and what to do; one problem a line.
    public var description: String {
        switch self {
        case .table(let problems): problems.map(\.description).joined(separator: "\n")
        case .noColumn(let column, let file, let available):
            "\(file): there is no column “\(column)”; it has \(available.joined(separator: ", ")). Name one with --column."
        case .noRows(let file): "\(file): there is nothing in it; the first row names the columns, titles follow."
        }
    }
}

extension TableProblem: CustomStringConvertible {
    /// `file:line: column: what is wrong and what to do`.
    public var description: String { "\(file):\(line): " + (column.isEmpty ? "" : "\(column): ") + fault.words }
}

extension TableFault {
    /// What is wrong and what to do.
    public var words: String {
        switch self {
        case .empty: "the table is empty; `crosstie titles facts` prints one to start from."
        case .missingColumn: "the column is missing; add it to the first row."
        case .blank: "the cell is empty; every fact says who, what and since when."
        case .level(let text): "“\(text)” is no level here; write a whole number from 1 to 9, low before high."
        case .standing(let text):
            "“\(text)” is not one of \(LevelFact.Standing.allCases.map(\.rawValue).joined(separator: ", "))."
        case .track(let text): "“\(text)” is not one of ic, management, ambiguous; leave it empty when unsure."
        }
    }
}
