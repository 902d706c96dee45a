import Evidence
import Statistics
import Support
import Workspace

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Made-up weeks and people.
enum Invented {
    static let start = Week(of: day("2024-01-01"))

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(days: 0) }
    /// Noon of a day, microseconds since 1970 UTC.
    static func noon(_ text: String) -> Int64 { day(text).microseconds + 43_200_000_000 }

    /// Presence in a number of weeks from the start.
    static func weeks(_ count: Int) -> Set<Week> { Set((0..<count).map { start.after($0) }) }

    /// Moments in a week, one a day from Monday noon on.
    static func moments(_ count: Int, in week: Week) -> [Int64] {
        (0..<count).map { week.monday.microseconds + Int64($0 % 5) * 86_400_000_000 + 43_200_000_000 + Int64($0) }
    }

    /// Traces from counts by week.
    static func traces(_ counts: [Int]) -> [SupportRecord.Trace] {
        counts.enumerated().flatMap { place, count in
            moments(count, in: start.after(place)).map { SupportRecord.Trace(moment: $0, entry: EntryID("e\($0)")) }
        }
    }
}

/// Weekly counts as a company has them: people differ, weeks scatter more than rare events, busy weeks are shared, some are
/// leave, and everybody drifts a little.
struct MadeWeeks {
    var random: SeededRandom
    var mean = 3.0
    var weeks = 130
    /// The week of a lasting change, which takes three weeks.
    var changes = 78
    var factor = 1.0

    init(seed: UInt64) { random = SeededRandom(seed) }

    static func isBusy(_ week: Int) -> Bool { week % 13 >= 11 }

    mutating func person() -> [Double?] {
        let own = mean * exp(-0.125 + 0.5 * random.normal())
        var drift = 0.0
        return (0..<weeks).map { week in
            drift += 0.02 * random.normal()
            let change = 1 + (factor - 1) * min(1, max(0, Double(week - changes) / 3))
            // A mixture of rare events whose mean scatters: variance m + m²/4.
            let scatter = (0..<4).reduce(0.0) { sum, _ in sum - log(1 - random.share()) } / 4
            let count = random.poisson(own * (Self.isBusy(week) ? 1.3 : 1) * change * exp(drift) * scatter)
            return random.share() < 0.08 ? nil : Double(count)
        }
    }
}
