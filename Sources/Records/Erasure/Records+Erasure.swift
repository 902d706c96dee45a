import Evidence
import Store
public import Workspace

extension Records {
    /// Erases a person: their words, name, accounts and ids are in no table afterwards, and the audit's chain still holds.
    ///
    /// Shape: one transaction, looked through before it is kept; then the pages of the database are written anew. A preview does the
    /// same and takes it back. `vault` is needed where anything is sealed.
    /// Errors: ``ErasureError``, `VaultError.noKey`, `.wrongKey`; nothing is changed then.
    /// Source: GDPR, article 17; `docs/methods.md`, "Erasure".
    public func erase(
        _ person: PersonID,
        by actor: String,
        vault: Vault?,
        isPreview: Bool = false,
        now: Int64
    ) async throws -> ErasureReport {
        let workspace = workspace
        var report: ErasureReport
        do {
            report = try await database.write { connection in
                var erasure = try Erasure(person, workspace: workspace, vault: vault, on: connection, now: now)
                let report = try erasure.run(by: actor)
                if isPreview { throw Preview(report: report) }
                return report
            }
        } catch let preview as Preview {
            return preview.report
        }
        try await database.scrub(tables: report.touched)
        report.isScrubbed = true
        return report
    }

    /// The tables that an erasure knows; of any other, rows that name the person go.
    public static var tablesOfErasure: Set<String> { Set(ErasureRule.all.map(\.table)) }

    /// Takes a preview back.
    private struct Preview: Error { let report: ErasureReport }
}

extension ErasureReport {
    /// Tables whose pages have to be written anew.
    var touched: [String] {
        Set(gone.keys).union(changed.keys).union(["evidence", "message", "audit"]).sorted()
    }
}

/// An erasure under way, in one transaction.
struct Erasure {
    let person: PersonID
    let workspace: WorkspaceID
    let vault: Vault?
    let connection: any Connection
    let now: Int64
    var traces: PersonTraces
    var report = ErasureReport()
    /// Reviews about others that the person wrote.
    var written: Set<String> = []
    /// Boards whose words changed.
    var boards: Set<String> = []

    init(
        _ person: PersonID,
        workspace: WorkspaceID,
        vault: Vault?,
        on connection: any Connection,
        now: Int64
    ) throws {
        self.person = person
        self.workspace = workspace
        self.vault = vault
        self.connection = connection
        self.now = now
        traces = try PersonTraces.of(person, workspace: workspace, on: connection)
    }

    mutating func run(by actor: String) throws -> ErasureReport {
        let before = try verified()
        let tables = try Catalogue.tables(on: connection)
        let rules = Dictionary(ErasureRule.all.map { ($0.table, $0.rule) }, uniquingKeysWith: { first, _ in first })
        let order = Dictionary(
            ErasureRule.all.enumerated().map { ($1.table, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let swept = tables.filter { $0.columns.contains { $0.name == "workspace_id" } }
            .sorted { (order[$0.name] ?? .max, $0.name) < (order[$1.name] ?? .max, $1.name) }
        // Words that go with evidence first: their rows are found by evidence that is still there.
        for table in swept {
            let rule = rules[table.name] ?? .unknown
            if rule.isPlain { continue }
            try sweep(table, rule)
        }
        try sealBoardsAnew()
        var audit = AuditBlanking(traces: traces, workspace: workspace, connection: connection, now: now)
        try audit.run(by: person == PersonID(actor) ? PersonTraces.left : actor, report: report)
        report.blanked = audit.count
        try restate(since: before)
        report.left = try remains(in: swept, rules)
        guard report.left.isEmpty else { throw ErasureError.stillThere(report.left) }
        return report
    }

    private func verified() throws -> Verification {
        var verification = Verification(workspace: workspace)
        try verification.run(on: connection)
        return verification
    }

    /// Has the audit remember what the erasure left; what did not fit before goes on not fitting.
    private func restate(since before: Verification) throws {
        let known = Set(before.report.findings)
        let after = try verified()
        var audit = try AuditChain(workspace: workspace, on: connection)
        for finding in after.report.findings where !known.contains(finding) {
            guard let restatement = after.restatements[finding] else { continue }
            audit.append(
                .init(
                    actor: "crosstie",
                    name: AuditChain.restated,
                    object: restatement.object,
                    detail: restatement.detail
                ),
                at: now
            )
        }
        try audit.flush(on: connection)
        let left = Set(try verified().report.findings).subtracting(known)
        guard left.isEmpty else { throw ErasureError.chainBroken(findings: left.count) }
    }

    private mutating func sweep(_ table: Catalogue.Table, _ rule: ErasureRule) throws {
        let cells = SealedCell.cells(of: table.name)
        var gone = 0
        var changed = 0
        try TableSweep(table, of: workspace.text, on: connection).walk { row, values in
            let fate = try fate(of: row, values, in: table, rule, cells)
            switch fate {
            case .stays: break
            case .changes: changed += 1
            case .goes:
                gone += 1
                if let key = rule.key { traces.gone.insert(try row.text(key)) }
            }
            return fate
        }
        switch table.name {
        case "evidence":
            report.evidence = gone
            report.said = traces.said.count
            if changed > traces.said.count { report.changed[table.name] = changed - traces.said.count }
        case "message": report.messages = changed
        default:
            if gone > 0 { report.gone[table.name] = gone }
            if changed > 0 { report.changed[table.name] = changed }
        }
    }

    /// Where the person still stands after everything, as `table.column`.
    private func remains(in tables: [Catalogue.Table], _ rules: [String: ErasureRule]) throws -> [String] {
        var found: Set<String> = []
        for table in tables where table.key.first == "workspace_id" {
            let cells = SealedCell.cells(of: table.name)
            let isPlain = (rules[table.name] ?? .unknown).isPlain && table.name != "audit"
            if isPlain { continue }
            try TableSweep(table, of: workspace.text, on: connection).walk { row, values in
                for (column, value) in zip(table.columns, values) {
                    guard case .text(let text) = value, !ErasureRule.fixed.contains(column.name) else { continue }
                    if traces.stand(in: text, isKey: !ErasureRule.prose.contains(column.name)) {
                        found.insert("\(table.name).\(column.name)")
                    }
                }
                for cell in cells {
                    guard let text = try cell.text(row, vault: vault, workspace: workspace) else { continue }
                    if traces.stand(in: text, isKey: cell.isKey) { found.insert("\(table.name).\(cell.column)") }
                }
                return .stays
            }
        }
        return found.sorted()
    }
}
