public import Evidence
import Store
public import Workspace

extension Records {
    /// Asks colleagues for feedback about a person; the limits are looked up in the same transaction.
    ///
    /// Shape: `asked` is what each is asked, in a form that only the caller understands; `name` makes the key from a number.
    /// Errors: `ReviewRecordError.askedEnough` names the first who may not be asked; then nobody is.
    public func ask(
        about subject: PersonID,
        _ asked: [(colleague: PersonID, text: String)],
        by asker: PersonID,
        vault: Vault,
        now: Int64,
        name: @escaping @Sendable (Int) -> String
    ) async throws -> [String] {
        let workspace = workspace
        return try await database.write { connection in
            let sealing = ReviewSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            let load = try Self.load(about: subject, now: now, workspace: workspace, on: connection).thisWeek
            let last = try connection.rows(
                """
                SELECT coalesce(max(number), 0) AS last FROM feedback_request
                WHERE workspace_id = \(workspace.text) AND subject = \(subject.text)
                """
            ).first?.integer("last")
            var audit = try AuditChain(workspace: workspace, on: connection)
            var ids: [String] = []
            for (place, one) in asked.enumerated() {
                guard (load[one.colleague] ?? 0) < RequestSchedule.requestsAWeek else {
                    throw ReviewRecordError.askedEnough(one.colleague)
                }
                let number = Int(last ?? 0) + place + 1
                let id = name(number)
                let sealed = try vault.seal(one.text, at: sealing.place("asked \(id)", one.colleague.text))
                try connection.run(
                    """
                    INSERT INTO feedback_request (workspace_id, feedback_id, subject, colleague, asker, number, sent,
                        expires, is_evidence, key_id, asked, sealed)
                    VALUES (\(workspace.text), \(id), \(subject.text), \(one.colleague.text), \(asker.text),
                        \(Int64(number)), \(now), \(RequestSchedule.expiry(of: now)), \(false), \(vault.keyID), \(sealed),
                        \([UInt8]()))
                    """
                )
                audit.append(
                    .init(actor: asker.text, name: "feedback asked", object: id, detail: one.colleague.text),
                    at: now
                )
                ids.append(id)
            }
            try audit.flush(on: connection)
            return ids
        }
    }

    /// Requests about a person, the newest first.
    public func feedback(about subject: PersonID, vault: Vault) async throws -> [FeedbackRow] {
        try await feedback(where: "subject = \(subject.text)", vault: vault)
    }

    /// Requests to a colleague, the newest first.
    public func feedback(asking colleague: PersonID, vault: Vault) async throws -> [FeedbackRow] {
        try await feedback(where: "colleague = \(colleague.text)", vault: vault)
    }

    /// Requests whose words may be shown from now on and are not evidence yet.
    public func feedbackDue(now: Int64, vault: Vault) async throws -> [FeedbackRow] {
        let today = Int64(CivilDate(microseconds: now).days)
        return try await feedback(
            where: """
                stage = 'given' AND is_evidence AND entry_id IS NULL AND coalesce(held_until, 0) <= \(today)
                """,
            vault: vault
        )
    }

    /// Keeps what a colleague gives; it can be written anew until it became evidence.
    ///
    /// Errors: `ReviewRecordError.notOpen` where the request is another's, or is past.
    public func keep(
        _ save: FeedbackSave,
        of id: String,
        by colleague: PersonID,
        vault: Vault,
        now: Int64
    ) async throws {
        let workspace = workspace
        try await database.write { connection in
            let sealing = ReviewSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            let sealed = try save.given.map { try vault.seal($0, at: sealing.place("given \(id)", colleague.text)) }
            let changed = try connection.run(
                """
                UPDATE feedback_request SET stage = \(save.stage), is_evidence = \(save.isEvidence),
                    held_until = \(save.heldUntil.map { Int64($0.days) }), answered = \(now), sealed = \(sealed ?? [])
                WHERE workspace_id = \(workspace.text) AND feedback_id = \(id) AND colleague = \(colleague.text)
                    AND entry_id IS NULL AND coalesce(stage, '') NOT IN ('declined', 'withdrawn')
                """
            )
            guard changed == 1 else { throw ReviewRecordError.notOpen(id) }
            try connection.note("feedback \(save.stage)", on: id, by: colleague.text, at: now, in: workspace)
        }
    }

    /// Puts what was given into the ledger, shown to its subject from this moment on.
    ///
    /// It goes in as everything does: with a digest in the audit, so that a later change of it is found.
    public func capture(_ entry: LedgerEntry, fromFeedback id: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let linked = try connection.run(
                """
                UPDATE feedback_request SET entry_id = \(entry.id.text)
                WHERE workspace_id = \(workspace.text) AND feedback_id = \(id) AND entry_id IS NULL AND stage = 'given'
                """
            )
            guard linked == 1 else { return }
            var audit = try AuditChain(workspace: workspace, on: connection)
            let digest = EvidenceRow.contentHash(of: entry)
            let row = EvidenceRow.values(of: entry, workspace: workspace) + [.integer(audit.next), .text(digest)]
            let made = try connection.run(
                """
                INSERT INTO evidence (\(EvidenceRow.columns), captured_in, captured_as) VALUES \(rows: [row])
                ON CONFLICT (workspace_id, entry_id) DO NOTHING
                """
            )
            guard made == 1 else { return }
            audit.append(
                .init(
                    actor: entry.voice.key,
                    name: AuditChain.captured,
                    object: "1 from feedback",
                    detail: EvidenceRow.digest(ofCaptured: [(entry.id.text, digest)])
                ),
                at: now
            )
            try audit.flush(on: connection)
        }
    }

    private func feedback(where condition: SQL, vault: Vault) async throws -> [FeedbackRow] {
        let workspace = workspace
        return try await database.read { connection in
            let sealing = ReviewSealing(workspace: workspace, vault: vault, connection: connection)
            return try connection.rows(
                """
                SELECT * FROM feedback_request WHERE workspace_id = \(workspace.text) AND \(condition)
                ORDER BY sent DESC, number DESC
                """
            ).map { try Self.feedback($0, sealing) }
        }
    }

    private static func feedback(_ row: SQLRow, _ sealing: ReviewSealing) throws -> FeedbackRow {
        let id = try row.text("feedback_id")
        let colleague = try row.text("colleague")
        let kept = try row.text("key_id")
        guard kept == sealing.vault.keyID else { throw VaultError.wrongKey(kept: kept, given: sealing.vault.keyID) }
        return FeedbackRow(
            id: id,
            subject: PersonID(try row.text("subject")),
            colleague: PersonID(colleague),
            asker: PersonID(try row.text("asker")),
            asked: try sealing.vault.open(try row.bytes("asked"), at: sealing.place("asked \(id)", colleague)),
            sent: try row.integer("sent"),
            expires: try row.integer("expires"),
            stage: try row.optionalText("stage"),
            given: try sealing.text(of: row, at: sealing.place("given \(id)", colleague)),
            answered: try row.optionalInteger("answered"),
            heldUntil: try row.optionalInteger("held_until").map { CivilDate(days: Int($0)) },
            entry: try row.optionalText("entry_id").map { EntryID($0) }
        )
    }
}
