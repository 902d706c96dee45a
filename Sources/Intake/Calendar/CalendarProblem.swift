/// What is wrong with a calendar, and on which line of the file.
public struct CalendarProblem: Error, Sendable, Hashable {
    /// The line, from 1; of a folded line, the first.
    public let line: Int
    /// What is wrong.
    public let fault: Fault

    /// Joins place and fault.
    public init(line: Int, _ fault: Fault) {
        self.line = line
        self.fault = fault
    }

    /// What can be wrong.
    public enum Fault: Sendable, Hashable {
        /// More bytes than the limit.
        case tooLarge(bytes: Int, limit: Int)
        /// Bytes that no text of this kind has: a zero byte, or UTF-16.
        case notText
        /// It does not begin with `BEGIN:VCALENDAR`.
        case notACalendar
        /// The end is missing; what is still open.
        case cutOff(open: String)
        /// An `END` that does not fit the `BEGIN` before it.
        case unbalanced(open: String, end: String)
        /// Components in components, deeper than the limit.
        case tooDeep(limit: Int)
        /// A line that is needed is longer than the limit.
        case longLine(property: String, limit: Int)
        /// More events than the limit.
        case tooManyEvents(limit: Int)
        /// More exceptions, extra days or attendees in an event than the limit.
        case tooManyValues(property: String, limit: Int)
        /// Repeats more often than can be followed.
        case tooManySteps(limit: Int)
        /// More meetings than the limit.
        case tooManyMeetings(limit: Int)
        /// A value that is none of its kind; the event is left out.
        case badValue(property: String)
        /// A way of repeating that is not followed; the first occurrence alone is kept.
        case otherRule
        /// A zone that neither the file nor the system knows; read in the workspace's own.
        case unknownZone
    }
}

extension CalendarProblem.Fault {
    /// True where the rest of the file was read all the same.
    public var leavesTheRest: Bool {
        switch self {
        case .badValue, .otherRule, .unknownZone: true
        default: false
        }
    }
}
