import Statistics
import Workspace

/// The gaps between the groups of one protected category.
struct GroupGaps {
    let audit: PayGapAudit
    let category: String
    let groups: [String: [AuditPerson]]
    /// Their places among those with pay.
    private let members: [String: [Int]]
    private let tables: (views: [CellTable], categories: CellTable)
    /// The group that gaps are a share of: men where the category is of gender, else the largest.
    let base: String
    let others: [String]

    init(_ audit: PayGapAudit, category: String) {
        self.audit = audit
        self.category = category
        var members: [String: [Int]] = [:]
        for (index, person) in audit.paid.enumerated() {
            if let group = person.groups[category] { members[group, default: []].append(index) }
        }
        self.members = members
        let found = members.mapValues { $0.map { audit.paid[$0] } }
        groups = found
        tables = audit.tables
        base = Self.base(of: found.mapValues(\.count))
        let chosen = base
        others = found.keys.filter { $0 != chosen }.sorted()
    }

    /// The group that others are compared with.
    static func base(of counts: [String: Int]) -> String {
        let men: Set<String> = ["man", "men", "male", "m"]
        if let found = counts.keys.sorted().first(where: { men.contains($0.lowercased()) }) { return found }
        return counts.keys.sorted().max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ""
    }

    /// Which pay is compared.
    private enum Kind: String, CaseIterable {
        case baseYear = "base-year"
        case baseHour = "base-hour"
        case variableYear = "variable-year"

        var words: String {
            switch self {
            case .baseYear: "base pay a year"
            case .baseHour: "base pay an hour"
            case .variableYear: "variable pay a year"
            }
        }
        func pay(_ person: AuditPerson) -> Double? {
            switch self {
            case .baseYear: person.base
            case .baseHour: person.hourlyBase
            case .variableYear: person.variable
            }
        }
    }

    private struct Row {
        let id: String
        let label: String
        let group: String
        let kind: Kind
        let cell: AuditCell
        let gap: PayGap
        /// Counts as a category of workers; else it is a view on the way.
        let isCategory: Bool
        var isTested: Bool { isCategory && gap.p != nil && !gap.isSmall }
    }

    func add(to draft: inout ReportDraft) -> [String] {
        guard groups.count >= 2 else { return ["\(AuditWords.sentence(category)): only one group has pay on file."] }
        for (group, people) in groups { draft.know(population(group), people) }
        let rows = others.flatMap { group in
            kinds.flatMap { kind in views(group, kind) + categories(group, kind) }
        }
        let regressions = others.map { ($0, adjusted($0)) }
        let tested = rows.indices.filter { rows[$0].isTested }
        let models = regressions.compactMap { try? $0.1.get().p }
        let corrected = ManyTests.benjaminiHochberg(tested.map { rows[$0].gap.p ?? 1 } + models, q: 0.10)
        let places = Dictionary(uniqueKeysWithValues: tested.enumerated().map { ($1, $0) })

        var table: [(values: [AuditValue], protection: Protection)] = []
        var gaps: [AuditPlot.Gap] = []
        var counts: [AuditFinding.Severity: Int] = [:]
        for (index, row) in rows.enumerated() {
            let place = places[index]
            let protection = protection(row)
            let rejected = place.map { corrected.reject[$0] } ?? false
            let finding = finding(row, adjusted: place.map { corrected.adjusted[$0] }, rejected: rejected)
            if let finding, row.isCategory {
                counts[finding.severity, default: 0] += 1
                if finding.severity != .none { draft.add(finding, protection) }
            }
            table.append((values(row), protection))
            if !row.isCategory, row.kind == .baseYear, row.cell.values.count == 1, draft.allows(protection),
                let mean = row.gap.meanGap
            {
                gaps.append(
                    AuditPlot.Gap(
                        label: row.cell.words + ", " + row.group,
                        value: mean,
                        low: row.gap.interval?.low,
                        high: row.gap.interval?.high,
                        isSignal: false
                    )
                )
            }
        }
        var sentences: [String] = []
        var used = tested.count
        for (group, result) in regressions {
            let place = (try? result.get()) != nil ? used : nil
            if place != nil { used += 1 }
            sentences.append(
                addAdjusted(group, result, place.map { (corrected.adjusted[$0], corrected.reject[$0]) }, &draft)
            )
        }
        draft.add(
            table: "gaps-\(category)",
            "Pay gaps by \(category)",
            columns: columns,
            rows: table,
            keys: 3,
            note: tableNote
        )
        addQuartiles(&draft)
        draft.add(
            GapPlot.make(
                "gaps-\(category)",
                "Gap in base pay a year against \(base), by group of people",
                gaps,
                threshold: PayGap.trigger
            )
        )
        let looked = rows.count(where: \.isCategory)
        let worth = counts[.signal, default: 0]
        return [
            "\(AuditWords.sentence(category)): "
                + (looked == 0
                    ? "no category of workers has people of two groups."
                    : "\(worth) of \(looked) comparisons inside categories of workers are beyond chance, "
                        + "\(counts[.notice, default: 0]) more reach 5 % or are small.")
        ] + sentences
    }

    private var tableNote: String {
        "A gap above 0 means that the group earns less than \(base). Small categories cannot be told from chance, and still have "
            + "to be explained where a law asks for it."
    }

    private var kinds: [Kind] {
        let people = groups.values.joined()
        return Kind.allCases.filter { kind in
            switch kind {
            case .baseYear: true
            // Where everybody works the same hours, the year says it all.
            case .baseHour: Set(people.lazy.map { $0.weeklyHours ?? $0.fullTimeShare.map { $0 * 40 } }).count > 1
            case .variableYear: people.contains { $0.variable ?? 0 > 0 }
            }
        }
    }

