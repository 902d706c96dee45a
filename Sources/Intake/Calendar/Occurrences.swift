import Workspace

/// Repeats the events of a calendar between two moments: rules, extra days, exceptions, changed and cancelled occurrences.
struct Occurrences {
    private let parts: CalendarParts
    private let limits: CalendarLimits
    private let home: CalendarZone
    private let from: Int64
    private let to: Int64
    private var problems: Set<CalendarProblem> = []
    private var steps = 0
    /// Changed occurrences by event and the moment that they stand for; of several, the newest.
    private var changed: [Key: CalendarEvent] = [:]

    private struct Key: Hashable {
        let uid: String
        let moment: Int64
    }

    init(_ parts: CalendarParts, zone: String, limits: CalendarLimits, from: Int64, to: Int64) {
        self.parts = parts
        self.limits = limits
        home = CalendarZone.knows(zone) ? .named(zone) : .utc
        self.from = from
        self.to = to
    }

    mutating func reading() throws(CalendarProblem) -> CalendarReading {
        var meetings: [Meeting] = []
        for event in parts.events {
            if let problem = event.problem { tell(problem) }
            guard event.problem == nil, let replaces = event.replaces else { continue }
            let key = Key(uid: event.uid, moment: moment(of: replaces))
            if changed[key].map({ $0.sequence <= event.sequence }) ?? true { changed[key] = event }
        }
        for event in newest where event.problem == nil && !event.isCancelled {
            guard let start = event.start else { continue }
            for begin in try starts(of: event, start) where changed[Key(uid: event.uid, moment: begin)] == nil {
                try add(event, at: begin, isDay: start.time.isDay, to: &meetings)
            }
        }
        for event in changed.values where !event.isCancelled {
            guard let start = event.start else { continue }
            try add(event, at: moment(of: start), isDay: start.time.isDay, to: &meetings)
        }
        return CalendarReading(
            meetings: Array(Set(meetings)).sorted { ($0.start, $0.end, $0.title) < ($1.start, $1.end, $1.title) },
            problems: problems.sorted { $0.line < $1.line }
        )
    }

    /// Events that stand for themselves; of one that is there several times, the newest.
    private var newest: [CalendarEvent] {
        var byID: [String: CalendarEvent] = [:]
        var nameless: [CalendarEvent] = []
        for event in parts.events where event.replaces == nil {
            if event.uid.isEmpty {
                nameless.append(event)
            } else if byID[event.uid].map({ $0.sequence <= event.sequence }) ?? true {
                byID[event.uid] = event
            }
        }
        return byID.values.sorted { $0.line < $1.line } + nameless
    }

    private mutating func add(
        _ event: CalendarEvent,
        at begin: Int64,
        isDay: Bool,
        to meetings: inout [Meeting]
    ) throws(CalendarProblem) {
        guard begin >= from, begin < to else { return }
        guard meetings.count < limits.meetings else {
            throw CalendarProblem(line: event.line, .tooManyMeetings(limit: limits.meetings))
        }
        meetings.append(
            Meeting(
                start: begin,
                end: begin + length(of: event, isDay: isDay),
                isAllDay: isDay,
                title: event.title,
                attendees: event.comers
            )
        )
    }

    private mutating func length(of event: CalendarEvent, isDay: Bool) -> Int64 {
        if let start = event.start, let end = event.end { return max(0, moment(of: end) - moment(of: start)) }
        if let duration = event.duration { return Int64(max(0, duration)) * 1_000_000 }
        return isDay ? 86_400_000_000 : 0
    }

    /// When an event begins, each time until the end of the stretch that is asked for.
    private mutating func starts(
        of event: CalendarEvent,
        _ start: CalendarEvent.Stamp
    ) throws(CalendarProblem) -> [Int64] {
        var starts = Set(event.extra.map { moment(of: $0) })
        let zone = zone(of: start)
        if let rule = followed(event) {
            starts.formUnion(try repeated(start, rule, in: zone, line: event.line))
        } else {
            starts.insert(moment(of: start))
        }
        for stamp in event.except {
            starts.remove(moment(of: stamp))
            // A day without an hour takes every occurrence of that day.
            guard stamp.time.isDay, !start.time.isDay else { continue }
            starts = starts.filter { zone.local(ofSeconds: Int($0 / 1_000_000)).day != stamp.time.local.day }
        }
        return starts.sorted()
    }

    private mutating func followed(_ event: CalendarEvent) -> RecurrenceRule? {
        guard let rule = event.rule else { return nil }
        do throws(RecurrenceRule.Failure) {
            return try RecurrenceRule(rule.text)
        } catch {
            let fault: CalendarProblem.Fault = error == .other ? .otherRule : .badValue(property: "RRULE")
            tell(CalendarProblem(line: rule.line, fault))
            return nil
        }
    }

    private mutating func repeated(
        _ start: CalendarEvent.Stamp,
        _ rule: RecurrenceRule,
        in zone: CalendarZone,
        line: Int
    ) throws(CalendarProblem) -> Set<Int64> {
        let first = start.time.local
        let horizon = CivilDate(microseconds: from)
        var found: Set<Int64> = []
        var counted = 0
        var number = rule.count == nil ? rule.stretches(from: first.day, before: horizon) : 0
        // The first occurrence counts even where the rule would not have put it there.
        if !(rule.period(0, from: first.day).map { rule.days(in: $0, start: first.day) } ?? []).contains(first.day) {
            found.insert(zone.moment(of: first))
            counted = 1
        }
        while let stretch = rule.period(number, from: first.day) {
            steps += stretch.days
            guard steps <= limits.steps else {
                throw CalendarProblem(line: line, .tooManySteps(limit: limits.steps))
            }
            for day in rule.days(in: stretch, start: first.day) where day >= first.day {
                let local = LocalTime(day: day, second: first.second)
                let begin = zone.moment(of: local)
                if begin >= to || isOver(rule, local, begin) || rule.count.map({ counted >= $0 }) ?? false {
                    return found
                }
                counted += 1
                if begin >= from { found.insert(begin) }
            }
            if Int64(stretch.first.days) * 86_400_000_000 > to { return found }
            number += 1
        }
        return found
    }

    private func isOver(_ rule: RecurrenceRule, _ local: LocalTime, _ begin: Int64) -> Bool {
        guard let until = rule.until else { return false }
        if until.isDay { return local.day > until.local.day }
        return until.isUTC ? begin > Int64(until.local.seconds) * 1_000_000 : local > until.local
    }

    private mutating func moment(of stamp: CalendarEvent.Stamp) -> Int64 {
        zone(of: stamp).moment(of: stamp.time.local)
    }

    private mutating func zone(of stamp: CalendarEvent.Stamp) -> CalendarZone {
        if stamp.time.isUTC { return .utc }
        guard let name = stamp.zone else { return home }
        if let zone = parts.zones[name] { return zone }
        // Some write a path before the name: /freeassociation.sourceforge.net/Europe/Berlin.
        let short = name.split(separator: "/").suffix(2).joined(separator: "/")
        for known in [name, short] where CalendarZone.knows(known) { return .named(known) }
        tell(CalendarProblem(line: stamp.line, .unknownZone))
        return home
    }

    private mutating func tell(_ problem: CalendarProblem) {
        if problems.count < limits.problems { problems.insert(problem) }
    }
}
