public import Evidence
import Statistics
public import Workspace

/// How long calls to one person waited for the first answer, against the person's own time before.
///
/// Shown to the person alone and never held beside anybody else's: zones, part time and quiet weeks differ.
/// Units: working hours; see `WorkingHours`.
public struct ResponseTime: Sendable, Hashable {
    /// What the calls were about.
    public let kind: Ask.Kind
    /// Median of the last 90 days.
    public let hours: Double
    /// Median of the time before.
    public let before: Double
    /// Answered calls of the last 90 days.
    public let calls: Int

    /// How many answered calls each side needs.
    static let least = 5

    /// Kinds with enough answered calls on both sides, the heaviest kind first.
    public static func times(of person: PersonID, in graph: CallGraph, now: Int64) -> [ResponseTime] {
        let answered = graph.calls.filter { $0.helper == person && ($0.answeredAt ?? .max) <= now }
        let hours = WorkingHours(
            habits: answered.compactMap(\.answeredAt) + graph.calls.filter { $0.asker == person }.map(\.moment)
        )
        let border = now - Int64(CallCard.days) * 86_400_000_000
        return Ask.Kind.allCases.filter { $0 != .mention }.compactMap { kind in
            let waits = answered.filter { $0.kind == kind }.map { call in
                (call.moment > border, hours.hours(from: call.moment, to: call.answeredAt ?? call.moment))
            }
            let recent = waits.filter(\.0).map(\.1)
            let earlier = waits.filter { !$0.0 }.map(\.1)
            guard recent.count >= least, earlier.count >= least, let now = Sample.median(recent),
                let then = Sample.median(earlier)
            else { return nil }
            return ResponseTime(kind: kind, hours: now, before: then, calls: recent.count)
        }
    }
}

/// The nine hours of a day in which somebody mostly writes, Monday to Friday.
///
/// Shape: found from the person's own moments; from 8 to 17 UTC where there are fewer than twenty.
public struct WorkingHours: Sendable, Hashable {
    /// The first hour, 0 to 23, in UTC.
    public let start: Int
    static let length = 9

    /// Finds the hours in a person's moments, microseconds since 1970 UTC.
    public init(habits: [Int64]) {
        guard habits.count >= 20 else {
            start = 8
            return
        }
        var counts = Array(repeating: 0, count: 24)
        for moment in habits { counts[Int((moment / 3_600_000_000) % 24)] += 1 }
        let sums = (0..<24).map { start in (0..<Self.length).reduce(0) { $0 + counts[(start + $1) % 24] } }
        start = sums.firstIndex(of: sums.max() ?? 0) ?? 8
    }

    /// Working hours between two moments; a night and a weekend count nothing.
    public func hours(from: Int64, to: Int64) -> Double {
        guard to > from else { return 0 }
        let hour: Int64 = 3_600_000_000
        // Days begin with the working day, so that a shift over midnight UTC is one day.
        let shift = Int64(start) * hour
        var total: Int64 = 0
        var day = CivilDate(microseconds: from - shift)
        while day.microseconds + shift < to {
            let begin = day.microseconds + shift
            if day.weekday <= 5 {
                total += max(0, min(to, begin + Int64(Self.length) * hour) - max(from, begin))
            }
            day = CivilDate(days: day.days + 1)
        }
        return Double(total) / Double(hour)
    }
}
