public import Workspace

/// Why something about a 1:1 cannot be done.
public enum OneOnOneError: Error, Sendable, Hashable {
    /// The people file names nobody whom the person reports to.
    case noManager(String)
    /// There are no words.
    case noWords
    /// More letters than the limit.
    case tooLong(letters: Int, limit: Int)
    /// Somebody who is neither of the two.
    case notOneOfBoth
    /// A due day in the past, or too far ahead.
    case badDue(CivilDate)
    /// As many are open as can be followed up.
    case tooManyOpen(limit: Int)
    /// There is no such action for these two.
    case noSuchAction
    /// Somebody said already what came of it.
    case alreadyClosed
    /// A day that has not come.
    case notYet(CivilDate)
    /// A day that is too long ago.
    case tooLongAgo(CivilDate)
    /// A 1:1 of that day is kept already.
    case alreadyKept(CivilDate)
    /// No such weekday, hour or number of weeks.
    case badPlan
    /// A zone that the system does not know.
    case noSuchZone(String)
    /// Hours for messages that are none, or that end before they begin.
    case badHours
}
