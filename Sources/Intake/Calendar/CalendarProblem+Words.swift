extension CalendarProblem {
    /// What happened, where, and what to do; the file's own words are not repeated.
    public var words: String { "line \(line): \(fault.words)" }
}

extension CalendarProblem.Fault {
    var words: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "The file has \(bytes) bytes; the limit is \(limit). Export a shorter time."
        case .notText: "This is no calendar text in UTF-8. Export the calendar again as iCalendar (.ics)."
        case .notACalendar: "A calendar begins with BEGIN:VCALENDAR, and this does not. Export it as iCalendar (.ics)."
        case .cutOff(let open): "The file ends inside \(open). Download it again."
        case .unbalanced(let open, let end):
            "END:\(end) stands where \(open) is open, so it is not clear what belongs together. Export the calendar again."
        case .tooDeep(let limit):
            "Components stand in each other more than \(limit) deep. No calendar needs that; nothing was read."
        case .longLine(let property, let limit):
            "\(property) is longer than \(limit) bytes. No calendar needs that; nothing was read."
        case .tooManyEvents(let limit): "The file has more than \(limit) events. Export a shorter time."
        case .tooManyValues(let property, let limit):
            "An event has more than \(limit) values of \(property). No calendar needs that; nothing was read."
        case .tooManySteps(let limit):
            "Events repeat more than \(limit) times until today. Export a calendar without its past."
        case .tooManyMeetings(let limit): "More than \(limit) meetings fall into this time. Export a shorter time."
        case .badValue(let property):
            "\(property) is none that RFC 5545 knows. This event was left out; the rest was read."
        case .otherRule: "This repeats in a way that is not followed. Its first day alone was read."
        case .unknownZone: "Nobody knows this zone. The hour was read in the workspace's own; the rest was read."
        }
    }
}
