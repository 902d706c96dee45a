private import Foundation
import Workspace

/// What a wall's time is in UTC.
enum CalendarZone: Sendable {
    case utc
    /// A zone that the calendar itself describes.
    case described([Observance])
    /// A zone that the system knows by its name.
    case named(String)

    /// A part of the year with one offset.
    struct Observance: Sendable {
        var start = LocalTime(seconds: 0)
        var from = 0
        var to = 0
        var rule: RecurrenceRule?
        var extra: [LocalTime] = []
    }

    /// True for a name that the system knows.
    static func knows(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

    /// Microseconds since 1970 UTC.
    func moment(of local: LocalTime) -> Int64 { Int64(local.seconds - offset(at: local)) * 1_000_000 }

    /// The wall's time at a moment in seconds since 1970 UTC.
    func local(ofSeconds seconds: Int) -> LocalTime {
        let first = LocalTime(seconds: seconds + offset(at: LocalTime(seconds: seconds)))
        return LocalTime(seconds: seconds + offset(at: first))
    }

    private func offset(at local: LocalTime) -> Int {
        switch self {
        case .utc: 0
        case .described(let observances): Self.offset(at: local, observances)
        case .named(let name): Self.offset(at: local, name)
        }
    }

    private static func offset(at local: LocalTime, _ name: String) -> Int {
        guard let zone = TimeZone(identifier: name) else { return 0 }
        func offset(_ seconds: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        }
        let first = offset(local.seconds)
        return offset(local.seconds - first)
    }

    /// The offset that began last; before all of them, the one from which the first of them left.
    private static func offset(at local: LocalTime, _ observances: [Observance]) -> Int {
        var latest: (onset: LocalTime, offset: Int)?
        for observance in observances {
            guard let onset = observance.lastOnset(before: local) else { continue }
            if latest.map({ onset > $0.onset }) ?? true { latest = (onset, observance.to) }
        }
        return latest?.offset ?? observances.min { $0.start < $1.start }?.from ?? 0
    }
}

extension CalendarZone.Observance {
    /// When it began the last time, up to a time on the wall; nil before it first did.
    func lastOnset(before local: LocalTime) -> LocalTime? {
        guard start <= local else { return nil }
        var last = ([start] + extra).filter { $0 <= local }.max() ?? start
        guard let rule else { return last }
        // Its days of this year and the year before are enough, whatever the year in which it began.
        let passed = rule.frequency == .yearly ? (local.day.parts.year - start.day.parts.year) / rule.interval : 0
        for number in [passed - 1, passed] where number >= 0 {
            guard let stretch = rule.period(number, from: start.day) else { continue }
            for day in rule.days(in: stretch, start: start.day) {
                let onset = LocalTime(day: day, second: start.second)
                let isOver = rule.until.map { onset.seconds - ($0.isUTC ? from : 0) > $0.local.seconds } ?? false
                if onset <= local, onset > last, !isOver { last = onset }
            }
        }
        return last
    }
}
