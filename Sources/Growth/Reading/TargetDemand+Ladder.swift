public import Ladder
public import Workspace

extension TargetDemand {
    /// What a ladder asks of a person at a target; at the next level of the own track unless told.
    ///
    /// Nil when the person has no level, or the ladder does not know the level or the target.
    ///
    /// - Parameters:
    ///   - person: whose work it is, with a level
    ///   - ladder: the company's ladder
    ///   - target: what it is held against; nil for the next level
    public init?(_ person: Person, on ladder: CareerLadder, target: Target? = nil) {
        guard let level = person.level, let own = LadderTrack(rawValue: person.track.rawValue),
            ladder.role(own, level: level) != nil
        else { return nil }
        let track = target?.track ?? own
        let next = target?.level ?? ladder.nextLevel(after: level, on: own)
        guard let role = ladder.role(track, level: next ?? level), let shown = Track(rawValue: track.rawValue) else {
            return nil
        }
        let competencies = ladder.competencies(for: track, family: target?.family ?? person.family)
            .compactMap { competency in
                role.required[competency.id].map { required in
                    CompetencyDemand(
                        id: competency.id,
                        name: competency.name,
                        present: ladder.required(competency.id, track: own, level: level),
                        target: required
                    )
                }
            }
        self.init(track: shown, level: next, presentLevel: level, competencies: competencies)
    }
}

extension TrackMove {
    /// A change of track with the neighbours that a ladder names.
    ///
    /// - Parameters:
    ///   - day: first day on the present track
    ///   - ladder: the company's ladder
    ///   - track: the present track, where the person was on it before
    ///   - left: first day away from it, where the person was on it before
    public init(day: CivilDate, on ladder: CareerLadder, returningTo track: Track? = nil, left: CivilDate? = nil) {
        let all = ladder.competencies
        var neighbours: [String: Neighbour] = [:]
        for from in all where from.track != .shared {
            let weighed = all.filter { $0.track != .shared && $0.track != from.track }
                .map { Neighbour($0.id, weight: ladder.carryOver(from: from.id, to: $0.id)) }
            guard let best = weighed.max(by: { $0.weight < $1.weight }), best.weight > 0 else { continue }
            neighbours[from.id] = best
        }
        let own = all.filter { $0.track != .shared && $0.track.rawValue == track?.rawValue }.map(\.id)
        let former = left.map { Former(left: $0, competencies: Set(own)) }
        self.init(day: day, neighbours: neighbours, former: track == nil ? nil : former)
    }
}
