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
        /// Evidence was slipped in, or taken out, of what came in at this place of the chain.
        case otherEvidence(position: Int64)
        /// Words that should be gone are still there.
        case wordsAfterWithdrawal(entry: String)
        /// A step in a move's history is not what the audit remembers, was slipped in or taken out.
        case changedMove(step: String)
        /// A move stands elsewhere than its history leads.
        case otherStanding(move: String)
        /// A step in a decision's history, a round or an answer is not what the audit remembers, was slipped in or taken out.
        case changedHistory(step: String)
    }
}

extension Records {
    /// Walks the audit chain from its beginning and holds every piece of evidence against it.
    public func verify() async throws -> VerificationReport {
        let workspace = workspace
        return try await database.read { connection in
            var verification = Verification(workspace: workspace)
            try verification.walk(on: connection)
            try verification.compare(on: connection)
            try verification.compareMoves(on: connection)
            try verification.compareHistories(on: connection)
            return verification.report
        }
    }
}

/// A verification under way.
private struct Verification {
    let workspace: WorkspaceID
    var report = VerificationReport()
    /// Digests of what came in together, by place in the chain.
    private var captured: [Int64: String] = [:]
    /// Digests of steps of moves, by move and step.
    private var steps: [String: String] = [:]
    /// Digests of steps of decisions, rounds and answers, by what the audit calls them.
    private var histories: [String: String] = [:]
    /// Digests of versions and seals of reviews, by what the audit calls them.
    private var reviews: [String: String] = [:]
    /// What the chain says last of single pieces: their content, or nil when they were withdrawn.
    private var later: [String: String?] = [:]

    init(workspace: WorkspaceID) { self.workspace = workspace }

    mutating func walk(on connection: any Connection) throws {
        var hash: [UInt8] = []
        var expected: Int64 = 1
        while true {
            let rows = try connection.rows(
                """
                SELECT position, moment, actor, act, object, detail, hash FROM audit
                WHERE workspace_id = \(workspace.text) AND position >= \(expected) ORDER BY position LIMIT 5000
                """
            )
            guard !rows.isEmpty else { return }
            for row in rows {
                let position = try row.integer("position")
                if position != expected { report.findings.append(.missing(position: expected)) }
                let act = AuditChain.Act(
                    actor: try row.text("actor"),
                    name: try row.text("act"),
                    object: try row.text("object"),
                    detail: try row.text("detail")
                )
                let moment = try row.integer("moment")
                let computed = AuditChain.link(
                    act,
                    position: position,
                    moment: moment,
                    workspace: workspace,
                    after: hash
                )
                hash = try row.bytes("hash")
                if computed != hash { report.findings.append(.brokenChain(position: position)) }
                expected = position + 1
                report.auditEntries += 1
                remember(act, at: position)
            }
        }
    }

    private mutating func remember(_ act: AuditChain.Act, at position: Int64) {
        switch act.name {
        case AuditChain.captured: captured[position] = act.detail
        case AuditChain.readAgain: later[act.object] = .some(act.detail)
        case AuditChain.withdrawn: later[act.object] = .some(nil)
        case let name where name.hasPrefix(MoveRow.auditPrefix): steps[act.object] = act.detail
        case let name where name.hasPrefix(DecisionRow.auditPrefix): histories[act.object] = act.detail
        case RequestRow.sent, RequestRow.answered: histories[act.object] = act.detail
        case let name where name.hasPrefix(ReviewSealing.auditPrefix): reviews[act.object] = act.detail
        // With the key to them lost for good, reviews were removed.
        case "sealed facts forgotten": reviews = [:]
        default: break
        }
    }

    mutating func compareMoves(on connection: any Connection) throws {
        let moves = try MoveRow.moves(on: connection, workspace: workspace)
        let events = Dictionary(
            grouping: try MoveRow.events(on: connection, workspace: workspace),
            by: \.move
        )
        var expected = steps
        for move in moves {
            for (_, event) in events[move.id] ?? [] {
                let step = MoveRow.object(move.id, event.position)
                if expected.removeValue(forKey: step) != MoveRow.digest(of: event, in: move) {
                    report.findings.append(.changedMove(step: step))
                }
            }
            if MoveState(after: events[move.id]?.map(\.event) ?? []) != move.state {
                report.findings.append(.otherStanding(move: move.id.text))
            }
        }
        for step in expected.keys.sorted() { report.findings.append(.changedMove(step: step)) }
        let known = Set(moves.map(\.id))
        for move in events.keys.filter({ !known.contains($0) }).sorted() {
            report.findings.append(.otherStanding(move: move.text))
        }
    }

    mutating func compareHistories(on connection: any Connection) throws {
        var found = try DecisionRow.digests(on: connection, workspace: workspace)
        found.merge(try RequestRow.digests(on: connection, workspace: workspace)) { first, _ in first }
        for step in Set(found.keys).union(histories.keys).sorted() where found[step] != histories[step] {
            report.findings.append(.changedHistory(step: step))
        }
        for decision in try DecisionRow.misplaced(on: connection, workspace: workspace) {
            report.findings.append(.changedHistory(step: decision))
        }
        let written = try ReviewSealing.digests(on: connection, workspace: workspace)
        for step in Set(written.keys).union(reviews.keys).sorted() where written[step] != reviews[step] {
            report.findings.append(.changedHistory(step: step))
        }
        for review in try ReviewSealing.misplaced(on: connection, workspace: workspace) {
            report.findings.append(.changedHistory(step: review))
        }
    }

    mutating func compare(on connection: any Connection) throws {
        var together: [Int64: [(id: String, content: String)]] = [:]
        var after = ""
        while true {
            let rows = try connection.rows(
                """
                SELECT evidence.*, NULL AS channel_name FROM evidence
                WHERE workspace_id = \(workspace.text) AND entry_id > \(after) ORDER BY entry_id LIMIT 2000
                """
            )
            guard let last = rows.last else { break }
            after = try last.text("entry_id")
            for row in rows {
                let entry = try EvidenceRow.entry(row)
                let content = try row.text("captured_as")
                together[try row.integer("captured_in"), default: []].append((entry.id.text, content))
                compare(entry, captured: content)
                report.evidence += 1
            }
        }
        for position in Set(together.keys).union(captured.keys).sorted() {
            let digest = EvidenceRow.digest(ofCaptured: together[position] ?? [])
            if captured[position] != digest { report.findings.append(.otherEvidence(position: position)) }
        }
    }

    private mutating func compare(_ entry: LedgerEntry, captured content: String) {
        switch later[entry.id.text] {
        case .some(.none):
            if entry.state != .withdrawn || !entry.quote.isEmpty {
                report.findings.append(.wordsAfterWithdrawal(entry: entry.id.text))
            }
        case .some(.some(let newer)):
            if EvidenceRow.contentHash(of: entry) != newer {
                report.findings.append(.changedEvidence(entry: entry.id.text))
            }
        case .none:
            if EvidenceRow.contentHash(of: entry) != content {
                report.findings.append(.changedEvidence(entry: entry.id.text))
            }
        }
    }
}
