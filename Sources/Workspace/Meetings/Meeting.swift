/// One time at which people meet, as a calendar has it; nothing that was written into it but its title.
public struct Meeting: Sendable, Hashable {
    /// When it begins, microseconds since 1970 UTC.
    public let start: Int64
    /// When it ends, microseconds since 1970 UTC.
    public let end: Int64
    /// True for something that fills whole days, which is no appointment.
    public let isAllDay: Bool
    /// The title; empty where there is none.
    public let title: String
    /// Addresses of everybody who is asked to come, the organizer among them, lower-cased, each once; rooms are left out.
    public let attendees: [String]

    /// Joins its parts.
    public init(start: Int64, end: Int64, isAllDay: Bool = false, title: String, attendees: [String]) {
        self.start = start
        self.end = end
        self.isAllDay = isAllDay
        self.title = title
        self.attendees = attendees
    }
}
