public import Workspace

/// A week from Monday to Sunday, UTC.
public struct Week: Sendable, Hashable, Comparable {
    /// Weeks since the one that holds 1970-01-01.
    public let number: Int

    /// Wraps a count of weeks since the one that holds 1970-01-01.
    public init(number: Int) { self.number = number }

    /// The week of a moment in microseconds since 1970 UTC.
    public init(of moment: Int64) { self.init(of: CivilDate(microseconds: moment)) }

    /// The week of a day.
    public init(of day: CivilDate) {
        // 1970-01-01 was a Thursday, three days after its Monday.
        let days = day.days + 3
        number = days >= 0 ? days / 7 : (days - 6) / 7
    }

    /// Its Monday.
    public var monday: CivilDate { CivilDate(days: number * 7 - 3) }

    /// Midnight after its Sunday, microseconds since 1970 UTC: from then on it can be told.
    public var end: Int64 { after(1).monday.microseconds }

    /// The week so many weeks later.
    public func after(_ weeks: Int) -> Week { Week(number: number + weeks) }

    /// Earlier first.
    public static func < (left: Week, right: Week) -> Bool { left.number < right.number }
}
