import Store
public import Workspace

extension Records {
    /// Takes over what a people file says beside the people; what its columns do not speak of stays as it was.
    ///
    /// Shape: pay is replaced for everybody when anybody's is stated, and groups likewise; a vault is needed only then.
    /// Errors: `VaultError.noKey`, `VaultError.wrongKey`; nothing is changed then.
    public func keep(facts: [PersonFacts], vault: Vault?, now: Int64) async throws {
        guard !facts.isEmpty else { return }
        let workspace = workspace
        let pay = facts.compactMap { fact in fact.pay.map { (fact.person, SealedText.text(of: $0)) } }
        let groups = facts.filter { !$0.groups.isEmpty }.map { ($0.person, SealedText.text(of: $0.groups)) }
        let roles = facts.filter { !$0.role.isEmpty }
        if vault == nil, !pay.isEmpty || !groups.isEmpty { throw VaultError.noKey }
        try await database.write { connection in
            if !roles.isEmpty { try Self.write(roles, workspace: workspace, on: connection) }
            guard let vault, !pay.isEmpty || !groups.isEmpty else { return }
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            try rows.checkKey()
            if !pay.isEmpty {
                try Self.rememberPay(pay, rows)
                try rows.clear(.pay)
                try rows.put(.pay, pay)
            }
            if !groups.isEmpty {
                try rows.clear(.protected)
                try rows.put(.protected, groups)
            }
            try connection.note(
                "sealed facts taken over",
                on: "pay of \(pay.count), groups of \(groups.count)",
                by: "operator",
                detail: "key \(vault.keyID)",
                at: now,
                in: workspace
            )
        }
    }

    /// What is no secret: zone, country, scope.
    public func roleFacts() async throws -> [PersonID: RoleFacts] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT person_id, zone, country, scope IS NOT NULL AS scored, coalesce(scope, 0.0) AS scope
                FROM role_fact WHERE workspace_id = \(workspace.text)
                """
            )
            return Dictionary(
                try rows.map {
                    let scope = try $0.boolean("scored") ? try $0.real("scope") : nil
                    let facts = RoleFacts(
                        zone: try $0.optionalText("zone"),
                        country: try $0.optionalText("country"),
                        scope: scope
                    )
                    return (PersonID(try $0.text("person_id")), facts)
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// Says no to a key that is not the one in use.
    ///
    /// Errors: `VaultError.wrongKey`.
    public func check(_ vault: Vault) async throws {
        let workspace = workspace
        try await database.read {
            try SealedRows(workspace: workspace, vault: vault, connection: $0).checkKey()
        }
    }

    /// True when anything is sealed, so that a lost key is found before a new one is made.
    public func holdsSealedFacts() async throws -> Bool {
        let workspace = workspace
        return try await database.read { connection in
            let facts = try connection.rows(
                "SELECT key_id FROM sealed_fact WHERE workspace_id = \(workspace.text) LIMIT 1"
            )
            let notes = try connection.rows(
                "SELECT key_id FROM private_note WHERE workspace_id = \(workspace.text) LIMIT 1"
            )
            let written = try connection.rows(
                """
                SELECT key_id FROM review_version WHERE workspace_id = \(workspace.text)
                UNION SELECT key_id FROM feedback_request WHERE workspace_id = \(workspace.text)
                """
            )
            return !facts.isEmpty || !notes.isEmpty || !written.isEmpty
        }
    }

    /// Removes everything that is sealed: the last resort after a key was lost.
    public func forgetSealedFacts(by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let facts = try connection.run("DELETE FROM sealed_fact WHERE workspace_id = \(workspace.text)")
            let notes = try connection.run("DELETE FROM private_note WHERE workspace_id = \(workspace.text)")
            let gone = facts + notes + (try ReviewSealing.forgetAll(workspace: workspace, on: connection))
            try connection.note("sealed facts forgotten", on: "\(gone) facts", by: actor, at: now, in: workspace)
        }
    }

    /// Keeps what somebody was paid before and after each change of track, at the first people file after it.
    private static func rememberPay(_ pay: [(PersonID, String)], _ rows: SealedRows) throws {
        let moves = try MoveRow.moves(on: rows.connection, workspace: rows.workspace).filter(\.changedTrack)
        guard !moves.isEmpty else { return }
        let new = Dictionary(pay, uniquingKeysWith: { first, _ in first })
        let before = try rows.texts(.pay)
        for move in moves {
            guard let old = before[move.person], let later = new[move.person],
                try rows.texts(.pay, occasion: move.id.before, person: move.person).isEmpty
            else { continue }
            try rows.put(.pay, occasion: move.id.before, [(move.person, old)])
            try rows.put(.pay, occasion: move.id.after, [(move.person, later)])
        }
    }

    private static func write(_ facts: [PersonFacts], workspace: WorkspaceID, on connection: any Connection) throws {
        try connection.run("DELETE FROM role_fact WHERE workspace_id = \(workspace.text)")
        for batch in facts.batches(of: 100) {
            let rows: [[SQLValue]] = batch.map {
                [
                    .text(workspace.text), .text($0.person.text), $0.role.zone.sqlValue, $0.role.country.sqlValue,
                    $0.role.scope.sqlValue,
                ]
            }
            try connection.run(
                "INSERT INTO role_fact (workspace_id, person_id, zone, country, scope) VALUES \(rows: rows)"
            )
        }
    }
}

extension MoveID {
    /// The occasion of the pay before a move.
    var before: String { "\(text) before" }
    /// The occasion of the pay after a move.
    var after: String { "\(text) after" }
}
