extension PeopleProblem {
    /// Where, what is wrong, and what to do.
    public var words: String {
        let column = column.map { ", column `\($0)`" } ?? ""
        return "\(file), line \(line)\(column): \(fault.words)"
    }
}

extension PeopleFault {
    /// What is wrong, and what to do.
    public var words: String {
        switch self {
        case .empty: "the file has no people. Write one heading line and one line for each person."
        case .notUTF8: "the text is not UTF-8. Save the file again as \"CSV UTF-8\"."
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes; the limit is \(limit). Is it the right file?"
        case .noKeyColumn: "no heading says `id` or `email`. Add one of the two columns."
        case .noNameColumn: "no heading says `name`. Add the column."
        case .columnTwice(let other): "it means the same as column `\(other)`. Keep one of the two."
        case .openQuote: "a quoted cell opens here and never closes. Add the closing quote."
        case .tooManyCells(let count, let headings):
            "the line has \(count) cells, the heading line only \(headings). Put cells that hold a separator in quotes."
        case .noKey: "id and e-mail are both missing. Fill in one of them."
        case .noName: "the name is missing. Fill it in."
        case .badEmail(let text): "`\(text)` is not an e-mail address. Correct it or leave it empty."
        default: valueWords
        }
    }

    private var valueWords: String {
        switch self {
        case .unknownTrack(let text): "`\(text)` is not a track. Write `ic` or `management`."
        case .badLevel(let text): "`\(text)` is not a level. Write a whole number from 1 to 10."
        case .badDate(let text): "`\(text)` is not a day. Write it as year-month-day, such as 2024-03-01."
        case .idTwice(let text, let line):
            "id `\(text)` is already on line \(line). Each person needs an id of their own."
        case .emailTwice(let text, let line):
            "e-mail `\(text)` is already on line \(line). Each person needs an address of their own."
        case .slackTwice(let text, let line):
            "Slack account `\(text)` is already on line \(line). Each account belongs to one person."
        case .unknownManager(let text):
            "manager `\(text)` is not in the file. Write the manager's id or e-mail, or leave the cell empty."
        case .ownManager: "the person is their own manager. Write whom they report to, or leave the cell empty."
        case .managerLoop(let ids):
            "the managers go round in a circle (\((ids + ids.prefix(1)).joined(separator: " → "))). Correct one of them."
        default: sealedWords
        }
    }

    /// Of sealed columns nothing is repeated: errors travel further than files.
    private var sealedWords: String {
        switch self {
        case .badAmount: "the cell is not an amount of money a year. Write it like 85000 or 85000.50."
        case .badCurrency: "the cell is not a currency. Write three letters, such as EUR."
        case .otherCurrency: "the amount names another currency than the column `currency`. Write one of the two."
        case .badShare: "the cell is not a share of full time. Write it like 0.8 or 80 %, at most 1."
        case .badHours: "the cell is not a number of hours a week. Write a number from 1 to 80, such as 37.5."
        case .payTwice: "pay for the share worked and pay for full time are both given. Keep one of the two."
        case .payWithoutBase: "base pay is missing beside this cell. Fill it in, or leave both empty."
        case .badScope(let text): "`\(text)` is not a scope score. Write a number from 1 to 5, such as 3.4."
        case .badAge: "the cell is not an age or a band of ages. Write it like 42 or 40-49."
        case .badBirth: "the cell is not a day or a year of birth. Write it like 1984 or 1984-03-01."
        case .longGroup(let limit): "the cell is longer than \(limit) characters. Write the short name of a group."
        default: ""
        }
    }
}
