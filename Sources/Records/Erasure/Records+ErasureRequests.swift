import Store
public import Workspace

/// That somebody asked to be erased, and by when it has to be answered.
public struct ErasureRequest: Sendable, Hashable {
    /// Who asked.
    public let person: PersonID
    /// When, microseconds since 1970 UTC.
    public let asked: Int64
    /// The last moment for an answer, microseconds since 1970 UTC.
    public let due: Int64
    /// Why it was not done; nil while nobody answered.
    ///
    /// A request that was carried out is gone with the person.
    public let answer: String?
    /// When it was answered, microseconds since 1970 UTC.
    public let answered: Int64?
}

extension Records {
    /// Keeps that somebody asked; one who asked before keeps the first deadline unless that was answered.
    public func requestErasure(of person: PersonID, due: Int64, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let changed = try connection.run(
                """
                INSERT INTO erasure_request (workspace_id, person_id, asked, due)
                VALUES (\(workspace.text), \(person.text), \(now), \(due))
                ON CONFLICT (workspace_id, person_id) DO UPDATE SET
                    asked = excluded.asked, due = excluded.due, answer = NULL, answered = NULL
                    WHERE erasure_request.answered IS NOT NULL
                """
            )
            guard changed > 0 else { return }
            try connection.note("erasure asked for", on: person.text, by: person.text, at: now, in: workspace)
        }
    }

    /// Takes a request back.
    public func withdrawErasureRequest(of person: PersonID, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let gone = try connection.run(
                "DELETE FROM erasure_request WHERE workspace_id = \(workspace.text) AND person_id = \(person.text)"
            )
            guard gone > 0 else { return }
            try connection.note("erasure request taken back", on: person.text, by: person.text, at: now, in: workspace)
        }
    }

    /// Says to the person why it is not done.
    ///
    /// - Returns: false where nobody asked.
    public func refuseErasure(of person: PersonID, why: String, by actor: String, now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let changed = try connection.run(
                """
                UPDATE erasure_request SET answer = \(why), answered = \(now)
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text) AND answered IS NULL
                """
            )
            guard changed > 0 else { return false }
            try connection.note("erasure refused", on: person.text, by: actor, at: now, in: workspace)
            return true
        }
    }

    /// Requests to be erased, the one that is due first at the top.
    public func erasureRequests() async throws -> [ErasureRequest] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT person_id, asked, due, answer, answered FROM erasure_request
                WHERE workspace_id = \(workspace.text) ORDER BY due, person_id
                """
            ).map {
                ErasureRequest(
                    person: PersonID(try $0.text("person_id")),
                    asked: try $0.integer("asked"),
                    due: try $0.integer("due"),
                    answer: try $0.optionalText("answer"),
                    answered: try $0.optionalInteger("answered")
                )
            }
        }
    }
}
