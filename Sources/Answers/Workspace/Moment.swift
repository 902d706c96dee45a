import Workspace

/// A moment as programs write it.
enum Moment {
    /// `2026-11-22T09:41:07Z`.
    ///
    /// Units: microseconds since 1970 UTC; parts of a second are left out. Source: RFC 3339.
    static func text(_ microseconds: Int64) -> String {
        let day = CivilDate(microseconds: microseconds)
        let seconds = Int((microseconds - day.microseconds) / 1_000_000)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }
}
