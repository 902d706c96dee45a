import Growth
import Ladder
import Workspace

/// What the ladder asks of a person, in the clock's terms.
enum LadderDemand {
    /// The demand of the next level on the person's own track; nil where the people file names no level of the track.
    static func next(for person: Person, on ladder: CareerLadder) -> TargetDemand? {
        guard let level = person.level, ladder.role(track(person.track), level: level) != nil else { return nil }
        return demand(for: person, level: level, track: person.track, target: ladder.nextLevel(after: level, on: track(person.track)), on: ladder)
    }

    /// The demand of any target; nil where the track has no such level.
    static func target(_ target: Target, for person: Person, on ladder: CareerLadder) -> TargetDemand? {
        guard let level = person.level, ladder.role(target.track, level: target.level) != nil else { return nil }
        return demand(for: person, level: level, track: Track(target.track), target: target.level, on: ladder)
    }

    private static func demand(
        for person: Person,
        level: Int,
        track: Track,
        target: Int?,
        on ladder: CareerLadder
    ) -> TargetDemand {
        let wanted = self.track(track)
        let present = self.track(person.track)
        let competencies = ladder.competencies(for: wanted, family: person.family).compactMap { competency in
            ladder.required(competency.id, track: wanted, level: target ?? level).map { stage in
                CompetencyDemand(
                    id: competency.id,
                    name: competency.name,
                    present: ladder.required(competency.id, track: present, level: level),
                    target: stage
                )
            }
        }
        return TargetDemand(track: track, level: target, presentLevel: level, competencies: competencies)
    }

    static func track(_ track: Track) -> LadderTrack { track == .ic ? .ic : .management }
}

extension Track {
    init(_ track: LadderTrack) { self = track == .ic ? .ic : .management }
}
