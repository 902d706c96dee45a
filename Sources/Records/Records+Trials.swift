import Store
import Workspace

/// How the clock was tried, as it is kept: the answer as JSON, the last of each sort.
public struct KeptTrial: Sendable, Hashable {
    /// What sort it is.
    public let sort: String
    /// When it was made, microseconds since 1970 UTC.
    public let made: Int64
    /// The answer.
    public let body: String

    /// Joins sort, moment and answer.
    public init(sort: String, made: Int64, body: String) {
        self.sort = sort
        self.made = made
        self.body = body
    }
}

extension Records {
    /// Keeps a trial in the place of the last of its sort.
    public func keep(_ trial: KeptTrial, by actor: String) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO kept_trial (workspace_id, sort, made, body)
                VALUES (\(workspace.text), \(trial.sort), \(trial.made), \(trial.body))
                ON CONFLICT (workspace_id, sort) DO UPDATE SET made = excluded.made, body = excluded.body
                """
            )
            try connection.note("trial kept", on: "trial \(trial.sort)", by: actor, at: trial.made, in: workspace)
        }
    }

    /// The last trial of each sort.
    public func trials() async throws -> [KeptTrial] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT sort, made, body FROM kept_trial WHERE workspace_id = \(workspace.text) ORDER BY sort"
            ).map { KeptTrial(sort: try $0.text("sort"), made: try $0.integer("made"), body: try $0.text("body")) }
        }
    }
}

extension RecordSchema {
    /// How the clock was tried: figures about all together, nothing about anybody.
    static let trials = """
        CREATE TABLE kept_trial (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            sort TEXT NOT NULL,
            made BIGINT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (workspace_id, sort)
        );
        """
}
