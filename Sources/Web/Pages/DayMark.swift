public import Workspace

/// A day as pages write it.
public struct DayMark: Sendable, Hashable {
    /// For programs: `2026-05-18`.
    public let iso: String
    /// In a line: `18 May 2026`.
    public let text: String
    /// With its weekday: `Monday, 18 May`.
    public let weekday: String

    /// Writes a day.
    public init(_ day: CivilDate) {
        let (year, month, number) = day.parts
        iso = day.description
        text = "\(number) \(Self.months[month - 1]) \(year)"
        weekday = "\(Self.weekdays[day.weekday - 1]), \(number) \(Self.months[month - 1])"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
