import Statistics
import Workspace

/// Pay gaps between groups and between the tracks, unadjusted and at equal circumstances.
struct PayGapAudit {
    let material: AuditMaterial
    private let audience: AuditAudience
    /// People with pay and level.
    let paid: [AuditPerson]
    /// Into which groups they fall: by at most two dimensions, and by category of workers.
    let tables: (views: [CellTable], categories: CellTable)

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
        let paid = material.people.filter { $0.fullTimeBase != nil && $0.level != nil }
        self.paid = paid
        let values = CellTable.Values(paid)
        tables = (
            AllowedViews.dimensionSets.map { CellTable(values, by: $0) },
            CellTable(values, by: [.level, .family, .zone], lacking: true)
        )
    }

    var report: AuditReport {
        var draft = ReportDraft(.payGap, material, audience)
        draft.method =
            "Gap: (mean of the base group − mean of the group) / mean of the base group, and the same of medians; 95 % "
            + "interval after Welch; exact permutation where there are at most 20 000 ways. Category of workers: level × "
            + "craft × zone and currency. Adjusted: least squares of the logarithm of full-time base pay on level, craft, zone, "
            + "years at the company, track and group, HC3 errors, Student's t; from \(PayRegression.leastFreedom) people more "
            + "than columns and \(PayRegression.leastPeople) people of each on. Signals are corrected for the number of "
            + "comparisons (Benjamini and Hochberg, q = .10)."
        guard !paid.isEmpty else {
            draft.limits.append("The people file has no pay with levels, so gaps cannot be told.")
            draft.summary = ["There is no pay to compare."]
            return draft.finished()
        }
        if paid.count < material.people.count {
            draft.limits.append(
                "\(AuditWords.people(material.people.count - paid.count)) without pay or level on file are left out."
            )
        }
        draft.summary.append(TrackGap(self).add(to: &draft))
        for category in material.categories {
            draft.summary += GroupGaps(self, category: category).add(to: &draft)
        }
        if material.categories.isEmpty {
            draft.limits.append("No protected categories are on file, so gaps between groups cannot be told.")
        }
        draft.limits.append(
            "Performance is not in the model: where ratings carry a bias, taking them out would hide it."
        )
        return draft.finished()
    }
}

/// The gap between the tracks at equal level; its target is 0.
struct TrackGap {
    private let audit: PayGapAudit

    init(_ audit: PayGapAudit) { self.audit = audit }

    /// One comparison of managers with individual contributors.
    private struct Row {
        let id: String
        let label: String
        let cell: AuditCell
        let ic: Int
        let management: Int
        /// Managers' pay over individual contributors', as a logarithm.
        var logRatio: Double?
        var interval: Interval?
        var p: Double?
        var isAdjusted = false
        var note = ""

        var ratio: Double? { logRatio.map { Exponential.lessOne($0) } }
        var isTested: Bool { p != nil && min(ic, management) >= PayRegression.leastPeople }
    }

    func add(to draft: inout ReportDraft) -> String {
        for track in Track.allCases { draft.know(track.rawValue, audit.paid.filter { $0.track == track }) }
        var rows = [overall()]
        let byLevel = Dictionary(grouping: audit.paid) { $0.level ?? 0 }
        for level in byLevel.keys.sorted() {
            guard let people = byLevel[level], Set(people.map(\.track)).count == 2 else { continue }
            rows.append(contentsOf: atLevel(level, people))
        }
        let tested = rows.indices.filter { rows[$0].isTested }
        let corrected = ManyTests.benjaminiHochberg(tested.map { rows[$0].p ?? 1 }, q: 0.10)
        var gaps: [AuditPlot.Gap] = []
        var signals: [String] = []
        var table: [(values: [AuditValue], protection: Protection)] = []
        for (index, row) in rows.enumerated() {
            let place = tested.firstIndex(of: index)
            let rejected = place.map { corrected.reject[$0] } ?? false
            let protection =
                row.cell.values.count > 2
                ? Protection.stewards : .cells(Track.allCases.map { ($0.rawValue, row.cell) })
            let finding = finding(row, adjusted: place.map { corrected.adjusted[$0] }, rejected: rejected)
            if let finding {
                draft.add(finding, protection)
                if finding.severity == .signal { signals.append(row.label.lowercased()) }
            }
            table.append(
                (
                    [
                        .text(row.label), AuditValue(row.ic), AuditValue(row.management), AuditValue(row.ratio),
                        AuditValue(row.interval.map { Exponential.lessOne($0.low) }),
                        AuditValue(row.interval.map { Exponential.lessOne($0.high) }), AuditValue(row.p),
                        .text(
                            row.isAdjusted ? "adjusted" : row.note.isEmpty ? "unadjusted" : "unadjusted; " + row.note
                        ),
                    ], protection
                )
            )
            if draft.allows(protection), let ratio = row.ratio {
                gaps.append(
                    AuditPlot.Gap(
                        label: row.label,
                        value: ratio,
                        low: row.interval.map { Exponential.lessOne($0.low) },
                        high: row.interval.map { Exponential.lessOne($0.high) },
                        isSignal: finding?.severity == .signal
                    )
                )
            }
        }
        draft.add(
            table: "track-gap",
            "Managers' pay against individual contributors' at equal level",
            columns: [
                AuditColumn(id: "group", title: "Group", kind: .text),
                AuditColumn(id: "ic_count", title: "IC", kind: .count),
                AuditColumn(id: "management_count", title: "Managers", kind: .count),
                AuditColumn(id: "gap", title: "Managers higher by", kind: .share),
                AuditColumn(id: "low", title: "from", kind: .share),
                AuditColumn(id: "high", title: "to", kind: .share),
                AuditColumn(id: "p", title: "p", kind: .probability),
                AuditColumn(id: "kind", title: "How", kind: .text),
            ],
            rows: table
        )
        draft.add(
            GapPlot.make("track-gap", "How much more managers are paid at equal level", gaps, threshold: PayGap.trigger)
        )
        return signals.isEmpty
            ? "Between the tracks no gap at equal level is beyond chance."
            : "The two tracks are not paid alike at equal level: \(signals.joined(separator: ", "))."
    }

