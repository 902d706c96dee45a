import Workspace

/// An event of a calendar, before it is repeated.
struct CalendarEvent {
    /// The line of its `BEGIN`.
    var line: Int
    var uid = ""
    var title = ""
    var start: Stamp?
    var end: Stamp?
    var duration: Int?
    var rule: (line: Int, text: String)?
    var extra: [Stamp] = []
    var except: [Stamp] = []
    var replaces: Stamp?
    var sequence = 0
    var isCancelled = false
    /// Lower-cased addresses with whether they said no.
    var attendees: [String: Bool] = [:]
    var organizer: String?
    var problem: CalendarProblem?

    /// A time with the zone that it is meant in.
    struct Stamp: Hashable {
        let time: CalendarTime
        let zone: String?
        let line: Int
    }

    /// Takes a line over.
    mutating func take(_ line: CalendarLine, limits: CalendarLimits) throws(CalendarProblem) {
        switch line.name {
        case "UID": uid = line.value
        case "SUMMARY": title = String(line.words.prefix(300))
        case "DTSTART": start = stamps(line, limits).first
        case "DTEND": end = stamps(line, limits).first
        case "RECURRENCE-ID": replaces = stamps(line, limits).first
        case "RDATE":
            extra += stamps(line, limits)
            try limit(extra.count, line, limits)
        case "EXDATE":
            except += stamps(line, limits)
            try limit(except.count, line, limits)
        case "DURATION":
            duration = CalendarDuration.seconds(line.value)
            if duration == nil { fail(line) }
        case "RRULE": rule = (line.number, line.value)
        case "STATUS": isCancelled = line.value.uppercased() == "CANCELLED"
        case "SEQUENCE": sequence = Int(line.value) ?? 0
        case "ORGANIZER": organizer = Self.address(line)
        case "ATTENDEE":
            let sort = line.parameters["CUTYPE"]?.uppercased() ?? "INDIVIDUAL"
            guard sort != "ROOM", sort != "RESOURCE", let address = Self.address(line) else { return }
            attendees[address] = line.parameters["PARTSTAT"]?.uppercased() == "DECLINED"
            try limit(attendees.count, line, limits)
        default: break
        }
    }

    /// Who comes: whoever was asked and did not say no, and whoever asked.
    var comers: [String] {
        var comers = Set(attendees.filter { !$0.value }.keys)
        if let organizer, attendees[organizer] != true { comers.insert(organizer) }
        return comers.sorted()
    }

    private func limit(_ count: Int, _ line: CalendarLine, _ limits: CalendarLimits) throws(CalendarProblem) {
        guard count <= limits.values else {
            throw CalendarProblem(line: line.number, .tooManyValues(property: line.name, limit: limits.values))
        }
    }

    private mutating func stamps(_ line: CalendarLine, _ limits: CalendarLimits) -> [Stamp] {
        var stamps: [Stamp] = []
        for part in line.value.split(separator: ",") {
            // A period: its beginning.
            let text = part.prefix { $0 != "/" }
            guard let time = CalendarTime(text) else {
                fail(line)
                return stamps
            }
            stamps.append(Stamp(time: time, zone: line.parameters["TZID"], line: line.number))
            if stamps.count > limits.values { return stamps }
        }
        return stamps
    }

    private mutating func fail(_ line: CalendarLine) {
        if problem == nil { problem = CalendarProblem(line: line.number, .badValue(property: line.name)) }
    }

    /// `mailto:` addresses, and the address beside an address of another sort.
    private static func address(_ line: CalendarLine) -> String? {
        let value = line.value.lowercased()
        if value.hasPrefix("mailto:") {
            let address = value.dropFirst("mailto:".count).filter { !$0.isWhitespace }
            return address.contains("@") ? address : nil
        }
        return line.parameters["EMAIL"].map { $0.lowercased() }.flatMap { $0.contains("@") ? $0 : nil }
    }
}
