import Answers
import Calibration
import Decisions
import Desk
import Evidence
import Moves
import OneOnOnes
import Records
import Reviews

extension Problem {
    /// What the desk said against an operation, as a program is told; nil for a fault of the program.
    init?(_ error: any Error, refusal: Operation.Refusal) {
        switch error {
        case let problem as Problem: self = problem
        case let error as DeskError: self.init(error, refusal)
        case let error as EntryRefusal: self.init(error)
        case let error as RequestError: self.init(error)
        case let error as OneOnOneError: self.init(error)
        case let error as ReviewError: self.init(error)
        case let error as DecisionError: self.init(error)
        case let error as MoveError: self.init(error)
        case is BoardRefusal: self = .gone
        case is VaultError:
            self.init(
                .sealed,
                "It is kept sealed, and the program was started without the key that opens it. Whoever runs Crosstie can "
                    + "start it with the key."
            )
        default: return nil
        }
    }

    private init(_ error: DeskError, _ refusal: Operation.Refusal) {
        switch error {
        case .notAllowed where refusal == .notAllowed:
            self.init(.notAllowed, "It opens for people operations and representatives.")
        case .noLevel:
            self.init(.notFound, "The people file states no level of the ladder, so there is nothing to read against.")
        case .badPeriod: self.init(.malformed, "A period needs a first and a last day, in this order.")
        default: self = .gone
        }
    }

    private init(_ error: EntryRefusal) {
        switch error {
        case .noSuchEntry: self = .gone
        case .noReason: self = .field("words", "Write at least \(Objection.fewestWords) words.")
        case .tooLong: self = .field("words", "At most \(Objection.longest) characters are kept.")
        case .notNow: self.init(.conflict, "Its state does not allow it any more. Read it again.")
        }
    }

    private init(_ error: RequestError) {
        switch error {
        case .noSuchRequest, .noSuchAnswer: self = .gone
        case .tooLong, .privateMatter: self = .field("words", error.description)
        default: self.init(.conflict, error.description)
        }
    }

    private init(_ error: OneOnOneError) {
        switch error {
        case .noSuchAction: self = .gone
        case .noWords, .tooLong: self = .field("text", error.words)
        case .notOneOfBoth: self = .field("owner", error.words)
        case .badDue: self = .field("due", error.words)
        default: self.init(.conflict, error.words)
        }
    }

    private init(_ error: ReviewError) {
        switch error {
        case .noSuchReview, .noSuchRequest: self = .gone
        case .noSuchEvidence: self = .field("entry", error.words)
        case .noSuchLine: self = .field("line", error.words)
        case .noWords, .tooLong, .privateMatter: self = .field("text", error.words)
        default: self.init(.conflict, error.words)
        }
    }

    private init(_ error: DecisionError) {
        switch error {
        case .noSuchDecision, .noSuchProposal, .notYours: self = .gone
        default: self.init(.conflict, "It cannot be done with this decision now.")
        }
    }

    private init(_ error: MoveError) {
        switch error {
        case .noSuchMove, .noQuestion: self = .gone
        default: self.init(.conflict, error.words)
        }
    }
}
