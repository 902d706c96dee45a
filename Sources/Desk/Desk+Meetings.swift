public import OneOnOnes
import Records
public import Workspace

/// What a calendar said about 1:1s.
public struct CalendarTake: Sendable, Hashable {
    /// How many 1:1s were found, by the names of the two.
    public let found: [Found]

    /// The 1:1s of two people.
    public struct Found: Sendable, Hashable {
        /// Whom they are about.
        public let person: Person
        /// Who leads them.
        public let manager: Person
        /// How many.
        public let count: Int
        /// When the next one is.
        public let next: NextOneOnOne?
    }
}

extension Desk {
    /// Sets the weekday and hour on which two people talk; nil takes it back.
    public func set(_ plan: MeetingPlan?, with id: PersonID, by viewer: Access.Viewer) async throws {
        let (picture, _, manager) = try await pair(id, for: viewer)
        let key = PairKey(person: id, manager: manager.id)
        let row = plan.map {
            PlanRow(
                pair: key,
                weekday: $0.weekday,
                minute: $0.minute,
                weeks: $0.weeks,
                anchor: $0.anchor,
                zone: $0.clock.zone
            )
        }
        try await records.set(row, of: key, by: viewer.actor.description, now: picture.now)
    }

    /// Finds 1:1s in what a calendar says, and keeps when they begin; nothing else of the calendar is kept.
    ///
    /// Shape: `owner` is whose calendar it is: the 1:1s with the own manager and with everybody who reports to the owner are
    /// looked for. Where none is found for two people, what was kept for them stays.
    public func take(
        calendar meetings: [Meeting],
        of owner: PersonID,
        by viewer: Access.Viewer
    ) async throws -> CalendarTake {
        let picture = try await open(.week, of: owner, for: viewer)
        guard let somebody = picture.people[owner] else { throw DeskError.noSuchPerson(owner.text) }
        var pairs: [(person: Person, manager: Person)] = (picture.reports[owner] ?? []).map { ($0, somebody) }
        if let manager = somebody.manager.flatMap({ picture.people[$0] }) { pairs.append((somebody, manager)) }
        var kept: [PairKey: [Int64]] = [:]
        var found: [CalendarTake.Found] = []
        for (person, manager) in pairs {
            let starts = MeetingFinder(person: person, manager: manager).starts(in: meetings)
            guard !starts.isEmpty else { continue }
            kept[PairKey(person: person.id, manager: manager.id)] = starts
            found.append(
                CalendarTake.Found(
                    person: person,
                    manager: manager,
                    count: starts.count,
                    next: NextOneOnOne(from: picture.now, found: starts, plan: nil)
                )
            )
        }
        if !kept.isEmpty {
            try await records.replace(
                meetings: kept,
                from: picture.now,
                by: viewer.actor.description,
                now: picture.now
            )
        }
        return CalendarTake(found: found)
    }
}
