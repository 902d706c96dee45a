import Statistics
import Workspace

/// Whether one track ends lower than the other, on paper and in practice.
struct CeilingAudit {
    private let material: AuditMaterial
    private let audience: AuditAudience
    /// With fewer people on either track shares are not compared.
    private static let leastPeople = 15

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
    }

    var report: AuditReport {
        var draft = ReportDraft(.ceiling, material, audience)
        draft.method =
            "On paper: the highest level that each track offers. In practice: of the people at levels that both tracks offer, the "
            + "share at or above each level, difference with Newcombe's 95 % interval from \(Self.leastPeople) people on each track on. "
            + "Signals come from the paper alone: how many managers of a level a company has depends on how many teams it has."
        draft.summary = [paper(&draft), practice(&draft)]
        return draft.finished()
    }

    private func people(_ track: Track) -> [AuditPerson] {
        material.people.filter { $0.track == track && $0.level != nil }
    }

    private func paper(_ draft: inout ReportDraft) -> String {
        guard let ic = material.offered[.ic]?.max(), let management = material.offered[.management]?.max() else {
            draft.limits.append("There is no ladder, so what the tracks offer cannot be told.")
            return "What the tracks offer is not on file."
        }
        let lower = ic < management ? Track.ic : .management
        let stuck = material.people.count { $0.track == lower && ($0.level ?? 0) >= min(ic, management) }
        draft.add(
            AuditFinding(
                id: "ceiling/offered",
                severity: ic == management ? .none : .signal,
                about: "The ladder",
                sentence: ic == management
                    ? "Both tracks go up to level \(ic)."
                    : "\(AuditWords.sentence(AuditWords.track(lower.rawValue))) end at level \(min(ic, management)), "
                        + "\(AuditWords.track(lower == .ic ? "management" : "ic")) at level \(max(ic, management)).",
                figure: AuditFigure(Double(abs(ic - management)), unit: .count),
                count: 0,
                p: nil,
                adjustedP: nil,
                shows: "Whether somebody has to change tracks to go on.",
                doesNotShow: "Whether anybody gets there.",
                law: nil,
                reading: nil
            ),
            .open
        )
        if ic != management, stuck > 0 {
            draft.add(
                AuditFinding(
                    id: "ceiling/at-the-end",
                    severity: .signal,
                    about: AuditWords.sentence(AuditWords.track(lower.rawValue)),
                    sentence: "\(AuditWords.people(stuck)) stand where their track ends while the other goes on.",
                    figure: AuditFigure(Double(stuck), unit: .count),
                    count: stuck,
                    p: nil,
                    adjustedP: nil,
                    shows: "How many have no next level on their own track.",
                    doesNotShow: "Whether they do the work of a level that is not there.",
                    law: nil,
                    reading: nil
                ),
                .heads([stuck])
            )
        }
        return ic == management
            ? "On paper both tracks go equally far." : "On paper one track ends lower than the other."
    }

    private func practice(_ draft: inout ReportDraft) -> String {
        let shared = material.sharedLevels
        let ic = people(.ic).filter { shared.contains($0.level ?? 0) }
        let management = people(.management).filter { shared.contains($0.level ?? 0) }
        for track in Track.allCases { draft.know(track.rawValue, people(track)) }
        draft.add(
            table: "highest",
            "Highest level by track",
            columns: [
                AuditColumn(id: "track", title: "Track", kind: .text),
                AuditColumn(id: "offered", title: "Offered", kind: .count),
                AuditColumn(id: "used", title: "Used", kind: .count),
                AuditColumn(id: "people", title: "People", kind: .count),
            ],
            rows: Track.allCases.map { track in
                let members = people(track)
                let top = members.compactMap(\.level).max()
                // The highest level used speaks of those who stand there.
                let there = members.count { $0.level == top }
                return (
                    [
                        .text(AuditWords.sentence(AuditWords.track(track.rawValue))),
                        AuditValue(material.offered[track]?.max().map { Double($0) }),
                        AuditValue(top.map { Double($0) }),
                        AuditValue(members.count),
                    ], .heads([there])
                )
            },
            keys: 2
        )
        let enough = min(ic.count, management.count) >= Self.leastPeople
        var comparisons: [(level: Int, compared: ProportionComparison)] = []
        for level in shared.dropFirst() {
            func above(_ people: [AuditPerson]) -> Proportion {
                Proportion(people.count { ($0.level ?? 0) >= level }, of: people.count)
            }
            comparisons.append((level, ProportionComparison(above(management), above(ic))))
        }
        comparisons = comparisons.filter { $0.compared.first.count + $0.compared.second.count > 0 }
        var gaps: [AuditPlot.Gap] = []
        var rows: [(values: [AuditValue], protection: Protection)] = []
        for one in comparisons {
            let (managers, contributors) = (one.compared.first, one.compared.second)
            let protection = Protection.heads([
                managers.count, managers.total - managers.count, contributors.count,
                contributors.total - contributors.count,
            ])
            let interval = one.compared.newcombe
            rows.append(
                (
                    [
                        .text("Level \(one.level) and above"), AuditValue(contributors.count),
                        AuditValue(contributors.rate),
                        AuditValue(managers.count), AuditValue(managers.rate), AuditValue(one.compared.difference),
                        AuditValue(interval?.low), AuditValue(interval?.high),
                    ], protection
                )
            )
            guard enough, let difference = one.compared.difference, let interval else { continue }
            let higher = difference >= 0 ? "managers" : "individual contributors"
            let range = difference >= 0 ? interval : interval.mapped { -$0 }
            draft.add(
                AuditFinding(
                    id: "ceiling/share/level=\(one.level)",
                    severity: .none,
                    about: "Level \(one.level) and above",
                    sentence:
                        "Of people at levels that both tracks have, \(higher) stand at level \(one.level) or above more "
                        + "often, by \(AuditWords.percent(abs(difference), range.low, range.high)).",
                    figure: AuditFigure(abs(difference), range, unit: .share),
                    count: managers.total + contributors.total,
                    p: one.compared.fisherP,
                    adjustedP: nil,
                    shows: "Where the people of each track stand today.",
                    doesNotShow:
                        "Whether the way up is barred; a company with many teams needs many managers of middle levels.",
                    law: nil,
                    reading: nil
                ),
                protection
            )
            if draft.allows(protection) {
                gaps.append(
                    AuditPlot.Gap(
                        label: "Level \(one.level) and above",
                        value: difference,
                        low: interval.low,
                        high: interval.high,
                        isSignal: false
                    )
                )
            }
        }
        draft.add(
            table: "shares",
            "Share at or above each level that both tracks have",
            columns: [
                AuditColumn(id: "level", title: "Level", kind: .text),
                AuditColumn(id: "ic_count", title: "IC", kind: .count),
                AuditColumn(id: "ic_share", title: "share", kind: .share),
                AuditColumn(id: "management_count", title: "Managers", kind: .count),
                AuditColumn(id: "management_share", title: "share", kind: .share),
                AuditColumn(id: "difference", title: "Managers more by", kind: .share),
                AuditColumn(id: "low", title: "from", kind: .share),
                AuditColumn(id: "high", title: "to", kind: .share),
            ],
            rows: rows
        )
        draft.add(GapPlot.make("shares", "How much larger the share of managers is at or above each level", gaps))
        guard enough else {
            draft.limits.append(
                !draft.allows(.heads([ic.count, management.count]))
                    ? "Shares are compared from \(Self.leastPeople) people on each track on."
                    : "There are \(AuditWords.people(ic.count)) and \(AuditWords.people(management.count)) at levels that both tracks have; "
                        + "shares are compared from \(Self.leastPeople) on each side on."
            )
            return "In practice there are too few people on one track to compare."
        }
        return
            "Where the people of the two tracks stand is shown beside it; it depends on how many seats of each kind there are."
    }
}
