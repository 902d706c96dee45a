public import Calibration
import Evidence
import Growth
import Ladder
import Moves
import Records
import Signals
import Statistics
public import Workspace
import Writing

extension Desk {
    /// Joins a room's drafts with what is known of the people.
    func gathered(
        _ row: RoomRow,
        _ drafts: [RoomDraft],
        switchedOff: Set<CueFamily>,
        _ picture: CompanyPicture
    ) async throws -> CalibrationRoom {
        let roles = try await records.roleFacts()
        let needsPast = drafts.filter { $0.last != nil }.count >= ExpectedRatings.fewestPeople
        var people: [RoomPerson] = []
        people.reserveCapacity(drafts.count)
        for draft in drafts {
            guard let person = picture.people[draft.person] else { continue }
            let entries = try await records.entries(about: person.id, now: picture.now)
            people.append(
                RoomPerson(
                    person,
                    evidence: picture.profile(of: person, entries, from: row.from, to: row.to),
                    lastEvidence: needsPast
                        ? picture.profile(of: person, entries, from: row.from.dayBefore(days: 182), to: row.from) : nil,
                    scope: roles[person.id]?.scope
                )
            )
        }
        return CalibrationRoom(
            name: row.name,
            drafts: drafts,
            people: people,
            names: picture.people.mapValues(\.name),
            levelMean: picture.book.clock(for: .ic).parameters.priorMean,
            switchedOff: switchedOff
        )
    }

    /// How far a draft leans on visible wins, the last months and one voice, beside the ledger of its period.
    public func biasMeter(
        of id: PersonID,
        from: CivilDate?,
        to: CivilDate?,
        for viewer: Access.Viewer
    ) async throws -> BiasMeter {
        try await draft(id, from: from, to: to, for: viewer).bias
    }
}

extension DraftView {
    /// How far the draft leans on visible wins, the last months and one voice, beside the ledger of its period.
    public var bias: BiasMeter {
        let ledger = sources.values.filter { entry in
            let day = CivilDate(microseconds: entry.moment)
            return entry.state.counts && entry.confidence >= Happening.clearEnough && entry.kind != .blocked
                && day >= draft.from && day <= draft.to
        }.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        return BiasMeter(cited: draft.cited, ledger: ledger.map { ProfileEntry($0, from: draft.from, to: draft.to) })
    }
}

extension CivilDate {
    /// The day so many days before.
    fileprivate func dayBefore(days count: Int) -> CivilDate { CivilDate(days: days - count) }
}

extension CompanyPicture {
    /// What the clock says of a person at the end of a period, in the values that a room needs; nil without a level.
    func profile(
        of person: Person,
        _ entries: [LedgerEntry],
        from: CivilDate,
        to: CivilDate
    ) -> EvidenceProfile? {
        guard let demand = TargetDemand(person, on: ladder) else { return nil }
        // The end of the last day; today's end is now.
        let end = min(now, CivilDate(days: to.days + 1).microseconds - 1)
        let inquiry = ClockInquiry(
            person: person,
            entries: entries,
            demand: demand,
            now: end,
            move: moves[person.id].flatMap { TrackMove(latestOf: $0, ladder: ladder) },
            reports: Set((reports[person.id] ?? []).map(\.id))
        )
        let items = LedgerItems(inquiry, workWeights: book.terms.workWeights).items
        let clock = book.clock(for: inquiry)
        let today = Double(end) / 86_400_000_000
        let observations = items.map(\.observation)
        let found = clock.assess(observations, now: today, nextLevel: demand.level ?? demand.presentLevel)
        let counting = entries.filter { entry in
            let day = CivilDate(microseconds: entry.moment)
            return entry.state.counts && entry.confidence >= Happening.clearEnough && entry.kind != .blocked
                && day >= from && day <= to
        }.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        let next = Dictionary(items.map { ($0.entry, $0.observation.next >= 0.5) }, uniquingKeysWith: { one, _ in one })
        var spoken: [String: Int] = [:]
        for share in counting.flatMap(\.competencies) where share.share >= LedgerItems.minimumShare {
            spoken[share.competency, default: 0] += 1
        }
        let posterior = found.posterior
        let whole = posterior.alpha + posterior.beta
        let spread = (posterior.alpha * posterior.beta / (whole * whole * (whole + 1))).squareRoot()
        return EvidenceProfile(
            mean: posterior.mean,
            spread: spread,
            effectiveEvidence: found.effectiveEvidence,
            voices: found.observers,
            windows: found.votes.speaking.count,
            belowShare: Self.share(found.cells.count { $0.share <= 0.3 }, of: found.cells.count),
            criticShare: Self.share(counting.count { $0.kind == .feedback }, of: counting.count),
            competencies: Dictionary(
                clock.competencies(observations, now: today).map { ($0.competency, $0.mean) },
                uniquingKeysWith: { one, _ in one }
            ),
            competencyEntries: spoken,
            entries: counting.map { ProfileEntry($0, from: from, to: to, speaksFor: next[$0.id]) }
        )
    }

    private static func share(_ count: Int, of all: Int) -> Double { all > 0 ? Double(count) / Double(all) : 0 }
}
