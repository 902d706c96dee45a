import Store
public import Workspace

extension Records {
    /// Keeps a token by the SHA-256 of its secret.
    public func keep(_ token: TokenRow, secret: String, by actor: String, now: Int64) async throws {
        let workspace = workspace
        let hash = Self.hash(Array(secret.utf8))
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO program_token
                    (workspace_id, token_id, person_id, hash, name, scopes, created, expires)
                VALUES (\(workspace.text), \(token.id), \(token.person.text), \(hash), \(token.name), \(token.scopes),
                    \(token.created), \(token.expires))
                """
            )
            try connection.note(
                "token made",
                on: token.id,
                by: actor,
                detail: "for \(token.person), \(token.scopes)",
                at: now,
                in: workspace
            )
        }
    }

    /// The token behind a secret, also when it has expired; nil when there is none.
    public func token(bearing secret: String) async throws -> TokenRow? {
        let workspace = workspace
        let hash = Self.hash(Array(secret.utf8))
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT token_id, person_id, name, scopes, created, expires, used_day FROM program_token
                WHERE workspace_id = \(workspace.text) AND hash = \(hash)
                """
            ).first.map(Self.token)
        }
    }

    /// A person's tokens, the newest first.
    public func tokens(of person: PersonID) async throws -> [TokenRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT token_id, person_id, name, scopes, created, expires, used_day FROM program_token
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text)
                ORDER BY created DESC, token_id
                """
            ).map(Self.token)
        }
    }

    /// Notes the day on which a token was used.
    public func touchToken(_ id: String, on day: CivilDate) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                UPDATE program_token SET used_day = \(Int64(day.days))
                WHERE workspace_id = \(workspace.text) AND token_id = \(id)
                """
            )
        }
    }

    /// Takes a token back; false when the person has none of this key.
    public func forgetToken(_ id: String, of person: PersonID, by actor: String, now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let gone = try connection.rows(
                """
                DELETE FROM program_token
                WHERE workspace_id = \(workspace.text) AND token_id = \(id) AND person_id = \(person.text)
                RETURNING token_id
                """
            )
            guard !gone.isEmpty else { return false }
            try connection.run(
                "DELETE FROM program_answer WHERE workspace_id = \(workspace.text) AND token_id = \(id)"
            )
            try connection.note("token taken back", on: id, by: actor, detail: "of \(person)", at: now, in: workspace)
            return true
        }
    }

    private static func token(_ row: SQLRow) throws(StoreError) -> TokenRow {
        TokenRow(
            id: try row.text("token_id"),
            person: PersonID(try row.text("person_id")),
            name: try row.text("name"),
            scopes: try row.text("scopes"),
            created: try row.integer("created"),
            expires: try row.integer("expires"),
            usedDay: try row.optionalInteger("used_day").map { CivilDate(days: Int($0)) }
        )
    }
}
