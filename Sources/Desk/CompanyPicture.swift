import Evidence
import Growth
import Ladder
import Moves
import Records
import Workspace
import Writing

/// Everybody and their clocks at one moment; evidence is fetched for whom it is asked for.
struct CompanyPicture: Sendable {
    /// The moment that everything is read at, microseconds since 1970 UTC.
    let now: Int64
    let company: Company
    /// Everybody's evidence as far as the clocks look at it.
    let book: ClockBook
    /// By what all that is kept of it is known.
    let stamps: PictureStamps
    let shelf: PersonShelf
    let records: Records

    var people: [PersonID: Person] { company.people }
    var reports: [PersonID: [Person]] { company.reports }
    var moves: [PersonID: [Move]] { company.moves }
    var access: Access { company.access }
    var ladder: CareerLadder { company.ladder }

    /// Evidence about a person, oldest first.
    func entries(about person: PersonID) async throws -> [LedgerEntry] { try await ledger(of: person).entries }

    /// The clock against a demand; the evidence is fetched unless it is at hand.
    func reading(
        of person: Person,
        against demand: TargetDemand,
        entries: [LedgerEntry]? = nil
    ) async throws -> ClockReading {
        let entries = if let entries { entries } else { try await self.entries(about: person.id) }
        let load = try await records.requestLoad(about: person.id, now: now)
        let answers = try await records.answers(about: person.id, now: now)
        return await reading(of: person, against: demand, entries: entries, load: load, answers: answers)
    }

    /// The clock against the next level on the person's own track; nil where no level is known.
    func reading(of person: Person, entries: [LedgerEntry]? = nil) async throws -> ClockReading? {
        guard let demand = TargetDemand(person, on: ladder) else { return nil }
        return try await reading(of: person, against: demand, entries: entries)
    }

    /// What the clock shows of some people, without words, worked out on all cores; everybody in the book unless told.
    func states(of people: [PersonID]? = nil) async -> [PersonID: BookState] {
        let book = book
        let people = people ?? book.pages.map(\.person)
        return await withTaskGroup(of: [BookState].self) { group in
            for start in stride(from: 0, to: people.count, by: 500) {
                group.addTask {
                    people[start..<min(people.count, start + 500)].compactMap { book.state(of: $0) }
                }
            }
            return await group.reduce(into: [:]) { found, states in
                for state in states { found[state.person] = state }
            }
        }
    }

    /// Who could have seen the work: the team, and whoever spoke about it before.
    func colleagues(
        of person: Person,
        entries: [LedgerEntry],
        load: RequestLoad
    ) -> [ClockInquiry.Candidate] {
        let spoke = Set(entries.compactMap(\.voice.person)).compactMap { people[$0] }
        let around = Dictionary(
            ((company.teams[person.team] ?? []) + spoke).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return around.values.filter { $0.active && $0.id != person.id }
            .sorted { $0.id < $1.id }
            .map {
                ClockInquiry.Candidate(
                    person: $0.id,
                    name: $0.name,
                    team: $0.team,
                    requestsThisWeek: load.thisWeek[$0.id] ?? 0,
                    askedLastTime: load.askedLastTime.contains($0.id)
                )
            }
    }
}

extension [LedgerEntry] {
    /// Evidence that both sides can open.
    var open: [LedgerEntry] { filter(\.state.isOpen) }

    /// Evidence that cues may rest on: settled, and clear enough to be told.
    var counting: [LedgerEntry] { filter { $0.state.counts && $0.confidence >= Happening.clearEnough } }

    /// The same by key, to be cited.
    var asSources: [EntryID: LedgerEntry] {
        Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
