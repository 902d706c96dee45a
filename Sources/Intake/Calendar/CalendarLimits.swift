/// How much of a calendar is read; what is larger was not made by people.
public struct CalendarLimits: Sendable, Hashable {
    /// The most bytes of a file.
    public var bytes = 16 * 1_048_576
    /// The most bytes of a line that is needed, after unfolding.
    public var lineBytes = 65_536
    /// How deep components may stand in each other.
    public var depth = 8
    /// The most events, changed occurrences among them.
    public var events = 50_000
    /// The most exceptions, extra days and attendees of one event.
    public var values = 5_000
    /// How many days are looked at to repeat all events together.
    public var steps = 5_000_000
    /// The most problems that are told.
    public var problems = 1_000
    /// The most meetings that come out.
    public var meetings = 50_000

    /// The usual limits.
    public init() {}
}
