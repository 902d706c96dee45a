public import Workspace

/// When two people talk next, as far as anybody said.
public struct NextOneOnOne: Sendable, Hashable {
    /// When it begins, microseconds since 1970 UTC.
    public let start: Int64
    /// The day on the wall of the two.
    public let day: CivilDate
    /// Minutes since midnight there.
    public let minute: Int

    /// The next one at or after a moment: what a calendar says before what is set, as long as it reaches that far.
    ///
    /// Shape: `found` are beginnings from a calendar, in order. Where a calendar was read, a set weekday counts only for what
    /// lies behind its last meeting.
    public init?(from moment: Int64, found: [Int64], plan: MeetingPlan?, clock: WallClock = .utc) {
        let clock = plan?.clock ?? clock
        guard let start = found.first(where: { $0 >= moment }) ?? plan?.next(from: moment) else { return nil }
        self.start = start
        (day, minute) = clock.reading(at: start)
    }

    /// True when its preparation is made on a day: the day before, or the last working day before a weekend.
    public func isPrepared(on today: CivilDate) -> Bool {
        let before = CivilDate(days: day.days - 1)
        let made = before.weekday > 5 ? CivilDate(days: before.days - (before.weekday - 5)) : before
        return made == today || today < day && today > made
    }

    /// `Tuesday, 5 May, 14:30`.
    public var words: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = day.parts
        return
            "\(MeetingPlan.names[day.weekday - 1]), \(parts.day) \(months[parts.month - 1]), \(MeetingPlan.hour(minute))"
    }
}