    private func overall() -> Row {
        let people = audit.paid
        var row = Row(
            id: "pay-gap/track",
            label: "All levels",
            cell: AuditCell(),
            ic: people.count { $0.track == .ic },
            management: people.count { $0.track == .management }
        )
        adjust(&row, PayModel(people, day: audit.material.day, tracks: false))
        return row
    }

    /// Adjusted where there are enough people, else by place, unadjusted.
    private func atLevel(_ level: Int, _ people: [AuditPerson]) -> [Row] {
        func row(_ people: [AuditPerson], _ id: String, _ label: String, _ cell: AuditCell) -> Row {
            Row(
                id: id,
                label: label,
                cell: cell,
                ic: people.count { $0.track == .ic },
                management: people.count { $0.track == .management }
            )
        }
        let cell = AuditCell([.level: String(level)])
        var whole = row(people, "pay-gap/track/level=\(level)", "Level \(level)", cell)
        adjust(&whole, PayModel(people, day: audit.material.day, levels: false, tracks: false))
        if whole.isAdjusted { return [whole] }
        let places = Dictionary(grouping: people, by: \.place)
        return places.keys.sorted().compactMap { place in
            guard let people = places[place], Set(people.map(\.track)).count == 2 else { return nil }
            let single = places.count == 1
            var one = row(
                people,
                "pay-gap/track/level=\(level)" + (single ? "" : "/zone=\(place)"),
                "Level \(level)" + (single || place.isEmpty ? "" : ", zone \(place)"),
                AuditCell(place.isEmpty ? [.level: String(level)] : [.level: String(level), .zone: place])
            )
            one.note = whole.note
            func pay(_ track: Track) -> [Double] {
                people.filter { $0.track == track }.compactMap(\.fullTimeBase).map { Exponential.log($0) }
            }
            let (managers, contributors) = (pay(.management), pay(.ic))
            if let welch = WelchComparison(managers, contributors) {
                one.logRatio = welch.difference
                one.interval = welch.interval
                one.p = max(welch.p, PermutationTest.p(managers, contributors) ?? 0)
            } else if let a = Sample.mean(managers), let b = Sample.mean(contributors) {
                one.logRatio = a - b
            }
            return one
        }
    }

    private func adjust(_ row: inout Row, _ model: PayModel) {
        switch model.compare({ $0.track == .management }) {
        case .success(let found):
            row.logRatio = found.logRatio
            row.interval = found.logInterval
            row.p = found.p
            row.isAdjusted = true
        case .failure(let refusal): row.note = refusal.words
        }
    }

    private func finding(_ row: Row, adjusted: Double?, rejected: Bool) -> AuditFinding? {
        guard let ratio = row.logRatio else {
            guard row.cell.values.isEmpty else { return nil }
            return AuditFinding(
                id: row.id,
                severity: .none,
                about: row.label,
                sentence: "The tracks could not be compared. \(row.note)",
                figure: nil,
                count: row.ic + row.management,
                p: nil,
                adjustedP: nil,
                shows: "Nothing yet.",
                doesNotShow: "Whether the tracks are paid alike.",
                law: nil,
                reading: nil
            )
        }
        let higher = ratio >= 0 ? "managers" : "individual contributors"
        let size = Exponential.lessOne(abs(ratio))
        let range = row.interval.map { (ratio >= 0 ? $0 : $0.mapped { -$0 }).mapped { Exponential.lessOne($0) } }
        let reading = GapReading(isTriggered: size >= PayGap.trigger, isSignificant: range?.excludesZero ?? false)
        let isSmall = min(row.ic, row.management) < PayRegression.leastPeople
        let severity: AuditFinding.Severity =
            rejected && reading != .noSignal ? .signal : reading == .reviewNow ? .notice : .none
        let words = "\(higher) are paid \(AuditWords.percent(size, range?.low, range?.high)) more"
        return AuditFinding(
            id: row.id,
            severity: severity,
            about: row.label,
            sentence: row.cell.values.isEmpty
                ? "At equal level, craft, place and time at the company, \(words), over all levels."
                : "At \(row.label.prefix(1).lowercased() + row.label.dropFirst()), \(words)"
                    + (row.isAdjusted ? ", at equal craft, place and time at the company." : ", unadjusted."),
            figure: AuditFigure(size, range, unit: .share),
            count: row.ic + row.management,
            p: row.p,
            adjustedP: adjusted,
            shows: row.isAdjusted
                ? "That the track alone goes with a difference in pay where level and the rest are equal; the target is 0."
                : "How far mean pay of the two tracks lies apart here.",
            doesNotShow: row.isAdjusted
                ? "Why; work that differs in ways not on file would show here, too."
                : "What is left once craft and time at the company are taken out"
                    + (isSmall ? "; so few people cannot be told from chance with certainty." : "."),
            law: nil,
            reading: reading
        )
    }
}
