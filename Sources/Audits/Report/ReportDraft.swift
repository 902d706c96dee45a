import Statistics
import Workspace

/// Whom a figure rests on, and so when a viewer may see it.
enum Protection {
    /// On nobody: rules and bands.
    case open
    /// On groups that must all be allowed: each a population with its cell.
    case cells([(population: String, cell: AuditCell)])
    /// On counted heads; they are weighed together with the other rows of the table.
    case heads([Int])
    /// For stewards only.
    case stewards
}

/// A report while it is being put together, with everything that a steward may see.
struct ReportDraft {
    let audit: Audit
    let audience: AuditAudience
    let day: CivilDate
    var summary: [String] = []
    var limits: [String] = []
    var method = ""
    private var findings: [(finding: AuditFinding, protection: Protection)] = []
    private var tables: [AuditTable] = []
    private(set) var plots: [AuditPlot] = []
    private var views: [String: AllowedViews] = [:]

    init(_ audit: Audit, _ material: AuditMaterial, _ audience: AuditAudience) {
        self.audit = audit
        self.audience = audience
        day = material.day
    }

    /// Makes a population known, so that figures about groups of it can be shown to viewers.
    mutating func know(_ population: String, _ people: @autoclosure () -> [AuditPerson]) {
        guard audience == .viewer, views[population] == nil else { return }
        views[population] = AllowedViews(people())
    }

    /// True when the audience may see what rests on these people.
    func allows(_ protection: Protection) -> Bool {
        guard audience == .viewer else { return true }
        switch protection {
        case .open: return true
        case .cells(let cells): return cells.allSatisfy { views[$0.population]?.allows($0.cell) ?? false }
        case .heads(let heads): return heads.allSatisfy { $0 == 0 || $0 >= AllowedViews.minimum }
        case .stewards: return false
        }
    }

    mutating func add(_ finding: AuditFinding, _ protection: Protection) { findings.append((finding, protection)) }

    /// Adds a table; of rows that the audience may not see the first `keys` values stay, the others are hidden.
    mutating func add(
        table id: String,
        _ title: String,
        columns: [AuditColumn],
        rows: [(values: [AuditValue], protection: Protection)],
        keys: Int = 1,
        note: String? = nil
    ) {
        guard !rows.isEmpty else { return }
        var hidden = rows.map { !allows($0.protection) }
        if audience == .viewer {
            let counted = rows.indices.compactMap { index -> (Int, [Int])? in
                if case .heads(let heads) = rows[index].protection { (index, heads) } else { nil }
            }
            // Empty groups are no secret to keep; they neither hide nor are hidden.
            for (row, cells) in zip(counted, Suppression.hiding(counted.map(\.1))) where cells { hidden[row.0] = true }
        }
        let kept = zip(rows, hidden).filter { entry in
            // A row that only stewards see is left out whole: already its name would say too much.
            if entry.1, case .stewards = entry.0.protection { false } else { true }
        }
        guard !kept.isEmpty else { return }
        tables.append(
            AuditTable(
                id: id,
                title: title,
                columns: columns,
                rows: kept.map { entry in
                    entry.0.values.enumerated().map { entry.1 && $0 >= keys ? .hidden : $1 }
                },
                note: note
            )
        )
    }

    mutating func add(_ plot: AuditPlot?) { if let plot { plots.append(plot) } }

    /// The report, the weightiest findings first.
    func finished() -> AuditReport {
        let shown = findings.filter { allows($0.protection) }.map(\.finding)
        let order: [AuditFinding.Severity] = [.signal, .notice, .none]
        return AuditReport(
            audit: audit,
            audience: audience,
            day: day.description,
            title: audit.title,
            question: audit.question,
            summary: summary,
            findings: order.flatMap { severity in shown.filter { $0.severity == severity } },
            tables: tables,
            plots: plots,
            limits: limits,
            method: method,
            hiddenFindings: findings.count - shown.count
        )
    }
}
