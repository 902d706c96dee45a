import Statistics
import Workspace

extension ParityAudit {
    func countOutside(_ placements: [PayPlacement], _ draft: inout ReportDraft) {
        guard !material.bands.isEmpty else { return }
        for track in Track.allCases {
            draft.know("paid/\(track.rawValue)", material.people.filter { $0.track == track && $0.fullTimeBase != nil })
        }
        var counts: [AuditCell: [PayPlacement.Reason: Int]] = [:]
        for placement in placements {
            guard let level = placement.level else { continue }
            let cell = AuditCell([.level: String(level), .track: placement.track.rawValue])
            counts[cell, default: [:]][placement.reason, default: 0] += 1
        }
        let rows = counts.sorted { $0.key < $1.key }.map {
            cell,
            reasons -> (values: [AuditValue], protection: Protection) in
            let order: [PayPlacement.Reason] = [.inside, .belowMinimum, .aboveMaximum, .noBand, .noPay]
            // A viewer learns no count of fewer than five people outside their band.
            return (
                [.text(cell.words)] + order.map { AuditValue(reasons[$0, default: 0]) },
                .heads(order.map { reasons[$0, default: 0] })
            )
        }
        draft.add(
            table: "placement",
            "Where pay lies in its band",
            columns: [
                AuditColumn(id: "group", title: "Group", kind: .text),
                AuditColumn(id: "inside", title: "Inside", kind: .count),
                AuditColumn(id: "below", title: "Below", kind: .count),
                AuditColumn(id: "above", title: "Above", kind: .count),
                AuditColumn(id: "no_band", title: "No band", kind: .count),
                AuditColumn(id: "no_pay", title: "No pay on file", kind: .count),
            ],
            rows: rows,
            note: "Who they are is listed only for those who may see pay."
        )
    }

    func compareOutcomes(_ draft: inout ReportDraft) -> String {
        let ratios = PayRatios(material)
        if material.people.allSatisfy({ $0.fullTimeBase == nil }) {
            draft.limits.append("The people file has no pay, so pay in outcomes cannot be told.")
            return "Pay itself could not be compared."
        }
        for track in Track.allCases { draft.know(track.rawValue, ratios.people.filter { $0.track == track }) }
        let levels = material.sharedLevels
        // Without a ladder ten levels count, so that people of other levels change nothing.
        let tests = Double(material.offered.isEmpty ? 10 : levels.count)
        var rows: [(values: [AuditValue], protection: Protection)] = []
        var gaps: [AuditPlot.Gap] = []
        var compared = 0
        var signals: [String] = []
        for level in levels {
            let ic = ratios.values(.ic, level)
            let management = ratios.values(.management, level)
            guard !ic.isEmpty || !management.isEmpty else { continue }
            let cell = AuditCell([.level: String(level)])
            let protection = Protection.cells(Track.allCases.map { ($0.rawValue, cell) })
            let enough = min(ic.count, management.count) >= Self.leastOutcomes
            let shift = enough ? RankShift(management, ic) : nil
            rows.append(
                (
                    [
                        .text("Level \(level)"), AuditValue(ic.count), AuditValue(Sample.median(ic)),
                        AuditValue(management.count), AuditValue(Sample.median(management)), AuditValue(shift?.shift),
                        AuditValue(shift?.interval.low), AuditValue(shift?.interval.high),
                    ], protection
                )
            )
            guard let shift else { continue }
            compared += 1
            let adjusted = min(1, shift.p * tests)
            let isSignal = adjusted <= 0.10 && shift.interval.excludesZero
            let higher = shift.shift >= 0
            let interval = higher ? shift.interval : shift.interval.mapped { -$0 }
            if isSignal { signals.append("level \(level)") }
            draft.add(
                AuditFinding(
                    id: "parity/outcomes/level=\(level)",
                    severity: isSignal ? .signal : .none,
                    about: "Level \(level)",
                    sentence: "At level \(level) \(higher ? "managers" : "individual contributors") are paid "
                        + AuditWords.percent(abs(shift.shift), interval.low, interval.high)
                        + " of \(ratios.reference) more, in the middle of all comparisons.",
                    figure: AuditFigure(abs(shift.shift), interval, unit: .share),
                    count: ic.count + management.count,
                    p: shift.p,
                    adjustedP: adjusted,
                    shows: "How far pay of the two tracks lies apart inside one level.",
                    doesNotShow: "Why: time at the level, craft and hiring market are not taken out here.",
                    law: nil,
                    reading: nil
                ),
                protection
            )
            if draft.allows(protection) {
                gaps.append(
                    AuditPlot.Gap(
                        label: "Level \(level)",
                        value: shift.shift,
                        low: shift.interval.low,
                        high: shift.interval.high,
                        isSignal: isSignal
                    )
                )
            }
        }
        draft.add(
            table: "outcomes",
            "Pay against \(ratios.reference), by level and track",
            columns: [
                AuditColumn(id: "level", title: "Level", kind: .text),
                AuditColumn(id: "ic_count", title: "IC", kind: .count),
                AuditColumn(id: "ic_median", title: "median", kind: .number),
                AuditColumn(id: "management_count", title: "Managers", kind: .count),
                AuditColumn(id: "management_median", title: "median", kind: .number),
                AuditColumn(id: "shift", title: "Managers higher by", kind: .share),
                AuditColumn(id: "low", title: "from", kind: .share),
                AuditColumn(id: "high", title: "to", kind: .share),
            ],
            rows: rows,
            note: "A difference is worked out from \(Self.leastOutcomes) people on each track."
        )
        draft.add(
            GapPlot.make(
                "outcomes",
                "How much more managers are paid than individual contributors, by level",
                gaps,
                threshold: nil
            )
        )
        guard compared > 0 else {
            draft.limits.append(
                "No level has \(Self.leastOutcomes) people with pay on each track; medians alone are shown."
            )
            return "No level has enough people on both tracks to compare pay inside it."
        }
        return signals.isEmpty
            ? "In the \(AuditWords.many(compared, "level", "levels")) with enough people, pay of the tracks does not differ beyond chance."
            : "Pay of the tracks differs beyond chance at \(signals.joined(separator: ", "))."
    }
}
