import Growth
import Ladder
import Moves
import Records
import Workspace

/// Everybody, who reports to whom, and who may open what: what changes when people do, not when evidence does.
final class Company: Sendable {
    let people: [PersonID: Person]
    let reports: [PersonID: [Person]]
    /// Who works here, by name.
    let active: [Person]
    /// Whose names can stand in some words.
    let names: NameIndex
    /// Who works here, by team; nil for those in none.
    let teams: [String?: [Person]]
    /// Who no longer works here.
    let departed: Set<PersonID>
    /// Moves by person, oldest first.
    let moves: [PersonID: [Move]]
    let access: Access
    let ladder: CareerLadder
    /// Everybody whose work can be held against a next level, by key.
    let members: [PersonID: BookMember]

    init(people: [Person], moves: [Move], offices: [OfficeGrant], ladder: CareerLadder) {
        self.people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.ladder = ladder
        self.moves = Dictionary(grouping: moves, by: \.person)
        access = Access(
            people: self.people,
            offices: Dictionary(grouping: offices, by: \.person).mapValues { Set($0.map(\.office)) }
        )
        names = NameIndex(people.map(\.name))
        let active = people.filter(\.active).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        self.active = active
        var reports: [PersonID: [Person]] = [:]
        for person in active { if let manager = person.manager { reports[manager, default: []].append(person) } }
        self.reports = reports
        teams = Dictionary(grouping: active, by: \.team)
        departed = Set(people.filter { !$0.active }.map(\.id))
        var demands: [Role: TargetDemand?] = [:]
        var members: [PersonID: BookMember] = [:]
        for person in active {
            let role = Role(track: person.track, level: person.level, family: person.family)
            let known = demands[role] ?? TargetDemand(person, on: ladder)
            demands[role] = .some(known)
            guard let demand = known, demand.level != nil else { continue }
            members[person.id] = BookMember(
                Self.inquiry(person, demand: demand, moves: self.moves[person.id], reports: reports, ladder: ladder)
            )
        }
        self.members = members
    }

    /// What a ladder asks is the same for everybody of one role.
    private struct Role: Hashable {
        let track: Track
        let level: Int?
        let family: String
    }

    /// What is asked of the clock about a person, without evidence.
    func inquiry(_ person: Person, demand: TargetDemand) -> ClockInquiry {
        Self.inquiry(person, demand: demand, moves: moves[person.id], reports: reports, ladder: ladder)
    }

    private static func inquiry(
        _ person: Person,
        demand: TargetDemand,
        moves: [Move]?,
        reports: [PersonID: [Person]],
        ladder: CareerLadder
    ) -> ClockInquiry {
        ClockInquiry(
            person: person,
            entries: [],
            demand: demand,
            now: 0,
            move: moves.flatMap { TrackMove(latestOf: $0, ladder: ladder) },
            reports: Set((reports[person.id] ?? []).map(\.id))
        )
    }
}
