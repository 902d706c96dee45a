import Evidence
import Store
import Workspace

/// What a look through the whole record found.
public struct VerificationReport: Sendable, Hashable {
    /// Audit entries whose place in the chain was checked.
    public var auditEntries = 0
    /// Pieces of evidence that were compared with the audit.
    public var evidence = 0
    /// The last place of the chain over which a checkpoint with a good signature stands; nil where none does.
    public var signedUpTo: Int64?
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
        /// A checkpoint was signed by another key, or over another chain.
        case badCheckpoint(position: Int64)
        /// A checkpoint that lies apart from the database is none of the chain's: the chain was written anew, or cut.
        case otherChain(position: Int64)
    }
}

extension Records {
    /// Walks the audit chain from its beginning and holds every piece of evidence against it.
    ///
    /// Shape: with a key, checkpoints must be signed by it; those that lie apart from the database must be the chain's.
    public func verify(
        signedBy key: CheckpointKey? = nil,
        apart checkpoints: [Checkpoint] = []
    ) async throws -> VerificationReport {
        let workspace = workspace
        return try await database.read { connection in
            var verification = Verification(workspace: workspace)
            verification.checkpoints = try CheckpointWalk(
                kept: Checkpoint.kept(on: connection, workspace: workspace),
                apart: checkpoints,
                workspace: workspace,
                key: key
            )
            try verification.run(on: connection)
            return verification.report
        }
    }
}

/// A verification under way.
struct Verification {
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
    /// Entries that say something else than they are covered with: the cover of what they say now.
    private var blanked: [Int64: String] = [:]
    /// What the audit would have to remember for a finding to go; taken by an erasure alone, for what it changed itself.
    private(set) var restatements: [VerificationReport.Finding: Restatement] = [:]
    /// What checkpoints say of places of the chain, to be held against it while walking.
    var checkpoints = CheckpointWalk()

    init(workspace: WorkspaceID) { self.workspace = workspace }

    mutating func run(on connection: any Connection) throws {
        try walk(on: connection)
        try compare(on: connection)
        try compareMoves(on: connection)
        try compareHistories(on: connection)
        report.signedUpTo = checkpoints.signedUpTo
    }

    mutating func walk(on connection: any Connection) throws {
        var hash: [UInt8] = []
        var expected: Int64 = 1
        while true {
            let rows = try connection.rows(
                """
                SELECT position, moment, actor, act, object, detail, hash, salt, cover FROM audit
                WHERE workspace_id = \(workspace.text) AND position >= \(expected) ORDER BY position LIMIT 5000
                """
            )
            guard !rows.isEmpty else { break }
            for row in rows {
                let position = try row.integer("position")
                if position != expected { report.findings.append(.missing(position: expected)) }
                let act = try AuditChain.Act(row)
                let cover = try row.bytes("cover")
                let computed = AuditChain.link(
                    cover,
                    act: act.name,
                    position: position,
                    moment: try row.integer("moment"),
                    workspace: workspace,
                    after: hash
                )
                hash = try row.bytes("hash")
                if computed != hash { report.findings.append(.brokenChain(position: position)) }
                let says = AuditChain.cover(of: act, salt: try row.bytes("salt"))
                if says != cover { blanked[position] = Digest.hexadecimal(says) }
                expected = position + 1
                report.auditEntries += 1
                checkpoints.pass(position, hash)
                remember(act, at: position)
            }
        }
        // What no later entry owns up to was changed.
        for position in blanked.keys.sorted() { report.findings.append(.brokenChain(position: position)) }
        checkpoints.end()
        report.findings += checkpoints.findings
    }

