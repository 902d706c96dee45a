import Statistics
import Workspace

extension CalibrationRoom {
    /// One rater's drafts against everybody's, less what evidence lets expect where there is such a link.
    func severity() -> FamilyFinding {
        // Where second ratings connect the people, they say more; those raters are left to that question.
        let connected = raschRaters
        let differences = byRater.reduce(into: [String: [Double]]()) { found, team in
            found[team.key.text] = team.value.map { draft in
                draft.rating - (expected.isLink ? expected.values[draft.person]?.rating ?? 3 : 0)
            }
        }
        guard let severity = RaterSeverity(differences, q: Self.falseShare),
            severity.raters.count >= RaterSeverity.fewestRaters
        else { return FamilyFinding() }
        var finding = FamilyFinding()
        for (key, standing) in severity.raters.sorted(by: { name(PersonID($0.key)) < name(PersonID($1.key)) }) {
            let rater = PersonID(key)
            guard standing.count >= RaterSeverity.fewestDrafts, !connected.contains(rater) else { continue }
            finding.looked += 1
            if standing.isCue { finding.cues.append(cue(of: rater, standing)) }
        }
        return finding
    }

    private func cue(of rater: PersonID, _ standing: RaterSeverity.Standing) -> CalibrationCue {
        let drafts = byRater[rater] ?? []
        let side = standing.estimate > 0 ? "above" : "below"
        let points = CueWords.points(standing.estimate)
        let interval = standing.interval
        let range = "95 % interval \(CueWords.signed(interval.low)) to \(CueWords.signed(interval.high))"
        let seen =
            expected.isLink
            ? "The \(drafts.count) drafts by \(name(rater)) sit \(points) points \(side) what the evidence about these people lets expect, compared with other raters' drafts (\(range))."
            : "The \(drafts.count) drafts by \(name(rater)) sit \(points) points \(side) others' (\(range)). Either the team is \(standing.estimate > 0 ? "stronger" : "at an earlier stage"), or the scale is read differently."
        return CalibrationCue(
            id(.severity, rater.text),
            .severity,
            about: "Drafts by \(name(rater))",
            people: drafts.map(\.person),
            seen: seen,
            figures: [
                .init("Drafts", "\(standing.count)"),
                .init("Difference", "\(CueWords.signed(standing.estimate)) points"),
                .init("Before shrinking", "\(CueWords.signed(standing.deviation)) points"),
                .init("Chance alone", CueWords.chance(standing.p)),
                .init("Read against evidence", expected.isLink ? "yes" : "no"),
            ],
            count: standing.count,
            effect: standing.estimate / unit,
            interval: interval,
            p: standing.p,
            misleads: expected.isLink
                ? "Evidence sees only a part of the work; a team whose work is little talked about looks like this, too."
                : "Teams do differ. Nothing here was read against evidence, so the drafts may simply be right.",
            next:
                "Read two of these drafts aloud beside two from another team at the same level, and ask what each level of the scale meant to the writer. A second rating for each person would settle it."
        )
    }
}
