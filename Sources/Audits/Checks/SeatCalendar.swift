import Workspace

/// On which days of the period a seat had opened, by seat, craft and team.
struct SeatCalendar {
    private let openings: [AuditSeat: [AuditOpening]]
    private let first: Int
    private let length: Int
    private let before: Int
    private let after: Int
    private var known: [Key: [Bool]] = [:]

    private struct Key: Hashable {
        let seat: AuditSeat
        let family: String?
        let team: String?
    }

    init(_ material: AuditMaterial, before: Int, after: Int) {
        openings = Dictionary(grouping: material.openings ?? [], by: \.seat)
        first = material.since.days
        length = max(1, material.day.days - material.since.days + 1)
        self.before = before
        self.after = after
    }

    /// True for each day on which a decision for the person would coincide with an opening of the seat.
    mutating func days(of seat: AuditSeat, for person: AuditPerson?) -> [Bool] {
        let key = Key(seat: seat, family: person?.family, team: person?.team)
        if let days = known[key] { return days }
        var days = [Bool](repeating: false, count: length)
        for opening in openings[seat] ?? [] {
            guard opening.family == nil || person == nil || opening.family == person?.family,
                opening.team == nil || person?.team == nil || opening.team == person?.team
            else { continue }
            let start = max(0, opening.opened.days - after - first)
            let end = min(length - 1, opening.opened.days + before - first)
            if start <= end { for day in start...end { days[day] = true } }
        }
        known[key] = days
        return days
    }
}
