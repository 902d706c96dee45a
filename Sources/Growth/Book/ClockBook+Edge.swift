import Evidence
import Statistics
public import Workspace

extension ClockBook {
    /// Where a person can grow, as `reading(_:)` says it, from what the book keeps; nil for somebody who is not in it.
    ///
    /// What a page of a few lines needs of a clock: no evidence is fetched for it, and no state is followed through time.
    public func edge(of person: PersonID) -> ClockReading.GrowthEdge? {
        guard let sheet = page(of: person)?.sheet else { return nil }
        let inquiry = sheet.member.inquiry
        guard sheet.member.demand.hasRising else { return ClockReading.GrowthEdge.none }
        let observations = sheet.observations(terms)
        var clock = clock(for: inquiry.person.track, voices: Set(observations.map(\.observer)))
        clock.leave = inquiry.leave.map { Double($0.lowerBound.days)..<Double($0.upperBound.days) }
        clock.settling = inquiry.settling
        return sheet.member.demand.edge(of: clock.competencies(observations, now: terms.today))
    }
}

extension TargetDemand {
    /// True where the target asks for more than the present level somewhere.
    var hasRising: Bool { level != nil && competencies.contains(where: \.rises) }

    /// The competency with the least evidence for what the target asks beyond today; else what to ask about.
    func edge(of assessments: [CompetencyAssessment]) -> ClockReading.GrowthEdge {
        guard hasRising else { return .none }
        let rising = Set(competencies.filter(\.rises).map(\.id))
        let lowest =
            assessments
            .filter { rising.contains($0.competency) && $0.state != .thin }
            .min { ($0.probability, $0.mean, $0.competency) < ($1.probability, $1.mean, $1.competency) }
        if let lowest { return .competency(lowest.competency) }
        return .askAbout(competencies.filter(\.rises).map(\.id))
    }
}

extension BookSheet {
    /// The items as the clock reads them of a ledger, with names; in any order.
    func observations(_ terms: BookTerms) -> [Observation] {
        let witnesses = witnesses(settled: terms.settled)
        let work = Self.classes.map { terms.workWeights[$0] }
        let names = (0...episodes).map { "episode \($0)" }
        var found: [Observation] = []
        found.reserveCapacity(traces.count)
        for trace in traces where trace.counts <= terms.settled {
            guard let item = item(trace, witnesses: witnesses, work: work), let competency = competency(of: trace)
            else { continue }
            found.append(
                Observation(
                    day: item.day,
                    observer: voices[Int(item.observer)],
                    team: teams[Int(item.team)],
                    competency: competency,
                    next: item.next,
                    confidence: item.weight,
                    episode: item.episode < 0 ? "" : names[Int(item.episode)],
                    isConfidential: item.isConfidential
                )
            )
        }
        return answers.isEmpty ? found : found + answersAsItems(terms).map(\.observation)
    }

    /// The competency that a trace counts for: after a change of track that which stands close to its own.
    private func competency(of trace: BookTrace) -> String? {
        guard let likeliest = likeliest(trace) else { return nil }
        let (name, asked) = competencies[likeliest]
        return asked.isAsked ? name : member.inquiry.move?.neighbours[name]?.competency
    }
}
