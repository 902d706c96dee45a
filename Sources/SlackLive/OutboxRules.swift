/// When people are written to, and how often.
///
/// Units: hours of the day, minutes east of UTC, messages a day. Source: `docs/methods.md`, "Slack, live".
public struct OutboxRules: Sendable, Hashable {
    /// The first hour of the day that is quiet.
    public var quietFrom: Int
    /// The first hour that is not.
    public var quietUntil: Int
    /// The company's clock, minutes east of UTC.
    public var offset: Int
    /// Messages that nobody asked for, to one person in 24 hours.
    public var cap: Int
    /// Sorts that the company switched off.
    public var off: Set<String>

    /// Quiet from 18 to 8, no more than three a day.
    public init(quietFrom: Int = 18, quietUntil: Int = 8, offset: Int = 0, cap: Int = 3, off: Set<String> = []) {
        self.quietFrom = min(max(quietFrom, 0), 24)
        self.quietUntil = min(max(quietUntil, 0), 24)
        self.offset = offset
        self.cap = max(cap, 0)
        self.off = off
    }

    /// Answers to what somebody just did; they neither wait nor count.
    public static let answers: Set<String> = ["answer", "notice"]

    static let day: Int64 = 86_400_000_000
    static let hour: Int64 = 3_600_000_000

    /// The moment at which a message may go: now, or when the quiet hours are over; Saturdays and Sundays are quiet.
    public func moment(for kind: String, at now: Int64) -> Int64 {
        guard !Self.answers.contains(kind) else { return now }
        var moment = now
        // Each turn goes to the end of one quiet stretch; a weekend between two evenings is the longest way.
        for _ in 0..<8 {
            let local = moment + Int64(offset) * 60_000_000
            let days = local >= 0 ? local / Self.day : (local - Self.day + 1) / Self.day
            let time = local - days * Self.day
            let weekday = (days % 7 + 7 + 3) % 7  // 1970-01-01 was a Thursday; Monday is 0.
            if weekday >= 5 {
                moment += (7 - weekday) * Self.day - time + Int64(quietUntil) * Self.hour
            } else if time < Int64(quietUntil) * Self.hour, quietUntil < quietFrom {
                moment += Int64(quietUntil) * Self.hour - time
            } else if time >= Int64(quietFrom) * Self.hour {
                moment += Self.day - time + Int64(quietUntil) * Self.hour
            } else {
                return moment
            }
        }
        return moment
    }
}
