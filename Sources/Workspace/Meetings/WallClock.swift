private import Foundation

/// The time on the wall in a zone of the IANA database.
public struct WallClock: Sendable, Hashable {
    /// The zone's name, such as `Europe/Berlin`.
    public let zone: String

    /// A clock in a zone; nil for a name that the system does not know.
    public init?(zone: String) {
        guard TimeZone(identifier: zone) != nil else { return nil }
        self.zone = zone
    }

    private init(known zone: String) { self.zone = zone }

    /// The clock of UTC.
    public static let utc = WallClock(known: "UTC")

    /// What the wall shows at a moment: its day, and the minutes since midnight.
    ///
    /// Units: microseconds since 1970 UTC.
    public func reading(at moment: Int64) -> (day: CivilDate, minute: Int) {
        let local = moment + Int64(offset(at: moment)) * 1_000_000
        let day = CivilDate(microseconds: local)
        return (day, Int((local - day.microseconds) / 60_000_000))
    }

    /// The moment at which the wall shows a day and minutes since midnight; an hour that is left out falls after the gap.
    public func moment(of day: CivilDate, minute: Int) -> Int64 {
        let local = day.microseconds + Int64(minute) * 60_000_000
        let first = local - Int64(offset(at: local)) * 1_000_000
        return local - Int64(offset(at: first)) * 1_000_000
    }

    private func offset(at moment: Int64) -> Int {
        TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1_000_000)) ?? 0
    }
}
