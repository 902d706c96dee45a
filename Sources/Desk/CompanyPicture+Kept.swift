import Evidence
import Growth
import OneOnOnes
import Records
import Workspace
import Writing

/// One person's evidence and clock, as a list of people shows them.
struct PersonLook: Sendable {
    let person: Person
    let ledger: StandingLedger
    /// The clock against the next level; nil where no level is known.
    let reading: ClockReading?

    /// The same as cues are composed from.
    var report: CueComposer.Report {
        CueComposer.Report(person: person, entries: ledger.counting, open: ledger.open, reading: reading)
    }
}

extension CompanyPicture {
    /// A person's evidence, read only where what is kept of it is not true any more.
    func ledger(of person: PersonID) async throws -> StandingLedger {
        let found = try await ledgers(of: [person])[person]
        return found ?? StandingLedger(number: 0, entries: [], holds: now..<now)
    }

    /// The evidence about some people.
    func ledgers(of people: [PersonID]) async throws -> [PersonID: StandingLedger] {
        var wanted: [PersonID: LedgerStamp] = [:]
        for person in people { wanted[person] = stamps.ledger(of: person) }
        var found = await shelf.ledgers(wanted, at: now)
        let missing = wanted.keys.filter { found[$0] == nil }.sorted()
        guard !missing.isEmpty else { return found }
        for (person, standing) in try await records.standing(of: missing, now: now) {
            guard let stamp = wanted[person] else { continue }
            found[person] = await shelf.keep(
                standing.entries,
                holding: now..<max(now, standing.until ?? .max),
                of: person,
                stamp: stamp
            )
        }
        return found
    }

    /// Evidence and clocks of some people, in their order; what is asked of the record is asked once for all of them.
    func looks(at people: [Person]) async throws -> [PersonLook] {
        let ids = people.map(\.id)
        let ledgers = try await ledgers(of: ids)
        let loads = try await records.requestLoads(about: ids, now: now)
        let answers = try await records.answers(about: ids, now: now)
        var looks: [PersonLook] = []
        for person in people {
            guard let ledger = ledgers[person.id] else { continue }
            var reading: ClockReading?
            if let demand = company.members[person.id]?.demand ?? TargetDemand(person, on: ladder) {
                reading = await self.reading(
                    of: person,
                    against: demand,
                    entries: ledger.entries,
                    load: loads[person.id] ?? RequestLoad(),
                    answers: answers[person.id] ?? []
                )
            }
            looks.append(PersonLook(person: person, ledger: ledger, reading: reading))
        }
        return looks
    }

    /// The clock with all that it asks for; read anew only where any of that is another.
    func reading(
        of person: Person,
        against demand: TargetDemand,
        entries: [LedgerEntry],
        load: RequestLoad,
        answers: [ColleagueAnswer]
    ) async -> ClockReading {
        var inquiry = company.inquiry(person, demand: demand)
        inquiry.now = book.terms.now
        inquiry.entries = entries
        inquiry.answers = answers.map { RequestAnswer($0) }
        inquiry.lastRequest = load.last
        inquiry.colleagues = colleagues(of: person, entries: entries, load: load)
        inquiry.departed = company.departed
        let clock = book.clock(for: inquiry)
        for kept in await shelf.readings(of: person.id) where kept.inquiry == inquiry && kept.clock == clock {
            return kept.reading
        }
        let reading = ClockReading(inquiry, clock: clock, workWeights: book.terms.workWeights)
        await shelf.keep(KeptReading(inquiry: inquiry, clock: clock, reading: reading), of: person.id)
        return reading
    }

    /// What happened lately, for a card; told anew only where anything that it follows from is another.
    func recent(of look: PersonLook, manager: PersonID?, for reader: PrepReader) async -> [Sentence] {
        let (person, ledger, today) = (look.person, look.ledger, CivilDate(microseconds: now))
        let kept = await shelf.card(of: person.id, for: reader).flatMap { card in
            card.ledger == ledger.number && ledger.number > 0 && card.day == today && card.person == person
                && card.manager == manager ? card : nil
        }
        if let kept, kept.company == stamps.company { return kept.recent }
        let names = company.names.names(in: ledger.open)
        let recent: [Sentence]
        if let kept, kept.names == names {
            recent = kept.recent
        } else {
            // A card tells of days, so the moment of the day makes no difference.
            var facts = PrepFacts(person: person, manager: manager, entries: ledger.open, now: now)
            facts.names = names
            recent = PrepComposer(facts, for: reader).recent(2)
        }
        await shelf.keep(
            KeptCard(
                ledger: ledger.number,
                day: today,
                person: person,
                manager: manager,
                names: names,
                company: stamps.company,
                recent: recent
            ),
            for: reader
        )
        return recent
    }
}
