public import Jobs
import Store
import Workspace

extension Records {
    /// Jobs in some states, those that changed last first.
    public func jobs(in states: Set<JobState>, limit: Int = 200) async throws -> [Job] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Job.columns) FROM job
                WHERE workspace_id = \(workspace.text) AND state IN \(list: states.map(\.rawValue).sorted())
                ORDER BY changed DESC, job_key LIMIT \(limit)
                """
            ).compactMap { try Job($0) }
        }
    }

    /// How many jobs there are of each kind and state.
    public func jobCounts() async throws -> [JobKind: [JobState: Int]] {
        let workspace = workspace
        return try await database.read { connection in
            var counts: [JobKind: [JobState: Int]] = [:]
            for row in try connection.rows(
                """
                SELECT kind, state, count(*) AS jobs FROM job WHERE workspace_id = \(workspace.text) GROUP BY kind, state
                """
            ) {
                guard let kind = JobKind(rawValue: try row.text("kind")),
                    let state = JobState(rawValue: try row.text("state"))
                else { continue }
                counts[kind, default: [:]][state] = Int(try row.integer("jobs"))
            }
            return counts
        }
    }

    /// Has a job that was given up tried again, from its first try.
    ///
    /// Errors: `JobError.noSuchDeadJob`.
    public func retry(deadJob key: String, by actor: String, now: Int64) async throws {
        try await settle(key, as: .waiting, "job tried again", by: actor, now: now)
    }

    /// Lets a job go that was given up; asking for it again under the same key changes nothing.
    ///
    /// Errors: `JobError.noSuchDeadJob`.
    public func drop(deadJob key: String, by actor: String, now: Int64) async throws {
        try await settle(key, as: .dropped, "job dropped", by: actor, now: now)
    }

    private func settle(_ key: String, as state: JobState, _ act: String, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let rows = try connection.rows(
                """
                UPDATE job SET state = \(state.rawValue), tries = 0, changed = \(now),
                    due = CASE WHEN \(state == .waiting) THEN \(now) ELSE due END
                WHERE workspace_id = \(workspace.text) AND job_key = \(key) AND state = 'dead'
                RETURNING kind
                """
            )
            guard let kind = try rows.first?.text("kind") else { throw JobError.noSuchDeadJob(key) }
            // The kind alone: a key may hold the id of whoever the work is about.
            try connection.note(act, on: kind, by: actor, at: now, in: workspace)
        }
    }

    /// Forgets jobs that are over since before a moment; after that their keys are free again.
    ///
    /// - Returns: how many were forgotten.
    @discardableResult
    public func forgetJobs(endedBefore border: Int64) async throws -> Int {
        let workspace = workspace
        return try await database.write { connection in
            try connection.run(
                """
                DELETE FROM job
                WHERE workspace_id = \(workspace.text) AND state IN ('done', 'dropped') AND changed < \(border)
                """
            )
        }
    }
}
