import Evidence
import Store
import Workspace

/// What a look through the whole record found.
public struct VerificationReport: Sendable, Hashable {
    /// Audit entries whose place in the chain was checked.
    public var auditEntries = 0
    /// Pieces of evidence that were compared with the audit.
    public var evidence = 0
    /// What does not fit, in words, with its place.
    public var findings: [Finding] = []

    /// True when everything fits.
    public var isClean: Bool { findings.isEmpty }

    /// One thing that does not fit.
    public enum Finding: Sendable, Hashable {
        /// The entry at this place was changed, or one before it was taken out or moved.
        case brokenChain(position: Int64)
        /// A place in the chain is empty.
        case missing(position: Int64)
        /// Evidence whose content is not what the audit remembers.
        case changedEvidence(entry: String)
        /// Evidence of which the audit knows nothing.
        case unknownEvidence(entry: String)
        /// The audit knows evidence that is not there.
        case lostEvidence(entry: String)
        /// Words that should be gone are still there.
        case wordsAfterWithdrawal(entry: String)
    }
}

extension Records {
    /// Walks the audit chain from its beginning and holds every piece of evidence against it.
    public func verify() async throws -> VerificationReport {
        let workspace = workspace
        return try await database.read { connection in
            var report = VerificationReport()
            let remembered = try Self.walk(workspace, on: connection, report: &report)
            try Self.compare(remembered, workspace, on: connection, report: &report)
            return report
        }
    }

    private enum Remembered {
        case content(String)
        case withdrawn
    }

    private static func walk(
        _ workspace: WorkspaceID,
        on connection: any Connection,
        report: inout VerificationReport
    ) throws -> [String: Remembered] {
        var remembered: [String: Remembered] = [:]
        var hash: [UInt8] = []
        var expected: Int64 = 1
        while true {
            let rows = try connection.rows(
                """
                SELECT position, moment, actor, act, object, detail, hash FROM audit
                WHERE workspace_id = \(workspace.text) AND position >= \(expected) ORDER BY position LIMIT 5000
                """
            )
            guard !rows.isEmpty else { return remembered }
            for row in rows {
                let position = try row.integer("position")
                if position != expected { report.findings.append(.missing(position: expected)) }
                let act = AuditChain.Act(
                    actor: try row.text("actor"),
                    name: try row.text("act"),
                    object: try row.text("object"),
                    detail: try row.text("detail")
                )
                let computed = AuditChain.link(
                    act,
                    position: position,
                    moment: try row.integer("moment"),
                    workspace: workspace,
                    after: hash
                )
                hash = try row.bytes("hash")
                if computed != hash { report.findings.append(.brokenChain(position: position)) }
                expected = position + 1
                report.auditEntries += 1
                switch act.name {
                case "captured", "read again after an edit": remembered[act.object] = .content(act.detail)
                case "withdrawn": remembered[act.object] = .withdrawn
                default: break
                }
            }
        }
    }

    private static func compare(
        _ remembered: [String: Remembered],
        _ workspace: WorkspaceID,
        on connection: any Connection,
        report: inout VerificationReport
    ) throws {
        var open = remembered
        var after = ""
        while true {
            let rows = try connection.rows(
                """
                SELECT evidence.*, NULL AS channel_name FROM evidence
                WHERE workspace_id = \(workspace.text) AND entry_id > \(after) ORDER BY entry_id LIMIT 5000
                """
            )
            guard let last = rows.last else { break }
            after = try last.text("entry_id")
            for row in rows {
                let entry = try EvidenceRow.entry(row)
                report.evidence += 1
                switch open.removeValue(forKey: entry.id.text) {
                case .none: report.findings.append(.unknownEvidence(entry: entry.id.text))
                case .withdrawn where entry.state != .withdrawn || !entry.quote.isEmpty:
                    report.findings.append(.wordsAfterWithdrawal(entry: entry.id.text))
                case .content(let hash) where EvidenceRow.contentHash(of: entry) != hash:
                    report.findings.append(.changedEvidence(entry: entry.id.text))
                default: break
                }
            }
        }
        report.findings += open.keys.sorted().map { .lostEvidence(entry: $0) }
    }
}
