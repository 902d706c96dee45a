public import Evidence
public import Workspace

/// Why something cannot be done about a decision.
public enum DecisionError: Error, Sendable, Hashable {
    /// No decision under this id.
    case noSuchDecision(String)
    /// Nothing is proposed under this id of evidence.
    case noSuchProposal(String)
    /// Another decision of the ledger rests on this evidence already.
    case taken(DecisionID)
    /// The act belongs to a decider or to somebody whom a decider reports to.
    case notYours
    /// The act belongs to a person, and the command line is none.
    case needsPerson(DecisionAct)
    /// Nobody is named who decided.
    case noDecider
    /// What was decided is said in fewer words than anybody could understand.
    case tooFewWords(field: Field, given: Int, needed: Int)
    /// More is written than is kept.
    case tooLong(field: Field, given: Int, limit: Int)
    /// More items than are kept.
    case tooMany(field: Field, given: Int, limit: Int)
    /// A day that lies ahead.
    case dayAhead(CivilDate, today: CivilDate)
    /// Everybody is to read it, and its words are a message's that not everybody could read.
    case ownWordsNeeded
    /// The decision is in a state from which this act does not lead on.
    case notFrom(state: DecisionState, act: DecisionAct)
    /// No check is due; when the next one is, nil where none is left.
    case notDue(next: CivilDate?)
    /// No check under this number that could be taken back.
    case noSuchCheck(Int)

    /// What of a decision was written.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        /// What was decided.
        case decision
        /// What else was possible.
        case alternatives
        /// What is expected to come of it.
        case expected = "expected result"
        /// How one will see it.
        case sign
        /// The system or topic.
        case topic
        /// Addresses.
        case links
        /// The deciders.
        case deciders
        /// A dissent.
        case dissent
        /// A reason.
        case reason
    }
}
