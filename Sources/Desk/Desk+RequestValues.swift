import Evidence
import Growth
import Ladder
import Workspace

extension RequestAnswer {
    /// A kept answer as the clock takes it.
    init(_ kept: ColleagueAnswer) {
        self.init(
            id: kept.id,
            voice: kept.voice,
            competency: kept.competency,
            sight: kept.sight,
            moment: kept.moment,
            state: kept.state,
            targetStage: kept.nextStage
        )
    }
}

extension ColleagueQuestion {
    /// The question of a planned round, with the ladder's statements of today; nil where the ladder lacks one.
    init?(_ round: RequestRound, about person: Person, ladder: CareerLadder) {
        guard let name = ladder.competency(round.competency, family: person.family)?.name,
            let next = ladder.statement(round.competency, stage: round.targetStage, family: person.family),
            let present = ladder.statement(round.competency, stage: round.presentStage, family: person.family)
        else { return nil }
        self.init(
            competency: round.competency,
            name: name,
            next: next,
            present: present,
            nextStage: round.targetStage,
            presentStage: round.presentStage
        )
    }
}

extension RequestHistory {
    /// What decides about one person's next round: the last one about them, and everybody's requests of the week.
    init(_ load: RequestLoad, about person: PersonID, lastCompetency: String?, now: Int64) {
        func round(_ id: String, _ subject: PersonID, _ moment: Int64, _ colleagues: [PersonID]) -> RequestRound {
            RequestRound(
                id: id,
                subject: subject,
                competency: lastCompetency ?? "",
                presentStage: 0,
                targetStage: 0,
                moment: moment,
                colleagues: colleagues
            )
        }
        let last = load.last.map { round("last", person, $0, load.askedLastTime.sorted()) }
        // The week's requests about others, in as many rounds as the busiest colleague got; when they were is of no matter.
        let busiest = load.thisWeek.values.max() ?? 0
        let week = (0..<busiest).map { place in
            let asked = load.thisWeek.filter { $0.value > place }.keys.sorted()
            return round("week \(place)", PersonID("others than \(person)"), now, asked)
        }
        self.init((last.map { [$0] } ?? []) + week)
    }
}

extension RequestNeed {
    /// The first day on which it can be time to ask again; nil where the evidence is clear enough.
    func next(after last: Int64?) -> CivilDate? {
        guard let last else { return nil }
        let days = [EvidenceRequest.thinDays, EvidenceRequest.unclearDays].first { isDue(daysSinceRequest: $0) }
        return days.map { CivilDate(days: CivilDate(microseconds: last).days + Int($0)) }
    }
}

extension Access.Viewer {
    /// How the ledger writes down who acts.
    var ledgerActor: LedgerActor {
        switch self {
        case .person(let id): .person(id)
        case .console: .console
        }
    }
}
