/// One thing wrong with a people file: where, and what.
public struct PeopleProblem: Sendable, Hashable {
    /// The file's name as it was given.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// The column's heading as the file writes it; nil for the row or file as a whole.
    public let column: String?
    /// What is wrong.
    public let fault: PeopleFault

    /// Joins a place and a fault.
    public init(file: String, line: Int, column: String?, fault: PeopleFault) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
    }
}

/// What can be wrong with a people file.
public enum PeopleFault: Sendable, Hashable {
    /// No heading line, or no rows under it.
    case empty
    /// Bytes that are not UTF-8.
    case notUTF8
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// The headings name neither an id nor an e-mail column.
    case noKeyColumn
    /// The headings name no name column.
    case noNameColumn
    /// Two headings that mean the same; the earlier one.
    case columnTwice(String)
    /// A quote opens and never closes.
    case openQuote
    /// More cells than headings.
    case tooManyCells(count: Int, headings: Int)
    /// Neither id nor e-mail.
    case noKey
    /// No name.
    case noName
    /// Not an e-mail address.
    case badEmail(String)
    /// Neither of the two tracks.
    case unknownTrack(String)
    /// Not a whole number from 1 to 10.
    case badLevel(String)
    /// Not a day.
    case badDate(String)
    /// Not an amount of money; the cell's text is kept out on purpose, and so in all faults of sealed columns.
    case badAmount
    /// Not three letters of a currency.
    case badCurrency
    /// Two currencies in one line.
    case otherCurrency
    /// Not a share of full time.
    case badShare
    /// Not a number of hours a week.
    case badHours
    /// Pay for the share worked and pay for full time in one line.
    case payTwice
    /// Variable pay, currency or share without base pay.
    case payWithoutBase
    /// Not a scope score from 1 to 5.
    case badScope(String)
    /// Not an age or a band of ages.
    case badAge
    /// Not a day or a year of birth.
    case badBirth
    /// Too long to be the name of a group.
    case longGroup(limit: Int)
    /// The same id on an earlier line.
    case idTwice(String, line: Int)
    /// The same e-mail address on an earlier line.
    case emailTwice(String, line: Int)
    /// The same Slack account on an earlier line.
    case slackTwice(String, line: Int)
    /// A manager whom the file does not list.
    case unknownManager(String)
    /// A person who reports to themselves.
    case ownManager
    /// A chain of managers that comes back to where it began; the ids along it.
    case managerLoop([String])
}
