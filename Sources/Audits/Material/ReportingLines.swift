public import Workspace

/// How many people report to each, directly and through others; worked out from who reports to whom.
///
/// Every person is visited once. People whose line leads into a circle have no number, and are counted.
public struct ReportingLines: Sendable {
    /// People led, directly and through others; nobody in a circle or above none is missing.
    public let headcount: [PersonID: Int]
    /// People whose reporting lines form circles, and so have no number.
    public let circles: Set<PersonID>
    private let managers: [PersonID: PersonID]

    /// Reads the lines; managers who are not in the list count as nobody.
    public init(_ people: [AuditPerson]) {
        let known = Set(people.map(\.id))
        var managers: [PersonID: PersonID] = [:]
        var reports: [PersonID: Int] = [:]
        for person in people {
            guard let manager = person.manager, known.contains(manager) else { continue }
            managers[person.id] = manager
            reports[manager, default: 0] += 1
        }
        // Whoever has no reports left to be counted passes their number up.
        var counts: [PersonID: Int] = [:]
        var ready = known.filter { reports[$0] == nil }
        var settled = 0
        while let person = ready.popFirst() {
            settled += 1
            let own = counts[person, default: 0]
            counts[person] = own
            guard let manager = managers[person] else { continue }
            counts[manager, default: 0] += own + 1
            reports[manager, default: 0] -= 1
            if reports[manager] == 0 { ready.insert(manager) }
        }
        circles = settled == known.count ? [] : known.filter { reports[$0, default: 0] > 0 }
        for person in circles { counts[person] = nil }
        headcount = counts
        self.managers = managers
    }

    /// True when somebody stands above another, at any distance.
    public func isAbove(_ upper: PersonID, _ lower: PersonID) -> Bool {
        var current = lower
        var steps = 0
        while let manager = managers[current], steps < 64 {
            if manager == upper { return true }
            current = manager
            steps += 1
        }
        return false
    }
}
