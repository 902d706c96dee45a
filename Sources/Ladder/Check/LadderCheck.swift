/// Checks of a well-formed ladder against its promises: equal tracks, scope not headcount, stages that can be told apart.
///
/// Source: `docs/methods.md`, "The ladder".
public enum LadderCheck {
    /// Everything that breaks or weakens the promises, in the order of the file.
    ///
    /// - Parameters:
    ///   - document: the ladder with its places.
    ///   - today: `YYYY-MM-DD`; pay exceptions that ended before do not count. Without it none is taken as ended.
    /// - Returns: nothing for a ladder that keeps them all.
    public static func findings(_ document: LadderDocument, today: String? = nil) -> [LadderFinding] {
        let ladder = document.ladder
        var gathering = FindingGathering(document: document)
        checkTracks(ladder, into: &gathering)
        checkDemand(ladder, into: &gathering)
        checkBands(ladder, into: &gathering)
        checkAuthority(ladder, into: &gathering)
        checkHeadcount(ladder, into: &gathering)
        checkStages(ladder, into: &gathering)
        checkLevels(ladder, into: &gathering)
        checkWordings(ladder, into: &gathering)
        checkRanges(ladder, today: today, into: &gathering)
        return gathering.ordered
    }

    static func checkTracks(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        for track in LadderTrack.allCases {
            let levels = ladder.levels(on: track)
            if levels.isEmpty { gathering.note(.emptyTrack(track), at: "tracks.\(track.rawValue)") }
            if !ladder.competencies.contains(where: { $0.track.rawValue == track.rawValue }) {
                gathering.note(.noOwnCompetencies(track), at: "tracks.\(track.rawValue)")
            }
            for (index, level) in ladder.levels.enumerated() where level.roles[track] == nil {
                guard let first = levels.first, let last = levels.last, first < level.number, level.number < last
                else { continue }
                gathering.note(.trackGap(track, level: level.number), at: "levels[\(index)].roles")
            }
        }
        guard let ic = ladder.levels(on: .ic).last, let management = ladder.levels(on: .management).last,
            ic != management, let index = ladder.levels.firstIndex(where: { $0.number == min(ic, management) })
        else { return }
        gathering.note(.unequalCeilings(ic: ic, management: management), at: "levels[\(index)].roles")
    }

    static func checkDemand(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        for (index, level) in ladder.levels.enumerated() {
            if let ic = level.roles[.ic], let management = level.roles[.management], ic.demand != management.demand {
                gathering.note(
                    .unequalDemand(level: level.number, ic: ic.demand, management: management.demand),
                    at: "levels[\(index)].roles"
                )
            }
            for track in LadderTrack.allCases {
                guard let role = level.roles[track] else { continue }
                let path = "levels[\(index)].roles.\(track.rawValue).required"
                checkDemand(of: role, on: track, level: level.number, at: path, ladder, into: &gathering)
            }
        }
    }

    static func checkDemand(
        of role: TrackRole,
        on track: LadderTrack,
        level: Int,
        at path: String,
        _ ladder: CareerLadder,
        into gathering: inout FindingGathering
    ) {
        let before = ladder.levels(on: track).last { $0 < level }
        let earlier = before.flatMap { ladder.role(track, level: $0) }
        for competency in ladder.competencies {
            let field = "\(path).\(competency.id)"
            let now = role.required[competency.id]
            switch (competency.track.concerns(track), now) {
            case (true, nil):
                gathering.note(.unstatedRequirement(competency: competency.id, level: level), at: field)
            case (false, .some): gathering.note(.foreignRequirement(competency: competency.id, track: track), at: field)
            default: break
            }
            if let now, let was = earlier?.required[competency.id], now < was {
                gathering.note(
                    .fallingStage(competency: competency.id, level: level, before: was, now: now),
                    at: field
                )
            }
        }
        if let before, earlier?.required == role.required {
            gathering.note(.unchangedDemand(level: level, before: before), at: path)
        }
    }

    static func checkBands(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        guard let first = ladder.levels.first, let last = ladder.levels.last else { return }
        if first.band.lower > 1 { gathering.note(.bandGap(from: 1, to: first.band.lower), at: "levels[0].band") }
        for index in ladder.levels.indices.dropFirst() {
            let (before, now) = (ladder.levels[index - 1].band.upper, ladder.levels[index].band.lower)
            if now > before { gathering.note(.bandGap(from: before, to: now), at: "levels[\(index)].band") }
            if now < before { gathering.note(.bandOverlap(from: now, to: before), at: "levels[\(index)].band") }
        }
        // A mean of five factors can be 5 itself, and the upper end is left out.
        if last.band.upper <= 5 {
            gathering.note(.bandGap(from: last.band.upper, to: 5), at: "levels[\(ladder.levels.count - 1)].band")
        }
    }
}
