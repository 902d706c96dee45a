import Desk
import Evidence
import Ladder
import Moves
import Records
import Signals
import Store
import StoreTesting
import Testing
import Workspace

/// A small invented company with a desk.
struct Invented: Sendable {
    static let today = CivilDate(days: 20_000)
    static let now = today.microseconds + 36_000_000_000
    static let vault = try? Vault(key: [UInt8](1...32))

    let records: Records
    let desk: Desk

    static let people: [Person] = {
        var people = [
            Person(id: "top", name: "Toni Top", track: .management, level: 8),
            Person(id: "mo", name: "Mo Lind", manager: "top", team: "Papers", track: .management, level: 6),
            Person(id: "ops", name: "Ola Ops", manager: "top", team: "People", track: .management, level: 5),
            Person(id: "rep", name: "Rae Rep", manager: "mo", team: "Papers", level: 4),
            Person(
                id: "ana",
                name: "Ana Berg",
                manager: "mo",
                team: "Papers",
                level: 5,
                title: "Staff Engineer",
                started: CivilDate(days: 17_000),
                levelSince: CivilDate(days: 19_000)
            ),
        ]
        for number in 1...11 {
            people.append(
                Person(id: PersonID("x\(number)"), name: "X \(number)", manager: "mo", team: "Papers", level: 5)
            )
        }
        return people
    }()

    static func facts(_ change: (PersonID) -> Int64? = { _ in nil }) -> [PersonFacts] {
        people.enumerated().map { place, person in
            PersonFacts(
                person.id,
                role: RoleFacts(zone: "north", country: "DE", scope: 3),
                pay: Pay(base: change(person.id) ?? 9_000_000 + Int64(place) * 100_000, currency: "EUR"),
                groups: [.sex: place % 2 == 0 ? "women" : "men"]
            )
        }
    }

    static func company(_ engine: Engine) async throws -> Invented {
        let records = try await Records.open(try engine.open())
        try await records.begin(name: "Halvard", now: now)
        try await records.replacePeople(people, now: now)
        let vault = try #require(vault)
        try await records.keep(facts: facts(), vault: vault, now: now)
        try await records.grant(.peopleOperations, to: "ops", by: "@console", now: now)
        try await records.grant(.representative, to: "rep", by: "@console", now: now)
        return Invented(records: records)
    }

    private init(records: Records) {
        self.records = records
        desk = Desk(records: records, ladder: .reference, vault: Self.vault) { Self.now }
    }

    /// The same record, some days later.
    func later(days: Int) -> Desk {
        Desk(records: records, ladder: .reference, vault: Self.vault) { Self.now + Int64(days) * 86_400_000_000 }
    }

    func person(_ id: PersonID) async throws -> Person {
        try #require(try await records.people().first { $0.id == id })
    }
}
