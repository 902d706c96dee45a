public import Evidence
public import Growth
public import Ladder
public import Workspace
public import Writing

/// A person's page: the same for the person and for the manager.
public struct PersonView: Sendable {
    /// Who.
    public let person: Person
    /// Whom the person reports to.
    public let manager: Person?
    /// The clock against the next level; nil where no level is known.
    public let reading: ClockReading?
    /// What the ladder says of the growth edge.
    public let edge: Writing.GrowthEdge?
    /// Competencies worth asking about, by name.
    public let askAbout: [String]
    /// What happened, newest first, evidence of any state that can be opened.
    public let happenings: [Happening]
    /// The day it is read.
    public let today: CivilDate
}

extension Desk {
    /// A person's page.
    public func person(_ id: PersonID, for viewer: Access.Viewer) async throws -> PersonView {
        let picture = try await open(.person, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let entries = try await picture.entries(about: id)
        let reading = try await picture.reading(of: person, entries: entries)
        let (edge, askAbout) = growth(of: person, reading: reading)
        return PersonView(
            person: person,
            manager: person.manager.flatMap { picture.people[$0] },
            reading: reading,
            edge: edge,
            askAbout: askAbout,
            happenings: Happening.all(of: entries.filter { $0.state != .captured }),
            today: CivilDate(microseconds: picture.now)
        )
    }

    /// Evidence about a person, oldest first.
    public func evidence(about id: PersonID, for viewer: Access.Viewer) async throws -> [LedgerEntry] {
        try await open(.evidence, of: id, for: viewer).entries(about: id)
    }

    /// The clock of a person against a target, the next level on the own track unless told.
    ///
    /// Errors: `DeskError.noLevel`, `DeskError.noSuchTarget`.
    public func clock(of id: PersonID, target: Target?, for viewer: Access.Viewer) async throws -> ClockReading {
        let picture = try await open(.person, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        guard person.level != nil else { throw DeskError.noLevel(person.name) }
        if let target {
            guard let demand = TargetDemand(person, on: ladder, target: target) else {
                throw DeskError.noSuchTarget("\(target)")
            }
            return try await picture.reading(of: person, against: demand)
        }
        guard let demand = TargetDemand(person, on: ladder) else { throw DeskError.noLevel(person.name) }
        return try await picture.reading(of: person, against: demand)
    }

    /// The ladder's words for where to grow, and names of what to ask about.
    func growth(of person: Person, reading: ClockReading?) -> (Writing.GrowthEdge?, [String]) {
        guard let reading else { return (nil, []) }
        let names = Dictionary(reading.competencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        switch reading.edge {
        case .none: return (nil, [])
        case .askAbout(let ids): return (nil, ids.compactMap { names[$0] })
        case .competency(let id):
            guard let competency = reading.competencies.first(where: { $0.id == id }),
                let statement = ladder.statement(id, stage: competency.target, family: person.family)
            else { return (nil, []) }
            return (Writing.GrowthEdge(competency: competency.name, competencyID: id, statement: statement), [])
        }
    }
}
