import Evidence
import Store
import Workspace

/// How often something became of sentences.
public struct RewordingCount: Sendable, Hashable {
    /// The model and the version of what it was told.
    public let stamp: String
    /// `reworded`, or why composed sentences stayed.
    public let outcome: String
    /// The faults' codes of those tries that fell.
    public let faults: String
    /// How many sentences.
    public let count: Int64
}

extension Records {
    /// Keeps what became of sentences; a later answer about the same sentence replaces the one before.
    ///
    /// Shape: words are sealed; the audit gets model, outcome, faults and digests of question and answers, and no words.
    /// Errors: `VaultError.wrongKey`.
    public func keep(_ rewordings: [KeptRewording], vault: Vault) async throws {
        guard !rewordings.isEmpty else { return }
        let workspace = workspace
        try await database.write { connection in
            var audit = try AuditChain(workspace: workspace, on: connection)
            for rewording in rewordings {
                let sealed = try vault.seal(
                    rewording.sealedText(),
                    at: Self.place(rewording.id, rewording.subject, workspace)
                )
                try connection.run(
                    """
                    INSERT INTO rewording (workspace_id, rewording_id, subject, moment, stamp, outcome, faults, tries,
                        key_id, sealed)
                    VALUES (\(workspace.text), \(rewording.id.text), \(rewording.subject.text), \(rewording.moment),
                        \(rewording.stamp), \(rewording.outcome), \(rewording.faults), \(Int64(rewording.tries.count)),
                        \(vault.keyID), \(sealed))
                    ON CONFLICT (workspace_id, rewording_id) DO UPDATE SET
                        moment = excluded.moment, stamp = excluded.stamp, outcome = excluded.outcome,
                        faults = excluded.faults, tries = excluded.tries, key_id = excluded.key_id,
                        sealed = excluded.sealed
                    """
                )
                for source in Set(rewording.sources) {
                    try connection.run(
                        """
                        INSERT INTO rewording_source (workspace_id, entry_id, rewording_id)
                        VALUES (\(workspace.text), \(source.text), \(rewording.id.text))
                        ON CONFLICT (workspace_id, entry_id, rewording_id) DO NOTHING
                        """
                    )
                }
                audit.append(
                    .init(
                        actor: "writer",
                        name: "sentence \(rewording.words == nil ? "kept" : "reworded")",
                        object: rewording.id.text,
                        detail: Self.detail(of: rewording)
                    ),
                    at: rewording.moment
                )
            }
            try audit.flush(on: connection)
        }
    }

    private static func detail(of rewording: KeptRewording) -> String {
        let asked = Digest.hexadecimal(Digest.sha256(fields: rewording.shown))
        let said = Digest.hexadecimal(Digest.sha256(fields: rewording.tries.map(\.text)))
        return [rewording.stamp, rewording.outcome, rewording.faults, "asked \(asked)", "said \(said)"]
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What became of these sentences, by key; those that nobody was asked about are missing.
    ///
    /// Errors: `VaultError.wrongKey`, `VaultError.damaged`.
    public func rewordings(_ ids: [RewordingID], vault: Vault) async throws -> [RewordingID: KeptRewording] {
        let workspace = workspace
        return try await database.read { connection in
            var found: [RewordingID: KeptRewording] = [:]
            for batch in Array(Set(ids)).batches(of: 200) {
                let rows = try connection.rows(
                    """
                    SELECT rewording_id, subject, moment, stamp, outcome, key_id, sealed FROM rewording
                    WHERE workspace_id = \(workspace.text) AND rewording_id IN \(list: batch.map(\.text))
                    """
                )
                for row in rows {
                    let rewording = try Self.rewording(row, vault: vault, in: workspace)
                    found[rewording.id] = rewording
                }
            }
            return found
        }
    }

    /// How often what became of sentences, the most frequent first.
    public func rewordingCounts() async throws -> [RewordingCount] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT stamp, outcome, faults, COUNT(*) AS number FROM rewording
                WHERE workspace_id = \(workspace.text)
                GROUP BY stamp, outcome, faults ORDER BY number DESC, stamp, outcome, faults
                """
            ).map { row in
                RewordingCount(
                    stamp: try row.text("stamp"),
                    outcome: try row.text("outcome"),
                    faults: try row.text("faults"),
                    count: try row.integer("number")
                )
            }
        }
    }

    private static func rewording(_ row: SQLRow, vault: Vault, in workspace: WorkspaceID) throws -> KeptRewording {
        let kept = try row.text("key_id")
        guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
        var rewording = KeptRewording(
            id: RewordingID(try row.text("rewording_id")),
            subject: PersonID(try row.text("subject")),
            moment: try row.integer("moment"),
            stamp: try row.text("stamp"),
            outcome: try row.text("outcome"),
            original: "",
            words: nil,
            sources: [],
            shown: [],
            tries: []
        )
        let text = try vault.open(try row.bytes("sealed"), at: place(rewording.id, rewording.subject, workspace))
        guard rewording.take(sealed: text) else {
            throw VaultError.damaged(person: rewording.subject.text, purpose: "rewording")
        }
        return rewording
    }

    private static func place(_ id: RewordingID, _ subject: PersonID, _ workspace: WorkspaceID) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .writing, occasion: "rewording \(id.text)", person: subject.text)
    }
}

/// Lets go of what a model made of words that are gone.
enum RewordingSources {
    /// Drops every rewording that a piece of evidence stands behind; the audit keeps that there was one.
    static func forget(_ entry: EntryID, workspace: WorkspaceID, on connection: any Connection) throws {
        let rows = try connection.rows(
            """
            SELECT rewording_id FROM rewording_source
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.text)
            """
        )
        for row in rows {
            let id = try row.text("rewording_id")
            for table in ["rewording", "rewording_source"] as [SQL] {
                try connection.run(
                    "DELETE FROM \(table) WHERE workspace_id = \(workspace.text) AND rewording_id = \(id)"
                )
            }
        }
    }
}
