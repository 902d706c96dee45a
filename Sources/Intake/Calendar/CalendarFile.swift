public import Workspace

/// What a calendar says between two days.
public struct CalendarReading: Sendable, Hashable {
    /// Meetings, the earliest first.
    public let meetings: [Meeting]
    /// What could not be read; the rest was.
    public let problems: [CalendarProblem]
}

/// Reads iCalendar files as people's calendars write them; bounded, whatever stands in them.
///
/// Shape: what nobody needs (notes, alarms, attachments) is passed over and never kept.
/// Errors: `IntakeError.calendarFile` where the file as a whole cannot be read; an event that cannot is left out and told.
/// Source: RFC 5545; RFC 6868 and RFC 7986 add nothing that is needed here.
public struct CalendarFile: Sendable {
    /// How much is read.
    public var limits: CalendarLimits
    /// The zone of times that name none; a name of the IANA database.
    public var zone: String

    /// Reads with the usual limits.
    public init(zone: String = "UTC", limits: CalendarLimits = CalendarLimits()) {
        self.zone = zone
        self.limits = limits
    }

    /// The meetings that begin from one moment to before another; microseconds since 1970 UTC.
    public func read(
        _ bytes: [UInt8],
        name: String,
        from: Int64,
        to: Int64
    ) throws(IntakeError) -> CalendarReading {
        do throws(CalendarProblem) {
            let parts = try CalendarParts(bytes, limits: limits)
            var unfolding = Occurrences(parts, zone: zone, limits: limits, from: from, to: to)
            return try unfolding.reading()
        } catch {
            throw .calendarFile(file: name, problem: error)
        }
    }
}

/// The events and zones of a file.
struct CalendarParts {
    private(set) var events: [CalendarEvent] = []
    private(set) var zones: [String: CalendarZone] = [:]

    private static let needed: Set<String> = [
        "BEGIN", "END", "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "SEQUENCE", "STATUS", "ORGANIZER", "ATTENDEE", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
    ]

    init(_ bytes: [UInt8], limits: CalendarLimits) throws(CalendarProblem) {
        guard bytes.count <= limits.bytes else {
            throw CalendarProblem(line: 1, .tooLarge(bytes: bytes.count, limit: limits.bytes))
        }
        try Self.refuseOtherText(bytes)
        var lines = CalendarLines(bytes, needed: Self.needed, limit: limits.lineBytes)
        var open: [String] = []
        var event: CalendarEvent?
        var zone: (name: String, observances: [CalendarZone.Observance])?
        while let line = try lines.next() {
            switch line.name {
            case "BEGIN":
                let sort = line.value.uppercased().filter { !$0.isWhitespace }
                guard !open.isEmpty || sort == "VCALENDAR" else {
                    throw CalendarProblem(line: line.number, .notACalendar)
                }
                guard open.count < limits.depth else {
                    throw CalendarProblem(line: line.number, .tooDeep(limit: limits.depth))
                }
                if sort == "VEVENT", open.count == 1 { event = CalendarEvent(line: line.number) }
                if sort == "VTIMEZONE", open.count == 1 { zone = ("", []) }
                if sort == "STANDARD" || sort == "DAYLIGHT", open.last == "VTIMEZONE" {
                    zone?.observances.append(.init())
                }
                open.append(sort)
            case "END":
                let sort = line.value.uppercased().filter { !$0.isWhitespace }
                guard let last = open.last else { throw CalendarProblem(line: line.number, .notACalendar) }
                guard last == sort else {
                    throw CalendarProblem(line: line.number, .unbalanced(open: Self.safe(last), end: Self.safe(sort)))
                }
                open.removeLast()
                if open.count == 1, sort == "VEVENT", let found = event {
                    guard events.count < limits.events else {
                        throw CalendarProblem(line: found.line, .tooManyEvents(limit: limits.events))
                    }
                    events.append(found)
                    event = nil
                }
                if open.count == 1, sort == "VTIMEZONE", let found = zone {
                    if !found.name.isEmpty, !found.observances.isEmpty {
                        zones[found.name] = .described(found.observances)
                    }
                    zone = nil
                }
            default:
                guard !open.isEmpty else { throw CalendarProblem(line: line.number, .notACalendar) }
                if open.last == "VEVENT", open.count == 2 {
                    try event?.take(line, limits: limits)
                } else if open.last == "VTIMEZONE", line.name == "TZID" {
                    zone?.name = line.value
                } else if open.count == 3, zone != nil, let last = zone?.observances.indices.last {
                    try zone?.observances[last].take(line, limits: limits)
                }
            }
        }
        guard open.isEmpty else {
            throw CalendarProblem(line: lines.lineNumber, .cutOff(open: Self.safe(open.last ?? "")))
        }
        guard lines.lineNumber > 0, !bytes.isEmpty, sawCalendar(bytes) else {
            throw CalendarProblem(line: 1, .notACalendar)
        }
    }

    private func sawCalendar(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(65_536), as: UTF8.self).uppercased()
        return head.contains("BEGIN:VCALENDAR")
    }

    /// A zero byte stands in no such text; it is what UTF-16 is full of.
    private static func refuseOtherText(_ bytes: [UInt8]) throws(CalendarProblem) {
        guard let place = bytes.firstIndex(of: 0) else { return }
        let line = bytes[..<place].count { $0 == CalendarLine.Byte.newline } + 1
        throw CalendarProblem(line: line, .notText)
    }

    /// A component's name as a sentence may repeat it.
    private static func safe(_ name: String) -> String {
        let letters = name.prefix(30).filter { $0.isASCII && ($0.isLetter || $0 == "-") }
        return letters.isEmpty ? "a component" : String(letters)
    }
}

extension CalendarZone.Observance {
    /// Takes a line of `STANDARD` or `DAYLIGHT` over; what cannot be read leaves the part of the year as it is.
    mutating func take(_ line: CalendarLine, limits: CalendarLimits) throws(CalendarProblem) {
        switch line.name {
        case "DTSTART": if let time = CalendarTime(line.value) { start = time.local }
        case "TZOFFSETFROM": from = CalendarDuration.offset(line.value) ?? 0
        case "TZOFFSETTO": to = CalendarDuration.offset(line.value) ?? 0
        case "RRULE": rule = try? RecurrenceRule(line.value)
        case "RDATE":
            extra += line.value.split(separator: ",").prefix(limits.values).compactMap { CalendarTime($0)?.local }
            guard extra.count <= limits.values else {
                throw CalendarProblem(line: line.number, .tooManyValues(property: line.name, limit: limits.values))
            }
        default: break
        }
    }
}
