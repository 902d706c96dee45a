import Store
public import Workspace

/// A session as its owner sees it.
public struct SessionRow: Sendable, Hashable {
    /// The hash of its secret.
    public let hash: String
    /// When it began, microseconds since 1970 UTC.
    public let begun: Int64
    /// When it was last used.
    public let used: Int64
}

extension Records {
    /// Everywhere that a person is signed in, the latest used first.
    public func sessions(of person: PersonID) async throws -> [SessionRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT hash, begun, used FROM session
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text) ORDER BY used DESC, hash
                """
            ).map {
                SessionRow(hash: try $0.text("hash"), begun: try $0.integer("begun"), used: try $0.integer("used"))
            }
        }
    }

    /// Ends every session of a person, and takes back links that were not used yet and every token.
    public func endSessions(of person: PersonID) async throws {
        let workspace = workspace
        try await database.write { connection in
            _ = try Self.endWaysIn(of: person.text, workspace: workspace, on: connection)
        }
    }

    /// Takes every way in from a person: sessions, links that were not used yet, tokens and what was answered to these.
    ///
    /// - Returns: how many there were.
    static func endWaysIn(
        of person: String,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws(StoreError) -> Int {
        try connection.run(
            """
            DELETE FROM program_answer WHERE workspace_id = \(workspace.text) AND token_id IN (
                SELECT token_id FROM program_token
                WHERE workspace_id = \(workspace.text) AND person_id = \(person)
            )
            """
        )
        var ended = 0
        for table: SQL in ["session", "sign_in_link", "program_token"] {
            ended += try connection.run(
                "DELETE FROM \(table) WHERE workspace_id = \(workspace.text) AND person_id = \(person)"
            )
        }
        return ended
    }

    /// The person whom an identity at a provider was bound to; nil when it never signed in.
    public func person(boundTo subject: String, at issuer: String) async throws -> PersonID? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT person_id FROM sign_in_identity
                WHERE workspace_id = \(workspace.text) AND issuer = \(issuer) AND subject = \(subject)
                """
            ).first.map { PersonID(try $0.text("person_id")) }
        }
    }

    /// Binds an identity to a person; false when the person has another identity at this provider already.
    ///
    /// An address can change hands at a provider; an identity cannot. So the address serves once, to find the person.
    public func bind(_ subject: String, at issuer: String, to person: PersonID, now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let other = try connection.rows(
                """
                SELECT subject FROM sign_in_identity
                WHERE workspace_id = \(workspace.text) AND issuer = \(issuer) AND person_id = \(person.text)
                """
            ).first
            if let other { return try other.text("subject") == subject }
            try connection.run(
                """
                INSERT INTO sign_in_identity (workspace_id, issuer, subject, person_id, bound)
                VALUES (\(workspace.text), \(issuer), \(subject), \(person.text), \(now))
                """
            )
            try connection.note(
                "identity bound",
                on: person.text,
                by: person.text,
                detail: issuer,
                at: now,
                in: workspace
            )
            return true
        }
    }

    /// Forgets whom a person is at every provider, so that the next sign-in binds anew.
    public func unbind(_ person: PersonID, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                "DELETE FROM sign_in_identity WHERE workspace_id = \(workspace.text) AND person_id = \(person.text)"
            )
            try connection.note("identity unbound", on: person.text, by: actor, at: now, in: workspace)
        }
    }
}
