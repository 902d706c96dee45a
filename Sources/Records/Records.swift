public import Store
public import Workspace

/// What one workspace keeps: people, channels, message keys, evidence, audit.
///
/// The only module besides `Store` that writes SQL about them; everybody above gets values.
/// Errors: `StoreError` from the database, `RecordError` where the record itself says no.
public struct Records: Sendable {
    /// Where the rows are.
    public let database: any Database
    /// Whose rows they are.
    public let workspace: WorkspaceID

    /// Opens the record of a workspace; the tables are brought up to date first.
    public static func open(_ database: any Database, workspace: WorkspaceID = "main") async throws -> Records {
        try await RecordSchema.migrations.run(on: database)
        let records = Records(database: database, workspace: workspace)
        try await records.relinkChain()
        return records
    }

    /// Makes the workspace's row if there is none.
    public func begin(name: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let made = try connection.run(
                """
                INSERT INTO workspace (workspace_id, name) VALUES (\(workspace.text), \(name))
                ON CONFLICT (workspace_id) DO NOTHING
                """
            )
            guard made > 0 else { return }
            try connection.note(
                "workspace begun",
                on: workspace.text,
                by: "operator",
                detail: name,
                at: now,
                in: workspace
            )
        }
    }

    /// What the workspace's row says; nil when `begin` was never called.
    public func workspaceState() async throws -> WorkspaceState? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT name, address, as_of FROM workspace WHERE workspace_id = \(workspace.text)"
            ).first.map {
                WorkspaceState(
                    name: try $0.text("name"),
                    address: try $0.optionalText("address"),
                    asOf: try $0.optionalInteger("as_of")
                )
            }
        }
    }

    /// Fixes the day that the workspace is read as of, or lets it follow the clock again (nil).
    public func set(asOf: Int64?, name: String? = nil) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                UPDATE workspace SET as_of = \(asOf), name = coalesce(CAST(\(name) AS TEXT), name)
                WHERE workspace_id = \(workspace.text)
                """
            )
        }
    }

    /// Keeps a ladder's source under its version.
    ///
    /// Errors: `RecordError.ladderVersionTaken` when another text was adopted under this version.
    public func adopt(ladder source: String, version: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let kept = try connection.rows(
                "SELECT source FROM ladder WHERE workspace_id = \(workspace.text) AND version = \(version)"
            ).first
            if let kept {
                guard try kept.text("source") == source else { throw RecordError.ladderVersionTaken(version) }
                return
            }
            try connection.run(
                """
                INSERT INTO ladder (workspace_id, version, source, adopted)
                VALUES (\(workspace.text), \(version), \(source), \(now))
                """
            )
            try connection.note(
                "ladder adopted",
                on: version,
                by: "operator",
                detail: Digest.hexadecimal(Digest.sha256(fields: [source])),
                at: now,
                in: workspace
            )
        }
    }

    /// The ladder adopted last; nil when none was.
    public func ladderSource() async throws -> String? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT source FROM ladder WHERE workspace_id = \(workspace.text) ORDER BY adopted DESC, version DESC LIMIT 1
                """
            ).first?.text("source")
        }
    }
}

/// What a workspace's row says.
public struct WorkspaceState: Sendable, Hashable {
    /// The company's name.
    public let name: String
    /// The chat's address, `https://NAME.slack.com`; nil when unknown.
    public let address: String?
    /// The day that the record is read as of, microseconds since 1970 UTC; nil for today.
    public let asOf: Int64?
}

/// Where the record itself says no.
public enum RecordError: Error, Sendable, Hashable {
    /// Another ladder was adopted under this version.
    case ladderVersionTaken(String)
    /// No such piece of evidence.
    case noSuchEntry(String)
    /// A stored word is none of those that this version knows.
    case unknownWord(column: String, word: String)
    /// The piece of evidence is in a state from which this act does not lead on.
    case notFrom(state: String, act: String)
}

extension Records {
    /// Writes down that something was done.
    public func note(_ act: String, on object: String, by actor: String, detail: String = "", now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.note(act, on: object, by: actor, detail: detail, at: now, in: workspace)
        }
    }

    /// A number that is another one after everything that is written; nil where the engine cannot tell.
    public func written() async throws -> Int64? { try await database.written() }

    /// How many entries the audit has; changes whenever anything in the record does.
    public func auditPosition() async throws -> Int64 {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT coalesce(max(position), 0) AS position FROM audit WHERE workspace_id = \(workspace.text)"
            ).first?.integer("position") ?? 0
        }
    }
}