    func population(_ group: String) -> String { "\(category)=\(group)" }

    private func protection(_ row: Row) -> Protection {
        guard row.cell.values.count <= 2, !row.isCategory else { return .stewards }
        return .cells([(population(base), row.cell), (population(row.group), row.cell)])
    }

    /// Groups by at most two dimensions, which viewers may see.
    private func views(_ group: String, _ kind: Kind) -> [Row] {
        tables.views.flatMap { table in
            compare(group, kind, table).map { cell, gap in
                Row(
                    id: "pay-gap/\(category)/\(group)/\(kind.rawValue)/" + cell.words,
                    label: AuditWords.sentence(cell.words),
                    group: group,
                    kind: kind,
                    cell: cell,
                    gap: gap,
                    isCategory: false
                )
            }
        }
    }

    /// The law's categories of workers: level, craft, zone and currency.
    private func categories(_ group: String, _ kind: Kind) -> [Row] {
        compare(group, kind, tables.categories).map { cell, gap in
            Row(
                id: "pay-gap/\(category)/\(group)/\(kind.rawValue)/category/" + cell.words,
                label: "Category: " + cell.words,
                group: group,
                kind: kind,
                cell: cell,
                gap: gap,
                isCategory: true
            )
        }
    }

    private func compare(_ group: String, _ kind: Kind, _ table: CellTable) -> [(AuditCell, PayGap)] {
        func pay(_ name: String) -> [Int: [Double]] {
            var found: [Int: [Double]] = [:]
            for index in members[name] ?? [] {
                let cell = table.cellOfPerson[index]
                if cell >= 0, let pay = kind.pay(audit.paid[index]) { found[cell, default: []].append(pay) }
            }
            return found
        }
        let (first, second) = (pay(base), pay(group))
        return first.keys.filter { second[$0] != nil }.map {
            (table.cells[$0], PayGap(base: first[$0] ?? [], group: second[$0] ?? []))
        }.sorted { $0.0 < $1.0 }
    }

    private var columns: [AuditColumn] {
        [
            AuditColumn(id: "group", title: "People", kind: .text),
            AuditColumn(id: "compared", title: "Group", kind: .text),
            AuditColumn(id: "pay", title: "Pay", kind: .text),
            AuditColumn(id: "base_count", title: AuditWords.sentence(base), kind: .count),
            AuditColumn(id: "group_count", title: "Group", kind: .count),
            AuditColumn(id: "mean_gap", title: "Gap of means", kind: .share),
            AuditColumn(id: "low", title: "from", kind: .share),
            AuditColumn(id: "high", title: "to", kind: .share),
            AuditColumn(id: "median_gap", title: "Gap of medians", kind: .share),
            AuditColumn(id: "welch_p", title: "p", kind: .probability),
            AuditColumn(id: "permutation_p", title: "p, exact", kind: .probability),
            AuditColumn(id: "reading", title: "Reading", kind: .text),
        ]
    }

    private func values(_ row: Row) -> [AuditValue] {
        [
            .text(row.label), .text(row.group), .text(row.kind.words), AuditValue(row.gap.baseCount),
            AuditValue(row.gap.groupCount), AuditValue(row.gap.meanGap), AuditValue(row.gap.interval?.low),
            AuditValue(row.gap.interval?.high), AuditValue(row.gap.medianGap), AuditValue(row.gap.welch?.p),
            AuditValue(row.gap.permutationP), .text(row.gap.reading.words),
        ]
    }

    private func finding(_ row: Row, adjusted: Double?, rejected: Bool) -> AuditFinding? {
        guard let mean = row.gap.meanGap else { return nil }
        let reading = row.gap.reading
        // Chance is at work in many small categories at once: a signal has to outlive the correction.
        let severity: AuditFinding.Severity =
            rejected && reading != .noSignal
            ? .signal
            : reading == .reviewNow || reading == .reviewUncertain ? .notice : .none
        let direction = mean >= 0 ? "less" : "more"
        let size = AuditWords.percent(abs(mean))
        let range = row.gap.interval.map { mean >= 0 ? $0 : $0.mapped { -$0 } }
        return AuditFinding(
            id: row.id,
            severity: severity,
            about: AuditWords.sentence(row.cell.words),
            sentence: "\(AuditWords.sentence(row.cell.words)): in \(row.kind.words), \(row.group) earn "
                + AuditWords.percent(abs(mean), range?.low, range?.high) + " \(direction) than \(base) "
                + "(\(row.gap.groupCount) and \(row.gap.baseCount) people). \(reading.words).",
            figure: AuditFigure(mean, row.gap.interval, unit: .share),
            count: row.gap.baseCount + row.gap.groupCount,
            p: row.gap.p,
            adjustedP: adjusted,
            shows: "How far average pay lies apart for work of equal value.",
            doesNotShow: (row.gap.isSmall
                ? "Small category: cannot be told from chance, still has to be explained. " : "")
                + "Why; what is objective and neutral about it has to be written down by people.",
            law: AuditLawNote(
                law: "eu-2023-970",
                isTriggered: row.gap.isTriggered,
                sentence: row.gap.isTriggered
                    ? "The average gap of \(size) reaches the 5 % from which Directive (EU) 2023/970 asks for reasons or a remedy."
                    : "The average gap of \(size) stays under the 5 % of Directive (EU) 2023/970."
            ),
            reading: reading
        )
    }
}
