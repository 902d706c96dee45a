public import Workspace

/// Why a move cannot go on like this.
public enum MoveError: Error, Sendable, Hashable {
    /// No move under this id.
    case noSuchMove(String)
    /// The people file gives no level, so there is nothing to move from.
    case noLevel(person: String)
    /// The person no longer works here.
    case left(person: String)
    /// No level above on the track.
    case topOfTrack(track: Track, level: Int)
    /// A level that is not the next one; which is.
    case notNext(asked: Int, next: Int)
    /// The person is on this track already.
    case sameTrack(Track)
    /// The other track has no such level; the levels that it has.
    case noCounterpart(level: Int, track: Track, levels: [Int])
    /// A move of the person is still open.
    case stillOpen(MoveID)
    /// The act belongs to the other kind of move.
    case otherKind(MoveID, MoveKind)
    /// The move is in a state from which this act does not lead on.
    case notFrom(state: MoveState, act: MoveAct)
    /// Nobody decides about themselves.
    case ownCase
    /// The decider has yet to write down an outcome before seeing anything.
    case viewFirst
    /// The decider's outcome before seeing is on record and stays.
    case viewGiven
    /// The decider has not looked at state and items yet.
    case lookFirst
    /// A reason with fewer sentences than needed.
    case tooFewSentences(given: Int, needed: Int)
    /// The outcome differs from the one before seeing, and no reason is given.
    case changeWithoutReason(before: MoveOutcome)
    /// A refusal without an unmet rule.
    case noRule
    /// A rule that is none of the gates and competencies of the pack; which there are.
    case unknownRule(String, known: [String])
    /// A day to look again that is not within a year from now.
    case badRecheck(CivilDate, from: CivilDate, to: CivilDate)
    /// A first day that is not possible.
    case badDay(CivilDate, from: CivilDate, to: CivilDate)
    /// Words that a text about a move never uses.
    case wording([String])
    /// The person has not agreed to the change of track.
    case notAgreed(person: String)
    /// The right to return ended, or never was.
    case noReturn(until: CivilDate?)
    /// No question was opened for the year.
    case noQuestion(year: Int)
    /// The question is closed, or not open yet.
    case questionClosed(from: CivilDate, to: CivilDate)
    /// The question is still open, so nothing is shown of it.
    case questionOpen(until: CivilDate)
}
