import Workspace
import Writing

extension OneOnOneError {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .noManager(let name):
            "The people file does not say whom \(name) reports to, so there are no two for a 1:1. Name the manager there."
        case .noWords: "There is nothing written. Write what was agreed or noted."
        case .tooLong(let letters, let limit): "That is \(letters) letters; \(limit) fit. Say it shorter."
        case .notOneOfBoth: "Only the two of the 1:1 can take something on. Choose one of them."
        case .badDue(let day):
            "\(DateWords.dayAndYear(day)) is over or too far ahead. Choose a day within about a year."
        case .tooManyOpen(let limit): "\(limit) things are open between you. Close some before you agree on more."
        case .noSuchAction: "There is no such action. It may be closed already; load the page again."
        case .alreadyClosed: "Somebody said already what came of it. Load the page again."
        case .notYet(let day): "\(DateWords.dayAndYear(day)) is not over. A 1:1 is noted once it took place."
        case .tooLongAgo(let day):
            "\(DateWords.dayAndYear(day)) is more than \(KeptOneOnOne.noteWithin) days ago. Note the newest 1:1 instead."
        case .alreadyKept(let day): "The 1:1 of \(DateWords.dayAndYear(day)) is noted already."
        case .badPlan: "Choose a weekday, an hour such as 14:30, and every one to four weeks."
        case .noSuchZone(let zone): "“\(zone)” is no zone that is known here. Write one such as Europe/Berlin."
        case .badHours: "Messages come between two hours of a day, such as 9:00 and 18:00. Write both."
        }
    }
}
