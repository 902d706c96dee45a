public import Workspace

/// Dates as people read them.
public enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `9 September`.
    public static func day(_ date: CivilDate) -> String {
        let (_, month, day) = date.parts
        return "\(day) \(months[month - 1])"
    }

    /// `9 September 2026`.
    public static func dayAndYear(_ date: CivilDate) -> String { "\(day(date)) \(date.parts.year)" }

    /// `9 September` for a moment in microseconds since 1970 UTC.
    public static func day(of moment: Int64) -> String { day(CivilDate(microseconds: moment)) }
}
