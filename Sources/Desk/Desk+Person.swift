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

    /// Preparation of a 1:1, from evidence that both sides can open.
    public func prep(_ id: PersonID, for viewer: Access.Viewer) async throws -> PrepView {
        let picture = try await open(.prep, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let entries = try await picture.entries(about: id)
        let reading = try await picture.reading(of: person, entries: entries)
        let (edge, askAbout) = growth(of: person, reading: reading)
        let composer = PrepComposer(
            person: person,
            manager: person.manager,
            edge: edge,
            askAbout: askAbout,
            now: picture.now
        )
        return PrepView(
            person: person,
            today: CivilDate(microseconds: picture.now),
            prep: composer.compose(entries.open),
            sources: entries.asSources
        )
    }

    /// A review draft over a period; the last half year unless told.
    ///
    /// Errors: `DeskError.badPeriod`.
    public func draft(
        _ id: PersonID,
        from: CivilDate?,
        to: CivilDate?,
        for viewer: Access.Viewer
    ) async throws -> DraftView {
        let picture = try await open(.draft, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let last = to ?? CivilDate(microseconds: picture.now)
        let first = from ?? CivilDate(days: last.days - 182)
        guard first <= last else { throw DeskError.badPeriod }
        let entries = try await picture.entries(about: id)
        let reading = try await picture.reading(of: person, entries: entries)
        let (edge, _) = growth(of: person, reading: reading)
        let competencies = ladder.competencies(for: person.track == .ic ? .ic : .management, family: person.family)
        let composer = DraftComposer(
            person: person,
            from: first,
            to: last,
            competencies: competencies.map { ($0.id, $0.name) },
            edges: [edge].compactMap(\.self),
            levelWords: reading?.headline.text
                ?? "The people file names no level, so there is no level to read against."
        )
        return DraftView(
            person: person,
            draft: composer.compose(entries),
            sources: entries.asSources
        )
    }

    /// The ladder's words for where to grow, and names of what to ask about.
    private func growth(of person: Person, reading: ClockReading?) -> (Writing.GrowthEdge?, [String]) {
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

/// Preparation of a 1:1 with what it cites.
public struct PrepView: Sendable {
    /// Who.
    public let person: Person
    /// The day it is read.
    public let today: CivilDate
    /// The preparation.
    public let prep: OneOnOnePrep
    /// Evidence that it may cite.
    public let sources: [EntryID: LedgerEntry]
}

/// A review draft with what it cites.
public struct DraftView: Sendable {
    /// Who.
    public let person: Person
    /// The draft.
    public let draft: ReviewDraft
    /// Evidence that it may cite.
    public let sources: [EntryID: LedgerEntry]
}
