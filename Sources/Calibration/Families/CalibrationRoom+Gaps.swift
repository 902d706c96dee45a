import Statistics
import Workspace

extension CalibrationRoom {
    /// Drafts of the two tracks at one level.
    func trackGap() -> FamilyFinding {
        let levels = Dictionary(grouping: drafts.filter { people[$0.person]?.person.level != nil }) {
            people[$0.person]?.person.level ?? 0
        }
        var compared:
            [(level: Int, ic: [RoomDraft], management: [RoomDraft], ranks: RankTest, means: WelchComparison)] =
                []
        for (level, drafts) in levels.sorted(by: { $0.key < $1.key }) {
            let ic = drafts.filter { people[$0.person]?.person.track == .ic }
            let management = drafts.filter { people[$0.person]?.person.track == .management }
            guard ic.count >= 8, management.count >= 8,
                let ranks = RankTest(ic.map(\.rating), management.map(\.rating)),
                let means = WelchComparison(ic.map(\.rating), management.map(\.rating))
            else { continue }
            compared.append((level, ic, management, ranks, means))
        }
        let rejected = ManyTests.benjaminiHochberg(compared.map(\.ranks.p), q: Self.falseShare).reject
        var finding = FamilyFinding(looked: compared.count)
        for (place, (level, ic, management, ranks, means)) in compared.enumerated() {
            guard rejected[place], abs(ranks.delta) >= 0.33, means.interval.excludesZero else { continue }
            let (difference, interval) = (means.difference, means.interval)
            let range = "\(CueWords.signed(interval.low)) to \(CueWords.signed(interval.high))"
            func heard(_ drafts: [RoomDraft]) -> String {
                let values = drafts.map { people[$0.person]?.evidence?.effectiveEvidence ?? 0 }
                return "\(CueWords.fixed(Sample.median(values) ?? 0, 0)) observations"
            }
            finding.cues.append(
                CalibrationCue(
                    id(.trackGap, "\(level)"),
                    .trackGap,
                    about: "Level \(level)",
                    people: [],
                    seen:
                        "At level \(level) drafts of individual contributors lie \(CueWords.points(difference)) points \(difference > 0 ? "above" : "below") those of managers (95 % interval \(range)). Both tracks stand at one level.",
                    figures: [
                        .init("Individual contributors", "\(ic.count)"), .init("Managers", "\(management.count)"),
                        .init("Difference of the means", "\(CueWords.signed(difference)) points"),
                        .init("Cliff's delta", CueWords.signed(ranks.delta, 2)),
                        .init("Chance alone", CueWords.chance(ranks.p)),
                        .init("Heard of contributors, median", heard(ic)),
                        .init("Heard of managers, median", heard(management)),
                    ],
                    count: ic.count + management.count,
                    effect: difference / unit,
                    interval: interval,
                    p: ranks.p,
                    misleads: "One track may be read by other people, or with other words, than the other.",
                    next:
                        "Read two drafts of each track side by side against the ladder. The parity audit shows level-ups of both tracks."
                )
            )
        }
        return finding
    }

    /// What keeping the lights on costs at equal evidence and level.
    func upkeepGap() -> FamilyFinding {
        let rows = drafts.compactMap { draft -> (rating: Double, share: Double, level: Int, mean: Double)? in
            guard let person = people[draft.person], let level = person.person.level, let evidence = person.evidence,
                let share = evidence.upkeepShare, evidence.entries.count >= 4
            else { return nil }
            return (draft.rating, share, level, evidence.mean)
        }
        guard rows.count >= 30 else { return FamilyFinding() }
        let levels = Set(rows.map(\.level)).sorted().dropFirst()
        let columns =
            [rows.map { _ in 1.0 }, rows.map(\.share), rows.map(\.mean)]
            + levels.map { level in rows.map { $0.level == level ? 1.0 : 0 } }
        guard
            let fit = try? LeastSquares(columns: columns, answers: rows.map(\.rating), leaveOutDependent: true),
            !fit.leftOut.contains(1)
        else { return FamilyFinding() }
        var finding = FamilyFinding(looked: 1)
        let (cost, interval) = (fit.coefficients[1], fit.interval(1))
        guard interval.high < 0 else { return finding }
        let spread = (Sample.variance(rows.map(\.share)) ?? 0).squareRoot()
        finding.cues = [
            CalibrationCue(
                id(.upkeepGap),
                .upkeepGap,
                about: "Everybody",
                people: [],
                seen:
                    "Keeping the lights on costs about \(CueWords.points(cost)) rating points here at equal evidence and level, for somebody who did nothing else (95 % interval \(CueWords.signed(interval.low)) to \(CueWords.signed(interval.high)), \(rows.count) people).",
                figures: [
                    .init("People", "\(rows.count)"), .init("From no upkeep to all", "\(CueWords.signed(cost)) points"),
                    .init("95 % interval", "\(CueWords.signed(interval.low)) to \(CueWords.signed(interval.high))"),
                    .init("Chance alone", CueWords.chance(fit.p(1))),
                ],
                count: rows.count,
                effect: cost * spread / unit,
                interval: interval,
                p: fit.p(1),
                misleads:
                    "Upkeep is counted by its share in what was said, not by weeks; people who choose such work may differ otherwise.",
                next:
                    "Go through the drafts of people who kept things running, and ask what would have happened without them."
            )
        ]
        return finding
    }
}