    private mutating func remember(_ act: AuditChain.Act, at position: Int64) {
        switch act.name {
        case AuditChain.captured: captured[position] = act.detail
        case AuditChain.readAgain: later[act.object] = .some(act.detail)
        case AuditChain.withdrawn: later[act.object] = .some(nil)
        case AuditChain.blanked:
            if let place = Int64(act.object), blanked[place] == act.detail { blanked[place] = nil }
        case AuditChain.restated: restate(act)
        case AuditChain.relinked:
            guard let faults = act.detail.split(separator: "; did not fit at ").dropFirst().first else { return }
            report.findings += faults.split(separator: ", ").compactMap { Int64($0) }.map { .brokenChain(position: $0) }
        case let name where name.hasPrefix(MoveRow.auditPrefix): steps[act.object] = act.detail
        case let name where name.hasPrefix(DecisionRow.auditPrefix): histories[act.object] = act.detail
        case RequestRow.sent, RequestRow.answered: histories[act.object] = act.detail
        case let name where name.hasPrefix(ReviewSealing.auditPrefix): reviews[act.object] = act.detail
        // With the key to them lost for good, reviews were removed.
        case "sealed facts forgotten": reviews = [:]
        default: break
        }
    }

    /// What an erasure left, in place of what was there before; the object is the sort and the name.
    private mutating func restate(_ act: AuditChain.Act) {
        let parts = act.object.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        let detail = act.detail.isEmpty ? nil : act.detail
        switch parts[0] {
        case Restatement.captured: if let place = Int64(parts[1]) { captured[place] = detail }
        case Restatement.evidence: later[parts[1]] = detail.map { .some($0) } ?? nil
        case Restatement.move: steps[parts[1]] = detail
        case Restatement.history: histories[parts[1]] = detail
        case Restatement.review: reviews[parts[1]] = detail
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
                let digest = MoveRow.digest(of: event, in: move)
                if expected.removeValue(forKey: step) != digest {
                    differ(.changedMove(step: step), Restatement.move, step, digest)
                }
            }
            if MoveState(after: events[move.id]?.map(\.event) ?? []) != move.state {
                report.findings.append(.otherStanding(move: move.id.text))
            }
        }
        for step in expected.keys.sorted() { differ(.changedMove(step: step), Restatement.move, step, nil) }
        let known = Set(moves.map(\.id))
        for move in events.keys.filter({ !known.contains($0) }).sorted() {
            report.findings.append(.otherStanding(move: move.text))
        }
    }

    mutating func compareHistories(on connection: any Connection) throws {
        var found = try DecisionRow.digests(on: connection, workspace: workspace)
        found.merge(try RequestRow.digests(on: connection, workspace: workspace)) { first, _ in first }
        for step in Set(found.keys).union(histories.keys).sorted() where found[step] != histories[step] {
            differ(.changedHistory(step: step), Restatement.history, step, found[step])
        }
        for decision in try DecisionRow.misplaced(on: connection, workspace: workspace) {
            report.findings.append(.changedHistory(step: decision))
        }
        let written = try ReviewSealing.digests(on: connection, workspace: workspace)
        for step in Set(written.keys).union(reviews.keys).sorted() where written[step] != reviews[step] {
            differ(.changedHistory(step: step), Restatement.review, step, written[step])
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
            let digest = together[position].map { EvidenceRow.digest(ofCaptured: $0) }
            if captured[position] != digest {
                differ(.otherEvidence(position: position), Restatement.captured, String(position), digest)
            }
        }
    }

    private mutating func compare(_ entry: LedgerEntry, captured content: String) {
        switch later[entry.id.text] {
        case .some(.none):
            if entry.state != .withdrawn || !entry.quote.isEmpty {
                report.findings.append(.wordsAfterWithdrawal(entry: entry.id.text))
            }
        case .some(.some(let newer)): compare(entry, with: newer)
        case .none: compare(entry, with: content)
        }
    }

    private mutating func compare(_ entry: LedgerEntry, with content: String) {
        let found = EvidenceRow.contentHash(of: entry)
        if found != content {
            differ(.changedEvidence(entry: entry.id.text), Restatement.evidence, entry.id.text, found)
        }
    }

    private mutating func differ(
        _ finding: VerificationReport.Finding,
        _ sort: String,
        _ name: String,
        _ found: String?
    ) {
        report.findings.append(finding)
        restatements[finding] = Restatement(object: sort + " " + name, detail: found ?? "")
    }
}

/// What the audit is to remember of something from now on.
struct Restatement: Sendable, Hashable {
    static let captured = "captured"
    static let evidence = "evidence"
    static let move = "move"
    static let history = "history"
    static let review = "review"
    /// The sort and the name.
    let object: String
    /// The digest of what is there; empty where nothing is.
    let detail: String
}
