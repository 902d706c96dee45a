import Statistics
import Workspace

extension CalibrationRoom {
    /// Groups whose drafts are spread otherwise than everybody else's, or than their own last time.
    func drift() -> FamilyFinding {
        struct Comparison {
            let group: RoomGroup
            let against: String
            let shift: DistributionShift
            let means: WelchComparison?
            let isLast: Bool
        }
        let minimum = 8
        var comparisons: [Comparison] = []
        var seen: Set<Set<PersonID>> = []
        for group in groups where group.drafts.count >= minimum {
            let members = Set(group.drafts.map(\.person))
            guard seen.insert(members).inserted else { continue }
            let rest = drafts.filter { !members.contains($0.person) }
            let now = Self.counts(group.drafts.map(\.rating))
            if rest.count >= minimum,
                let shift = DistributionShift(actual: now, expected: Self.counts(rest.map(\.rating)))
            {
                comparisons.append(
                    Comparison(
                        group: group,
                        against: "everybody else's",
                        shift: shift,
                        means: WelchComparison(group.drafts.map(\.rating), rest.map(\.rating)),
                        isLast: false
                    )
                )
            }
            let last = group.drafts.compactMap(\.last)
            if last.count >= minimum, let shift = DistributionShift(actual: now, expected: Self.counts(last)) {
                comparisons.append(
                    Comparison(
                        group: group,
                        against: "the last cycle's",
                        shift: shift,
                        means: WelchComparison(group.drafts.map(\.rating), last),
                        isLast: true
                    )
                )
            }
        }
        let rejected = ManyTests.benjaminiHochberg(comparisons.map(\.shift.ranks.p), q: Self.falseShare).reject
        let found = zip(comparisons, rejected).filter { one, isBeyondChance in
            isBeyondChance && one.shift.stabilityIndex >= 0.25 && abs(one.shift.ranks.delta) >= 0.33
        }.map(\.0)
        let named = Set(severity().cues.map(\.about))
        // Where the whole room moved, its parts did, too; where the same rater is asked about already, so was this.
        let moved = found.first { $0.isLast && $0.group.isWholeRoom }
        var finding = FamilyFinding(looked: comparisons.count)
        for one in found {
            if one.isLast, let moved, !one.group.isWholeRoom, moved.shift.meanShift * one.shift.meanShift > 0 {
                continue
            }
            if named.contains(one.group.title) { continue }
            finding.cues.append(
                cue(one.group, against: one.against, one.shift, one.means?.interval, isLast: one.isLast)
            )
        }
        return finding
    }

    private func cue(
        _ group: RoomGroup,
        against: String,
        _ shift: DistributionShift,
        _ interval: Interval?,
        isLast: Bool
    ) -> CalibrationCue {
        let side = shift.meanShift > 0 ? "higher" : "lower"
        let range = interval.map { " (95 % interval \(CueWords.signed($0.low)) to \(CueWords.signed($0.high)))" }
        return CalibrationCue(
            id(.drift, group.title, against),
            .drift,
            about: group.title,
            people: group.isOneRater ? group.drafts.map(\.person) : [],
            seen:
                "\(group.title): \(group.drafts.count) drafts lie \(CueWords.points(shift.meanShift)) points \(side) on average than \(against)\(range ?? ""), and they are spread differently.",
            figures: [
                .init("Drafts", "\(group.drafts.count)"),
                .init("Shift of the mean", "\(CueWords.signed(shift.meanShift)) points"),
                .init("Stability index", CueWords.fixed(shift.stabilityIndex, 2)),
                .init("Divergence", "\(CueWords.fixed(shift.divergence, 2)) bits"),
                .init("Cliff's delta", CueWords.signed(shift.ranks.delta, 2)),
                .init("Chance alone", CueWords.chance(shift.ranks.p)),
            ],
            count: group.drafts.count,
            effect: shift.meanShift / unit,
            interval: interval,
            p: shift.ranks.p,
            misleads: isLast
                ? "Work changes between cycles, and so may the scale's wording."
                : "Groups are not made by chance: new people, a hard year or a strong team look the same.",
            next:
                "Ask what is different about this group's work before anybody looks at single drafts. No shape is owed."
        )
    }

    /// How often each rating was given, 1 to 5.
    static func counts(_ ratings: [Double]) -> [Int] {
        ratings.reduce(into: [0, 0, 0, 0, 0]) { counts, rating in
            counts[min(4, max(0, Int(rating.rounded()) - 1))] += 1
        }
    }

    /// Raters, teams, levels, tracks.
    private var groups: [RoomGroup] {
        func all(_ key: (RoomDraft) -> String?, isOneRater: Bool = false) -> [RoomGroup] {
            Dictionary(grouping: drafts.filter { key($0) != nil }) { key($0) ?? "" }
                .map { RoomGroup(title: $0.key, drafts: $0.value, isOneRater: isOneRater) }
                .sorted { $0.title < $1.title }
        }
        let person = { (draft: RoomDraft) in people[draft.person]?.person }
        return all({ "Drafts by \(name($0.rater))" }, isOneRater: true)
            + all { person($0)?.team.map { "Team \($0)" } }
            + all { person($0)?.level.map { "Level \($0)" } }
            + all { person($0).map { $0.track == .ic ? "Individual contributors" : "Managers" } }
            + [RoomGroup(title: "The whole room", drafts: drafts, isOneRater: false, isWholeRoom: true)]
    }
}

/// Drafts that belong together.
struct RoomGroup {
    let title: String
    let drafts: [RoomDraft]
    let isOneRater: Bool
    var isWholeRoom = false
}
