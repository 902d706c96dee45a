public import Workspace

/// When two people meet: a set weekday and hour, every one to four weeks.
public struct MeetingPlan: Sendable, Hashable {
    /// 1 Monday to 7 Sunday.
    public let weekday: Int
    /// Minutes since midnight on the wall.
    public let minute: Int
    /// Every how many weeks.
    public let weeks: Int
    /// A day of one of them, from which the weeks are counted.
    public let anchor: CivilDate
    /// The zone of the wall.
    public let clock: WallClock

    /// A plan.
    ///
    /// Errors: `OneOnOneError.badPlan`, `.noSuchZone`.
    public init(weekday: Int, minute: Int, weeks: Int = 1, anchor: CivilDate, zone: String) throws(OneOnOneError) {
        guard (1...7).contains(weekday), (0..<1_440).contains(minute), (1...4).contains(weeks) else { throw .badPlan }
        guard let clock = WallClock(zone: zone) else { throw .noSuchZone(zone) }
        self.weekday = weekday
        self.minute = minute
        self.weeks = weeks
        self.anchor = anchor
        self.clock = clock
    }

    /// Reads `14:30`; nil for anything else.
    public static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// Reads `monday`, `Mon`, `mo`; nil for anything else.
    public static func weekday(_ text: some StringProtocol) -> Int? {
        let word = text.lowercased()
        guard word.count >= 2 else { return nil }
        return names.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// When they meet the next time, at or after a moment, microseconds since 1970 UTC.
    public func next(from moment: Int64) -> Int64 {
        let today = clock.reading(at: moment).day
        var day = CivilDate(days: today.days + (weekday - today.weekday + 7) % 7)
        while true {
            let start = clock.moment(of: day, minute: minute)
            if start >= moment, isTheirWeek(day) { return start }
            day = CivilDate(days: day.days + 7)
        }
    }

    /// Weeks are counted from Monday to Monday.
    private func isTheirWeek(_ day: CivilDate) -> Bool {
        func monday(_ day: CivilDate) -> Int { day.days - day.weekday + 1 }
        return ((monday(day) - monday(anchor)) / 7).isMultiple(of: weeks)
    }

    /// `Tuesdays at 14:30 (Europe/Berlin)`, `every second Tuesday at 14:30 (Europe/Berlin)`.
    public var words: String {
        let time = Self.hour(minute)
        let name = Self.names[weekday - 1]
        let days = weeks == 1 ? "\(name)s" : "every \(["", "", "second", "third", "fourth"][weeks]) \(name)"
        return "\(days) at \(time) (\(clock.zone))"
    }

    /// `14:30`.
    public static func hour(_ minute: Int) -> String {
        "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
}
