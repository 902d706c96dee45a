import Statistics
import Workspace

extension GroupGaps {
    func adjusted(_ group: String) -> Result<PayRegression, PayRegression.Refusal> {
        let people = (groups[base] ?? []) + (groups[group] ?? [])
        return PayModel(people, day: audit.material.day, tracks: true).compare { $0.groups[category] == group }
    }

    func addAdjusted(
        _ group: String,
        _ result: Result<PayRegression, PayRegression.Refusal>,
        _ corrected: (adjusted: Double, isRejected: Bool)?,
        _ draft: inout ReportDraft
    ) -> String {
        switch result {
        case .failure(let refusal):
            // The number of a small group is no viewer's business.
            return draft.audience == .viewer
                ? "\(AuditWords.sentence(group)) against \(base): there are too few people for an adjusted figure."
                : "\(AuditWords.sentence(group)) against \(base): \(refusal.words)"
        case .success(let found):
            let gap = found.gap
            let range = gap >= 0 ? found.gapInterval : found.gapInterval.mapped { -$0 }
            let reading = GapReading(isTriggered: abs(gap) >= PayGap.trigger, isSignificant: range.excludesZero)
            let rejected = corrected?.isRejected ?? false
            let count = (groups[base]?.count ?? 0) + (groups[group]?.count ?? 0)
            let sentence =
                "At equal level, track, craft, place and time at the company, \(group) earn "
                + AuditWords.percent(abs(gap), range.low, range.high) + " \(gap >= 0 ? "less" : "more") than \(base)."
            let protection = Protection.cells([(population(base), AuditCell()), (population(group), AuditCell())])
            draft.add(
                AuditFinding(
                    id: "pay-gap/\(category)/\(group)/adjusted",
                    severity: rejected && reading != .noSignal
                        ? .signal : reading == .noSignal || reading == .watch ? .none : .notice,
                    about: "\(AuditWords.sentence(group)) and \(base)",
                    sentence: sentence,
                    figure: AuditFigure(gap, found.gapInterval, unit: .share),
                    count: count,
                    p: found.p,
                    adjustedP: corrected?.adjusted,
                    shows: "What is left of the gap where level, track, craft, place and years are equal.",
                    doesNotShow: "Whether levels themselves are given fairly; see the audit of level-ups by group.",
                    law: nil,
                    reading: reading
                ),
                protection
            )
            guard draft.allows(protection) else {
                return
                    "\(AuditWords.sentence(group)) against \(base): the figure rests on groups too small to be shown."
            }
            return sentence
        }
    }

    func addQuartiles(_ draft: inout ReportDraft) {
        let names = [base] + others
        let currencies = Set(groups.values.joined().map { $0.currency ?? "" })
        for currency in currencies.sorted() {
            let people = audit.paid.filter { ($0.currency ?? "") == currency && $0.groups[category] != nil }
            guard people.count >= 8 else { continue }
            let quartiles = PayQuartiles(
                pay: people.map { $0.base ?? 0 },
                groups: people.map { $0.groups[category] ?? "" }
            )
            draft.add(
                table: "quartiles-\(category)" + (currencies.count > 1 ? "-\(currency)" : ""),
                "Quartile pay bands by \(category)" + (currencies.count > 1 ? ", \(currency)" : ""),
                columns: [AuditColumn(id: "band", title: "Band of base pay a year", kind: .text)]
                    + names.map { AuditColumn(id: $0, title: AuditWords.sentence($0), kind: .count) },
                rows: zip(["Lowest quarter", "Second", "Third", "Highest quarter"], quartiles.bands).map { name, band in
                    let heads = names.map { band[$0, default: 0] }
                    return ([.text(name)] + heads.map { AuditValue($0) }, .heads(heads))
                }
            )
        }
    }
}
