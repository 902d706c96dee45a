import Evidence
import Growth
import Ladder
import Moves
import Records
import Workspace
import Writing

/// Everybody, their evidence and their clocks at one moment.
struct CompanyPicture: Sendable {
    let now: Int64
    let people: [PersonID: Person]
    let reports: [PersonID: [Person]]
    let entries: [PersonID: [LedgerEntry]]
    let clocks: TeamClocks
    let ladder: CareerLadder
    /// Moves by person, oldest first.
    let moves: [PersonID: [Move]]
    let access: Access

    init(
        people: [Person],
        entries: [PersonID: [LedgerEntry]],
        moves: [Move] = [],
        offices: [OfficeGrant] = [],
        ladder: CareerLadder,
        now: Int64
    ) {
        self.now = now
        self.people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.entries = entries
        self.ladder = ladder
        let moves = Dictionary(grouping: moves, by: \.person)
        self.moves = moves
        access = Access(
            people: self.people,
            offices: Dictionary(grouping: offices, by: \.person).mapValues { Set($0.map(\.office)) }
        )
        let active = people.filter(\.active).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        var reports: [PersonID: [Person]] = [:]
        for person in active { if let manager = person.manager { reports[manager, default: []].append(person) } }
        self.reports = reports
        let inquiries = active.compactMap { person in
            TargetDemand(person, on: ladder).map {
                ClockInquiry(
                    person: person,
                    entries: entries[person.id] ?? [],
                    demand: $0,
                    now: now,
                    move: moves[person.id].flatMap { TrackMove(latestOf: $0, ladder: ladder) }
                )
            }
        }
        clocks = TeamClocks.fit(inquiries, workWeights: .init())
    }

    /// Evidence that both sides can open.
    func open(about person: PersonID) -> [LedgerEntry] { (entries[person] ?? []).filter(\.state.isOpen) }

    /// Evidence that cues may rest on: settled, and clear enough to be told.
    func counting(about person: PersonID) -> [LedgerEntry] {
        (entries[person] ?? []).filter { $0.state.counts && $0.confidence >= Happening.clearEnough }
    }

    /// The clock against a demand.
    func reading(of person: Person, against demand: TargetDemand) -> ClockReading {
        clocks.reading(
            ClockInquiry(
                person: person,
                entries: entries[person.id] ?? [],
                demand: demand,
                now: now,
                move: moves[person.id].flatMap { TrackMove(latestOf: $0, ladder: ladder) },
                reports: Set((reports[person.id] ?? []).map(\.id)),
                colleagues: colleagues(of: person)
            )
        )
    }

    /// The clock against the next level on the person's own track; nil where no level is known.
    func reading(of person: Person) -> ClockReading? {
        TargetDemand(person, on: ladder).map { reading(of: person, against: $0) }
    }

    /// Who could have seen the work: the team, and whoever spoke about it before.
    private func colleagues(of person: Person) -> [ClockInquiry.Candidate] {
        let spoke = Set((entries[person.id] ?? []).compactMap(\.voice.person))
        return people.values
            .filter { $0.active && $0.id != person.id && ($0.team == person.team || spoke.contains($0.id)) }
            .sorted { $0.id < $1.id }
            .map { ClockInquiry.Candidate(person: $0.id, name: $0.name, team: $0.team) }
    }
}

/// Keeps the last picture as long as nothing changed, so that turning pages costs nothing.
actor PictureShelf {
    private var kept: (state: String, picture: CompanyPicture)?

    func picture(records: Records, ladder: CareerLadder, now: Int64) async throws -> CompanyPicture {
        // A picture is as good for every moment of one hour: nothing in it is finer than a day.
        let hour = now / 3_600_000_000
        let state = "\(try await records.auditPosition()) \(hour) \(ladder.stamp)"
        if let kept, kept.state == state { return kept.picture }
        let people = try await records.people()
        let entries = try await records.entriesByPerson(now: now)
        let picture = CompanyPicture(
            people: people,
            entries: entries,
            moves: try await records.moves(),
            offices: try await records.offices(),
            ladder: ladder,
            now: now
        )
        kept = (state, picture)
        return picture
    }
}
