public import Evidence
import Growth
import Ladder
public import OneOnOnes
import Records
import Support
public import Workspace
import Writing

/// Preparation of a 1:1 with what it cites.
public struct PrepView: Sendable {
    /// Who.
    public let person: Person
    /// Who leads it; nil where the people file names nobody.
    public let manager: Person?
    /// The day it is read.
    public let today: CivilDate
    /// When it is; nil where nobody said.
    public let next: NextOneOnOne?
    /// The preparation.
    public let prep: OneOnOnePrep
    /// Evidence that it may cite.
    public let sources: [EntryID: LedgerEntry]
}

/// A 1:1 whose preparation is made on a day.
public struct DuePrep: Sendable, Hashable {
    /// Whom it is about.
    public let person: Person
    /// Who leads it.
    public let manager: Person
    /// When it is.
    public let next: NextOneOnOne
}

extension Desk {
    /// Preparation of a 1:1, from evidence that both sides can open.
    ///
    /// Shape: the person reads the same facts as the manager, spoken to; `reader` is the side that the console asks for.
    /// Errors: `DeskError.notAllowed`, `DeskError.noSuchPerson`.
    public func prep(
        _ id: PersonID,
        for viewer: Access.Viewer,
        reader: PrepReader? = nil
    ) async throws -> PrepView {
        let picture = try await open(.prep, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let side = viewer == .person(id) ? PrepReader.person : viewer == .console ? reader ?? .manager : .manager
        var facts = try await prepFacts(of: person, picture: picture)
        var sources = facts.entries.asSources
        if let line = try await support(of: person, for: viewer) {
            let behind = try await open(line.sources.compactMap(\.entry), about: id, at: picture.now)
            facts.support = ("\(line.words.what) \(line.words.act)", behind.map(\.id))
            for entry in behind { sources[entry.id] = entry }
        }
        return PrepView(
            person: person,
            manager: person.manager.flatMap { picture.people[$0] },
            today: CivilDate(microseconds: picture.now),
            next: try await next(of: person, picture: picture),
            prep: PrepComposer(facts, for: side).compose(),
            sources: sources
        )
    }

    /// What both sides of a 1:1 may know.
    func prepFacts(of person: Person, picture: CompanyPicture) async throws -> PrepFacts {
        var facts = PrepFacts(person: person, manager: person.manager, entries: [], now: picture.now)
        if let manager = person.manager {
            let pair = PairKey(person: person.id, manager: manager)
            facts.kept = try await records.oneOnOnes(of: pair).map { KeptOneOnOne($0) }
            let today = CivilDate(microseconds: picture.now)
            facts.actions = try await records.actions(of: pair, closedSince: today).compactMap { AgreedAction($0) }
                .filter { $0.state == .open }
        }
        facts.entries = try await records.entries(
            about: person.id,
            since: facts.earliest.microseconds,
            now: picture.now
        ).open
        facts.names = picture.company.names.names(in: facts.entries)
        guard let demand = TargetDemand(person, on: ladder) else { return facts }
        switch try await edge(of: person, against: demand, picture: picture) {
        case .competency(let id):
            facts.edge = words(of: id, asked: demand, of: person).flatMap { $0.statement.isEmpty ? nil : $0 }
        case .askAbout(let ids): facts.askAbout = ids.compactMap { words(of: $0, asked: demand, of: person) }
        case .none: break
        }
        return facts
    }

    /// Where somebody can grow: from the book, which holds everybody who works here below the top of the ladder.
    private func edge(
        of person: Person,
        against demand: TargetDemand,
        picture: CompanyPicture
    ) async throws -> ClockReading.GrowthEdge {
        guard demand.level != nil else { return .none }
        if let known = picture.book.edge(of: person.id) { return known }
        return try await picture.reading(of: person, against: demand).edge
    }

    /// What the ladder asks next in a competency; empty words where it has none.
    private func words(of competency: String, asked demand: TargetDemand, of person: Person) -> Writing.GrowthEdge? {
        demand[competency].map {
            Writing.GrowthEdge(
                competency: $0.name,
                competencyID: competency,
                statement: ladder.statement(competency, stage: $0.target, family: person.family) ?? ""
            )
        }
    }

    /// The open support signal in the viewer's words; nil for whoever may see none, the console among them.
    private func support(of person: Person, for viewer: Access.Viewer) async throws -> SupportLine? {
        viewer == .console ? nil : try await supportSignals(of: person.id, for: viewer).first
    }

    /// Those of some pieces of evidence that both sides can open, however old they are.
    private func open(_ ids: [EntryID], about person: PersonID, at now: Int64) async throws -> [LedgerEntry] {
        var found: [LedgerEntry] = []
        for id in ids {
            guard let entry = try await records.entry(id, now: now), entry.subject == person, entry.moment <= now
            else { continue }
            found.append(entry)
        }
        return found.open
    }

    /// When somebody and their manager talk next, as far as anybody said.
    func next(of person: Person, picture: CompanyPicture) async throws -> NextOneOnOne? {
        guard let manager = person.manager else { return nil }
        let pair = PairKey(person: person.id, manager: manager)
        let plan = try await records.meetingPlans(of: person.id).first { $0.pair == pair }
        let found = try await records.foundMeetings(
            of: person.id,
            from: picture.now,
            to: picture.now + Self.calendarReach
        )
        return NextOneOnOne(from: picture.now, found: found[pair] ?? [], plan: plan.flatMap { MeetingPlan($0) })
    }

    /// How far ahead a calendar is looked at, in microseconds.
    public static let calendarReach: Int64 = 120 * 86_400_000_000

    /// The 1:1s whose preparation is made on a day, those of the same hour by name: the day before each, Friday for a Monday.
    public func prepsDue(on day: CivilDate) async throws -> [DuePrep] {
        let picture = try await picture()
        let from = day.microseconds
        let found = try await records.foundMeetings(from: from, to: from + 8 * 86_400_000_000)
        let plans = Dictionary(
            try await records.meetingPlans().map { ($0.pair, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var due: [DuePrep] = []
        for pair in Set(found.keys).union(plans.keys) {
            guard let person = picture.people[pair.person], person.active, person.manager == pair.manager,
                let manager = picture.people[pair.manager], manager.active,
                let next = NextOneOnOne(
                    from: CivilDate(days: day.days + 1).microseconds,
                    found: found[pair] ?? [],
                    plan: plans[pair].flatMap { MeetingPlan($0) }
                ), next.isPrepared(on: day)
            else { continue }
            due.append(DuePrep(person: person, manager: manager, next: next))
        }
        return due.sorted {
            ($0.next.start, $0.person.name, $0.person.id) < ($1.next.start, $1.person.name, $1.person.id)
        }
    }
}

extension KeptOneOnOne {
    /// A row as the module knows it.
    init(_ row: OneOnOneRow) {
        self.init(
            id: row.id,
            person: row.pair.person,
            manager: row.pair.manager,
            day: row.day,
            told: row.told,
            edge: row.edge,
            asked: row.asked
        )
    }
}

extension AgreedAction {
    /// A row as the module knows it; nil for a state that this version does not know.
    init?(_ row: ActionRow) {
        guard let state = State(rawValue: row.state) else { return nil }
        self.init(
            id: row.id,
            person: row.pair.person,
            manager: row.pair.manager,
            text: row.words,
            owner: row.owner,
            agreed: row.agreed,
            due: row.due,
            state: state,
            closed: row.closed,
            carried: row.carried
        )
    }

    /// What the record keeps.
    var row: ActionRow {
        ActionRow(
            id: id,
            pair: PairKey(person: person, manager: manager),
            words: text,
            owner: owner,
            agreed: agreed,
            due: due,
            state: state.rawValue,
            closed: closed,
            carried: carried
        )
    }
}

extension MeetingPlan {
    /// A row as the module knows it; nil for a zone that the system no longer knows.
    init?(_ row: PlanRow) {
        guard
            let plan = try? MeetingPlan(
                weekday: row.weekday,
                minute: row.minute,
                weeks: row.weeks,
                anchor: row.anchor,
                zone: row.zone
            )
        else { return nil }
        self = plan
    }
}
