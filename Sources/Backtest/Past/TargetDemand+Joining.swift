public import Growth
public import Ladder
public import Workspace

extension TargetDemand {
    /// What a ladder asks of somebody who stands on no level yet: all of its first level.
    ///
    /// Every competency is new to such a person, so every statement of the first level tells the two apart.
    public static func joining(_ track: Track, family: String, on ladder: CareerLadder) -> TargetDemand? {
        guard let own = LadderTrack(rawValue: track.rawValue) else { return nil }
        let levels = (1...10).filter { ladder.role(own, level: $0) != nil }
        guard let first = levels.first, let role = ladder.role(own, level: first) else { return nil }
        let competencies = ladder.competencies(for: own, family: family)
            .compactMap { competency in
                role.required[competency.id].map {
                    CompetencyDemand(id: competency.id, name: competency.name, present: nil, target: $0)
                }
            }
        return TargetDemand(track: track, level: first, presentLevel: 0, competencies: competencies)
    }

    /// What a backtest holds somebody against; nil where the level at the time is not known, or the ladder ends.
    ///
    /// - Parameters:
    ///   - standard: what everybody is held against
    ///   - person: who, with the level of the time
    ///   - ladder: the company's ladder
    /// - Returns: what is asked of the person
    public static func standard(
        _ standard: BacktestPlan.Standard,
        for person: Person,
        on ladder: CareerLadder
    ) -> TargetDemand? {
        switch standard {
        case .joining: return joining(person.track, family: person.family, on: ladder)
        case .nextLevel:
            let demand = TargetDemand(person, on: ladder)
            return demand?.level == nil ? nil : demand
        case .level(let level):
            var standing = person
            standing.level = level - 1
            let demand =
                level > 1
                ? TargetDemand(standing, on: ladder) : joining(person.track, family: person.family, on: ladder)
            return demand?.level == level ? demand : nil
        }
    }
}
