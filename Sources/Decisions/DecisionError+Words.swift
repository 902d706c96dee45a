public import Evidence
import Workspace

extension DecisionError: CustomStringConvertible {
    /// What happened and what to do, in sentences.
    public var description: String {
        switch self {
        case .noSuchDecision(let id):
            "there is no decision “\(id)” that you may open. `crosstie decisions` lists those that there are."
        case .noSuchProposal(let id):
            "nothing is proposed under “\(id)”. `crosstie decisions` lists what is, each with the id to use."
        case .taken(let id):
            "the decision \(id) rests on this evidence already. Look at it with `crosstie decisions show \(id)`."
        case .notYours:
            "this belongs to those who decided, or to whom they report. Write your own dissent instead, if you see it differently."
        case .needsPerson(let act):
            "a person has to say this (\(act.rawValue)), with their name. Add --as PERSON."
        case .noDecider: "name at least one person who decided."
        case .tooFewWords(let field, let given, let needed):
            "the \(field.rawValue) has \(given) \(given == 1 ? "word" : "words"); write at least \(needed), so that somebody who was not there understands it."
        case .tooLong(let field, let given, let limit):
            "the \(field.rawValue) has \(given) characters; at most \(limit) are kept. Say it shorter, or link to a document."
        case .tooMany(let field, let given, let limit):
            "\(given) \(field.rawValue) are named; at most \(limit) are kept."
        case .dayAhead(let day, let today): "\(day) lies ahead; a decision is of today (\(today)) or earlier."
        case .ownWordsNeeded:
            "not everybody could read the message that this decision rests on. Say what was decided in your own words before you open it to everybody."
        case .notFrom(let state, let act): "a decision that is \(state.words) cannot be changed by “\(act.rawValue)”."
        case .notDue(let next?):
            "no check is due yet; the next is on \(next). Before that a decision can only be amended or reversed."
        case .notDue(nil):
            "no check of this decision is left, so nothing is due any more. It can still be amended or reversed."
        case .noSuchCheck(let number):
            "there is no check under the number \(number) that could be taken back. `crosstie decisions show` numbers them."
        }
    }
}

extension DecisionState {
    /// The state as a word in a sentence.
    public var words: String {
        switch self {
        case .dismissed: "dismissed"
        case .stands: "standing"
        case .amended: "amended"
        case .reversedOnNewFacts: "reversed on new facts"
        case .reversedAsWrong: "reversed as wrong"
        case .withdrawn: "withdrawn"
        }
    }
}

extension DecisionOutcome {
    /// The outcome as a word in a sentence.
    public var words: String {
        switch self {
        case .stands: "stands"
        case .amended: "amended"
        case .reversedOnNewFacts: "reversed on new facts"
        case .reversedAsWrong: "reversed as wrong"
        }
    }
}
