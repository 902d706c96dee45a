public import Workspace

/// When nobody is written to: evenings, nights and weekends on the reader's own wall.
public struct QuietHours: Sendable, Hashable {
    /// The first minute of the day in which somebody may be written to.
    public let opens: Int
    /// The first minute of the evening in which nobody may be.
    public let closes: Int
    /// The reader's wall.
    public let clock: WallClock

    /// From 9:00 to 18:00 on working days unless told.
    public init(opens: Int = 9 * 60, closes: Int = 18 * 60, clock: WallClock) {
        self.opens = min(max(0, opens), 1_438)
        self.closes = min(max(self.opens + 1, closes), 1_440)
        self.clock = clock
    }

    /// True when nobody is written to.
    public func covers(_ moment: Int64) -> Bool {
        let (day, minute) = clock.reading(at: moment)
        return day.weekday > 5 || minute < opens || minute >= closes
    }

    /// The first moment at or after another that is not quiet.
    public func end(from moment: Int64) -> Int64 {
        guard covers(moment) else { return moment }
        var (day, minute) = clock.reading(at: moment)
        if minute >= opens { day = CivilDate(days: day.days + 1) }
        while day.weekday > 5 { day = CivilDate(days: day.days + 1) }
        minute = opens
        return clock.moment(of: day, minute: minute)
    }
}
