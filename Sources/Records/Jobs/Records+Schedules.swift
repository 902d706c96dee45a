public import Jobs
import Store
import Workspace

extension Records {
    /// Puts the work into the queue that the clock asks for; of all processes that look, one does it for each moment.
    ///
    /// Shape: the moment is claimed by compare-and-set in the transaction that puts the job in, so that none is lost where a process
    /// ends between the two. While a job of a schedule still waits, its next moment adds none.
    ///
    /// - Returns: the keys of what was put in.
    @discardableResult
    public func fire(_ schedules: [Schedule], now: Int64) async throws -> [String] {
        let workspace = workspace
        let known = try await database.read { connection in
            let rows = try connection.rows(
                "SELECT name, moment FROM job_schedule WHERE workspace_id = \(workspace.text)"
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map { (try $0.text("name"), try $0.integer("moment")) }
            )
        }
        let due = schedules.compactMap { schedule in
            schedule.due(after: known[schedule.name], at: now).map { (schedule, $0) }
        }
        guard !due.isEmpty else { return [] }
        return try await database.write { connection in
            var keys: [String] = []
            for (schedule, moment) in due {
                let isOurs =
                    try connection.run(
                        """
                        INSERT INTO job_schedule (workspace_id, name, moment, claimed)
                        VALUES (\(workspace.text), \(schedule.name), \(moment), \(now))
                        ON CONFLICT (workspace_id, name) DO UPDATE SET moment = excluded.moment, claimed = excluded.claimed
                            WHERE job_schedule.moment < excluded.moment
                        """
                    ) > 0
                guard isOurs else { continue }
                let isWaiting = try !connection.rows(
                    """
                    SELECT job_key FROM job
                    WHERE workspace_id = \(workspace.text) AND kind = \(schedule.kind.rawValue) AND about = ''
                        AND state = 'waiting' LIMIT 1
                    """
                ).isEmpty
                guard !isWaiting else { continue }
                let job = Job(schedule.kind, key: schedule.key(of: moment), due: moment, made: now)
                if try JobQueue.add([job], workspace: workspace, on: connection) > 0 { keys.append(job.key) }
            }
            return keys
        }
    }
}
