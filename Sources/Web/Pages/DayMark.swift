public import Workspace

/// A day as pages write it.
///
/// Shape: the texts are English; a page in another language is written from `day`.
public struct DayMark: Sendable, Hashable {
    /// The day itself.
    let day: CivilDate
    /// For programs: `2026-05-18`.
    public let iso: String
    /// In a line: `18 May 2026`.
    public let text: String
    /// With its weekday: `Monday, 18 May`.
    public let weekday: String

    /// Writes a day.
    public init(_ day: CivilDate) {
        self.day = day
        iso = day.description
        text = Language.english.date(day)
        weekday = Language.english.weekday(day)
    }
}
