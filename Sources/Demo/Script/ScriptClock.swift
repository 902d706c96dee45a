import Workspace

/// Turns the hours that scripts are written in, Central European Time, into UTC, and UTC into Slack's export days.
///
/// Source: the summer times of 2026: Europe from 29 March, 01:00 UTC, to 25 October; US Pacific from 8 March, 10:00 UTC,
/// to 1 November. Nothing else is needed for the nine months.
enum ScriptClock {
    /// The first moment that a script may set, in local seconds since 1970.
    static let first = Int64(CivilDate(days: 20_458).days) * 86_400
    /// The first moment after the last day, in local seconds since 1970.
    static let end = Int64(DemoCompany.today.days + 1) * 86_400

    /// Reads `2026-02-03 09:14` as local seconds since 1970; nil outside the nine months.
    static func local(_ text: some StringProtocol) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = CivilDate(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }), let hour = Int64(clock[0]),
            let minute = Int64(clock[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        let seconds = Int64(day.days) * 86_400 + hour * 3600 + minute * 60
        return (first..<end).contains(seconds) ? seconds : nil
    }

    /// Seconds of UTC of a local moment.
    static func utc(local: Int64) -> Int64 {
        let summer = Int64(20_541) * 86_400 + 3 * 3600  // 2026-03-29 03:00 local, the hour before it does not exist
        return local - (local >= summer ? 7200 : 3600)
    }

    /// The day of US Pacific time in which a moment lies; Slack cuts its day files there.
    static func exportDay(utc: Int64) -> CivilDate {
        let summer = Int64(20_520) * 86_400 + 10 * 3600  // 2026-03-08 10:00 UTC
        let local = utc - (utc >= summer ? 7 : 8) * 3600
        return CivilDate(microseconds: local * 1_000_000)
    }
}
