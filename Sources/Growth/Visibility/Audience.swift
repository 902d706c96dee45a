public import Workspace

/// Somebody took part in a thread, a review or an incident.
public struct Participation: Sendable, Hashable {
    /// Who.
    public let person: PersonID
    /// One key per thread, review or incident.
    public let happening: String
    /// When, days since 1970 UTC.
    public let day: Double

    /// Joins who, where and when.
    public init(person: PersonID, happening: String, day: Double) {
        self.person = person
        self.happening = happening
        self.day = day
    }
}

/// Who could have seen a person's work: those who share enough of it.
///
/// Source: `docs/methods.md`, "Quiet work".
public enum Audience {
    /// How far back shared work is looked for, days.
    public static let days = 120.0
    /// How many threads, reviews or incidents two people have to share.
    public static let sharedNeeded = 3

    /// Who shares enough work with one person.
    ///
    /// - Parameters:
    ///   - person: whose work
    ///   - participations: who took part in what; twice in the same counts once
    ///   - now: the moment of the look, days since 1970 UTC
    /// - Returns: everybody with at least three shared happenings in the last 120 days
    public static func of(_ person: PersonID, in participations: [Participation], now: Double) -> Set<PersonID> {
        let people = people(of: participations, now: now)
        var shared: [PersonID: Int] = [:]
        for (_, present) in people where present.contains(person) {
            for other in present where other != person { shared[other, default: 0] += 1 }
        }
        return Set(shared.filter { $0.value >= sharedNeeded }.keys)
    }

    /// How many share enough work with each person; nobody is left out who took part in anything.
    public static func sizes(_ participations: [Participation], now: Double) -> [PersonID: Int] {
        let people = people(of: participations, now: now)
        var places: [PersonID: [String]] = [:]
        for (happening, present) in people {
            for person in present { places[person, default: []].append(happening) }
        }
        return places.reduce(into: [:]) { sizes, entry in
            var shared: [PersonID: Int] = [:]
            for happening in entry.value {
                for other in people[happening] ?? [] where other != entry.key { shared[other, default: 0] += 1 }
            }
            sizes[entry.key] = shared.values.count { $0 >= sharedNeeded }
        }
    }

    private static func people(of participations: [Participation], now: Double) -> [String: Set<PersonID>] {
        var people: [String: Set<PersonID>] = [:]
        for one in participations where one.day <= now && now - one.day <= days {
            people[one.happening, default: []].insert(one.person)
        }
        return people
    }
}
