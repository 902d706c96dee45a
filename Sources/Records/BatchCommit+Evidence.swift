import Evidence
import Signals
import Store
import Workspace

extension BatchCommit {
    /// Keeps what was found in messages that were read now, and lets go of what an edit took out.
    mutating func keepEvidence(
        of read: Set<Int64>,
        rewritten: Set<Int64>,
        again: Set<Int64>,
        on connection: any Connection
    ) throws {
        let entries = batch.entries.filter {
            let time = $0.message.time.microseconds
            return read.contains(time) && known[time]?.deleted == false
        }
        for time in rewritten.sorted() {
            let kept = Set(entries.filter { $0.message.time.microseconds == time }.map(\.id))
            try withdraw(time, except: kept, reason: "edited at its source", on: connection)
        }
        for time in again.sorted() {
            let kept = Set(entries.filter { $0.message.time.microseconds == time }.map(\.id))
            try withdraw(time, except: kept, reason: "the talk around it changed", wordsStay: true, on: connection)
        }
        let digests = entries.map(EvidenceRow.contentHash)
        let place = audit.next
        let inserted = try insert(entries, digests: digests, capturedIn: place, on: connection)
        let captured = zip(entries, digests).filter { inserted.contains($0.0.id) }.map { ($0.0.id.text, $0.1) }
        if let reader = entries.first?.reader, !captured.isEmpty {
            // One entry for all that was captured here: its digest covers each piece, and each piece names the entry.
            let act = AuditChain.Act(
                actor: "reader \(reader.name)",
                name: AuditChain.captured,
                object: "\(captured.count) in \(batch.channel)",
                detail: EvidenceRow.digest(ofCaptured: captured)
            )
            audit.append(act, at: now)
            outcome.evidenceAdded += captured.count
        }
        for (entry, digest) in zip(entries, digests) {
            let isNew = inserted.contains(entry.id)
            if !isNew {
                let time = entry.message.time.microseconds
                if again.contains(time) {
                    guard try refresh(entry, on: connection) else { continue }
                } else {
                    guard rewritten.contains(time) else { continue }
                    try replace(entry, on: connection)
                }
                audit.append(
                    .init(
                        actor: "reader \(entry.reader.name)",
                        name: AuditChain.readAgain,
                        object: entry.id.text,
                        detail: digest
                    ),
                    at: now
                )
            }
            outcome.subjects.insert(entry.subject)
        }
    }

    /// Which of the entries were not there yet.
    private func insert(
        _ entries: [LedgerEntry],
        digests: [String],
        capturedIn place: Int64,
        on connection: any Connection
    ) throws -> Set<EntryID> {
        var inserted: Set<EntryID> = []
        let rows = zip(entries, digests).map { entry, digest in
            EvidenceRow.values(of: entry, workspace: workspace) + [.integer(place), .text(digest)]
        }
        for rows in rows.batches(of: 100) {
            let answer = try connection.rows(
                """
                INSERT INTO evidence (\(EvidenceRow.columns), captured_in, captured_as) VALUES \(rows: rows)
                ON CONFLICT (workspace_id, entry_id) DO NOTHING RETURNING entry_id
                """
            )
            for row in answer { inserted.insert(EntryID(try row.text("entry_id"))) }
        }
        return inserted
    }

    /// A new reading of the same words; what became of the evidence since stays, and so does one that is as it was.
    ///
    /// - Returns: whether anything changed.
    private func refresh(_ entry: LedgerEntry, on connection: any Connection) throws -> Bool {
        let rows = try connection.rows(
            """
            SELECT evidence.*, NULL AS channel_name FROM evidence
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.id.text)
            """
        )
        guard let kept = try rows.first.map({ try EvidenceRow.entry($0) }) else { return false }
        var entry = entry
        if kept.state != .withdrawn {
            (entry.state, entry.episode) = (kept.state, kept.episode)
            (entry.shownAt, entry.settledAt) = (kept.shownAt, kept.settledAt)
        }
        let values = EvidenceRow.values(of: entry, workspace: workspace)
        guard values != EvidenceRow.values(of: kept, workspace: workspace) else { return false }
        let row: SQL = "\(rows: [values])"
        try connection.run(
            """
            UPDATE evidence SET (\(EvidenceRow.columns)) = \(row)
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.id.text)
            """
        )
        return true
    }

    /// New words for a piece of evidence; where it was first captured stays, and an edit does not end a contest.
    private func replace(_ entry: LedgerEntry, on connection: any Connection) throws {
        var entry = entry
        let contested = try connection.rows(
            """
            SELECT entry_id FROM evidence
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.id.text) AND state = 'contested'
            """
        )
        if !contested.isEmpty { entry.state = .contested }
        try ReviewSealing.forget(entry.id, saying: entry.quote, now: now, workspace: workspace, on: connection)
        try RewordingSources.forget(entry.id, workspace: workspace, on: connection)
        try SlackOutboxRecall.forget(now: now, workspace: workspace, on: connection)
        let row: SQL = "\(rows: [EvidenceRow.values(of: entry, workspace: workspace)])"
        try connection.run(
            """
            UPDATE evidence SET (\(EvidenceRow.columns)) = \(row)
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.id.text)
            """
        )
    }
}
