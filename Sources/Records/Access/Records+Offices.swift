import Store
public import Workspace

/// Somebody's office.
public struct OfficeGrant: Sendable, Hashable {
    /// Who holds it.
    public let person: PersonID
    /// Which.
    public let office: Office
    /// Since when, microseconds since 1970 UTC.
    public let granted: Int64
    /// Who gave it, as the audit writes it.
    public let by: String
}

extension Records {
    /// Who holds which office, by person.
    public func offices() async throws -> [OfficeGrant] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT person_id, office, granted, granted_by FROM office WHERE workspace_id = \(workspace.text)
                ORDER BY person_id, office
                """
            ).map {
                let word = try $0.text("office")
                guard let office = Office(rawValue: word) else {
                    throw RecordError.unknownWord(column: "office", word: word)
                }
                return OfficeGrant(
                    person: PersonID(try $0.text("person_id")),
                    office: office,
                    granted: try $0.integer("granted"),
                    by: try $0.text("granted_by")
                )
            }
        }
    }

    /// Gives somebody an office; giving it twice changes nothing.
    public func grant(_ office: Office, to person: PersonID, by actor: String, now: Int64) async throws {
        try await write("office granted", office, of: person, by: actor, now: now) { workspace, connection in
            try connection.run(
                """
                INSERT INTO office (workspace_id, person_id, office, granted, granted_by)
                VALUES (\(workspace.text), \(person.text), \(office.rawValue), \(now), \(actor))
                ON CONFLICT (workspace_id, person_id, office) DO NOTHING
                """
            )
        }
    }

    /// Takes an office back; from somebody who does not hold it, nothing changes.
    public func revoke(_ office: Office, from person: PersonID, by actor: String, now: Int64) async throws {
        try await write("office revoked", office, of: person, by: actor, now: now) { workspace, connection in
            try connection.run(
                """
                DELETE FROM office
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text) AND office = \(office.rawValue)
                """
            )
        }
    }

    private func write(
        _ act: String,
        _ office: Office,
        of person: PersonID,
        by actor: String,
        now: Int64,
        _ change: @escaping @Sendable (WorkspaceID, any Connection) throws -> Int
    ) async throws {
        let workspace = workspace
        try await database.write { connection in
            guard try change(workspace, connection) > 0 else { return }
            try connection.note(act, on: person.text, by: actor, detail: office.rawValue, at: now, in: workspace)
        }
    }
}
