public import Jobs
import Store
import Workspace

// A job goes from waiting to running and from there to done, back to waiting, or to dead. Every step that its holder takes names
// the lease's token, so that of two who believe they hold it only the last one who took it is heard.
extension Records {
    /// Puts work into the queue; what has a key that is known changes nothing, whatever became of it.
    ///
    /// - Returns: how many of them were new.
    @discardableResult
    public func enqueue(_ jobs: [Job]) async throws -> Int {
        guard !jobs.isEmpty else { return 0 }
        let workspace = workspace
        return try await database.write { connection in
            try JobQueue.add(jobs, workspace: workspace, on: connection)
        }
    }

    /// Takes what is due, the most pressing first; nobody else gets it before the lease is over.
    ///
    /// Work whose holder is gone is taken again, and given up where it was begun as often as it may be.
    public func claimJobs(
        _ kinds: Set<JobKind>,
        limit: Int,
        holder: String,
        rule: LeaseRule,
        backOff: BackOff = BackOff(),
        now: Int64
    ) async throws -> [Job] {
        let workspace = workspace
        let words = kinds.map(\.rawValue).sorted()
        // Most looks find nothing, and reading takes nobody's place in the line of writers.
        guard limit > 0, try await hasWork(words, now: now) else { return [] }
        return try await database.write { connection in
            try connection.run(
                """
                UPDATE job SET state = 'dead', holder = NULL, held_until = NULL, changed = \(now),
                    fault_sort = \(JobFault.abandoned.sort), fault_code = ''
                WHERE workspace_id = \(workspace.text) AND state = 'running' AND held_until <= \(now)
                    AND tries >= \(backOff.tries) AND kind IN \(list: words)
                """
            )
            let keys = try connection.rows(
                """
                SELECT job_key FROM job
                WHERE workspace_id = \(workspace.text) AND kind IN \(list: words)
                    AND ((state = 'waiting' AND due <= \(now)) OR (state = 'running' AND held_until <= \(now)))
                ORDER BY priority DESC, due, job_key LIMIT \(limit) \(connection.claiming)
                """
            ).map { try $0.text("job_key") }
            guard !keys.isEmpty else { return [] }
            return try connection.rows(
                """
                UPDATE job SET state = 'running', holder = \(holder), token = token + 1, tries = tries + 1,
                    held_until = \(rule.end(from: now)), changed = \(now)
                WHERE workspace_id = \(workspace.text) AND job_key IN \(list: keys)
                RETURNING \(Job.columns)
                """
            ).compactMap { try Job($0) }.sorted { (-$0.priority, $0.due, $0.key) < (-$1.priority, $1.due, $1.key) }
        }
    }

    private func hasWork(_ kinds: [String], now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.read { connection in
            try !connection.rows(
                """
                SELECT job_key FROM job
                WHERE workspace_id = \(workspace.text) AND kind IN \(list: kinds)
                    AND ((state = 'waiting' AND due <= \(now)) OR (state = 'running' AND held_until <= \(now)))
                LIMIT 1
                """
            ).isEmpty
        }
    }

    /// Says that the holder still works; true unless somebody else has the job by now.
    ///
    /// A lease that ran out while nobody else wanted the job is taken up again.
    public func beat(_ job: Job, rule: LeaseRule, now: Int64) async throws -> Bool {
        let fence = Fence(job)
        let workspace = workspace
        return try await database.write { connection in
            try connection.run(
                """
                UPDATE job SET held_until = \(rule.end(from: now))
                WHERE workspace_id = \(workspace.text) AND job_key = \(fence.name) AND token = \(fence.token)
                    AND state = 'running'
                """
            ) > 0
        }
    }

    /// Keeps that a job was done.
    ///
    /// Errors: `JobError.leaseLost` where somebody else has it by now; then nothing is kept.
    public func finish(_ job: Job, now: Int64) async throws { try await end(job, as: .done, now: now) }

    /// Puts a job back that was not brought to its end, as if it had not been begun.
    public func putBack(_ job: Job, now: Int64) async throws { try await end(job, as: .waiting, now: now) }

    private func end(_ job: Job, as state: JobState, now: Int64) async throws {
        let fence = Fence(job)
        let workspace = workspace
        let untried: Int64 = state == .waiting ? 1 : 0
        try await database.write { connection in
            try fence.check(workspace, on: connection)
            try connection.run(
                """
                UPDATE job SET state = \(state.rawValue), holder = NULL, held_until = NULL, changed = \(now),
                    tries = tries - \(untried)
                WHERE workspace_id = \(workspace.text) AND job_key = \(fence.name)
                """
            )
        }
    }

    /// Keeps that a job failed, and when it is tried again, if it is.
    ///
    /// Errors: `JobError.leaseLost`.
    @discardableResult
    public func fail(_ job: Job, _ fault: JobFault, backOff: BackOff, now: Int64) async throws -> BackOff.Verdict {
        let fence = Fence(job)
        let workspace = workspace
        let verdict = backOff.verdict(after: job.tries, key: job.key, at: now)
        let (state, due) =
            switch verdict {
            case .again(let moment): (JobState.waiting, moment)
            case .dead: (JobState.dead, job.due)
            }
        try await database.write { connection in
            try fence.check(workspace, on: connection)
            try connection.run(
                """
                UPDATE job SET state = \(state.rawValue), due = \(due), holder = NULL, held_until = NULL,
                    fault_sort = \(fault.sort), fault_code = \(fault.code), changed = \(now)
                WHERE workspace_id = \(workspace.text) AND job_key = \(fence.name)
                """
            )
        }
        return verdict
    }
}

/// The queue inside a transaction.
enum JobQueue {
    static func add(_ jobs: [Job], workspace: WorkspaceID, on connection: any Connection) throws -> Int {
        var count = 0
        for batch in jobs.batches(of: 100) {
            let rows = batch.map { job -> [SQLValue] in
                [
                    .text(workspace.text), .text(job.key), .text(job.kind.rawValue), .text(job.about),
                    .integer(Int64(job.priority)), .integer(job.due), .integer(job.made), .integer(0),
                    .text(JobState.waiting.rawValue), .integer(0), .integer(job.made),
                ]
            }
            count += try connection.run(
                """
                INSERT INTO job
                    (workspace_id, job_key, kind, about, priority, due, made, tries, state, token, changed)
                VALUES \(rows: rows) ON CONFLICT (workspace_id, job_key) DO NOTHING
                """
            )
        }
        return count
    }
}
