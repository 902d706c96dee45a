import Store
public import Workspace

extension Records {
    /// Keeps the hash of a one-time link.
    ///
    /// Units: microseconds since 1970 UTC; so with all times here.
    public func keepLink(_ hash: String, for person: PersonID, expires: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO sign_in_link (workspace_id, hash, person_id, expires)
                VALUES (\(workspace.text), \(hash), \(person.text), \(expires))
                """
            )
        }
    }

    /// The link of a hash; nil when there is none.
    public func link(_ hash: String) async throws -> (person: PersonID, expires: Int64)? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT person_id, expires FROM sign_in_link WHERE workspace_id = \(workspace.text) AND hash = \(hash)"
            ).first.map { (PersonID(try $0.text("person_id")), try $0.integer("expires")) }
        }
    }

    /// Removes a link and gives it; of two who ask at once, one gets nil.
    public func takeLink(_ hash: String) async throws -> (person: PersonID, expires: Int64)? {
        let workspace = workspace
        return try await database.write { connection in
            try connection.rows(
                """
                DELETE FROM sign_in_link WHERE workspace_id = \(workspace.text) AND hash = \(hash)
                RETURNING person_id, expires
                """
            ).first.map { (PersonID(try $0.text("person_id")), try $0.integer("expires")) }
        }
    }

    /// Keeps the hash of a session.
    public func keepSession(_ hash: String, for person: PersonID, begun: Int64, used: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO session (workspace_id, hash, person_id, begun, used)
                VALUES (\(workspace.text), \(hash), \(person.text), \(begun), \(used))
                """
            )
        }
    }

    /// The session of a hash; nil when there is none.
    public func session(_ hash: String) async throws -> (person: PersonID, begun: Int64, used: Int64)? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT person_id, begun, used FROM session WHERE workspace_id = \(workspace.text) AND hash = \(hash)"
            ).first.map { (PersonID(try $0.text("person_id")), try $0.integer("begun"), try $0.integer("used")) }
        }
    }

    /// Notes that a session was in use.
    public func touchSession(_ hash: String, at moment: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                "UPDATE session SET used = \(moment) WHERE workspace_id = \(workspace.text) AND hash = \(hash)"
            )
        }
    }

    /// Ends a session.
    public func endSession(_ hash: String) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run("DELETE FROM session WHERE workspace_id = \(workspace.text) AND hash = \(hash)")
        }
    }

    /// Forgets links that expired, and sessions that began or were last used too long ago.
    public func forgetSessions(linksExpiredBefore: Int64, begunBefore: Int64, unusedSince: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                "DELETE FROM sign_in_link WHERE workspace_id = \(workspace.text) AND expires <= \(linksExpiredBefore)"
            )
            try connection.run(
                """
                DELETE FROM session
                WHERE workspace_id = \(workspace.text) AND (begun <= \(begunBefore) OR used <= \(unusedSince))
                """
            )
        }
    }
}
