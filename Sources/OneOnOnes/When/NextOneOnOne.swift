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

    /// The day on which a 1:1 is prepared: the day before, or the last working day before a weekend.
    public static func preparationDay(of day: CivilDate) -> CivilDate {
        let before = CivilDate(days: day.days - 1)
        return before.weekday > 5 ? CivilDate(days: before.days - (before.weekday - 5)) : before
    }

    /// True from the day on which its preparation is made until the day before it.
    public func isPrepared(on today: CivilDate) -> Bool { Self.preparationDay(of: day) <= today && today < day }

    /// The same on the wall of a reader elsewhere, and on the day itself for what was set late.
    func isPrepared(on today: CivilDate, clock: WallClock) -> Bool {
        let day = clock.reading(at: start).day
        return Self.preparationDay(of: day) <= today && today <= day
    }

    /// `today at 14:30`, `tomorrow at 14:30`, `on Monday at 14:30`, on the wall of whoever reads it.
    public func words(from today: CivilDate, clock: WallClock) -> String {
        let (day, minute) = clock.reading(at: start)
        let name =
            switch day.days - today.days {
            case 0: "today"
            case 1: "tomorrow"
            case 2...6: "on \(MeetingPlan.names[day.weekday - 1])"
            default: "on \(day)"
            }
        return "\(name) at \(MeetingPlan.hour(minute))"
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
