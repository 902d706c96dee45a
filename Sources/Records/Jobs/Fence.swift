public import Jobs
import Store
import Workspace

/// What a holder shows in each transaction, so that nothing is written by somebody who lost the work without noticing.
public struct Fence: Sendable, Hashable {
    /// Where the lease stands.
    enum Ground: Sendable, Hashable {
        case job
        case lease
    }

    let ground: Ground
    let name: String
    let token: Int64

    /// The fence of a job that was taken.
    public init(_ job: Job) {
        ground = .job
        name = job.key
        token = job.lease?.token ?? 0
    }

    /// The fence of what one process does for all.
    public init(_ lease: Lease, on name: String) {
        ground = .lease
        self.name = name
        token = lease.token
    }

    /// Errors: `JobError.leaseLost`.
    func check(_ workspace: WorkspaceID, on connection: any Connection) throws {
        let rows =
            switch ground {
            case .job:
                try connection.rows(
                    """
                    SELECT token FROM job
                    WHERE workspace_id = \(workspace.text) AND job_key = \(name) AND token = \(token) AND state = 'running'
                    """
                )
            case .lease:
                try connection.rows(
                    """
                    SELECT token FROM work_lease
                    WHERE workspace_id = \(workspace.text) AND name = \(name) AND token = \(token) AND holder <> ''
                    """
                )
            }
        guard !rows.isEmpty else { throw JobError.leaseLost(name) }
    }
}

extension Records {
    /// The same record for somebody who holds a lease: each transaction that writes looks first whether they still do.
    ///
    /// Shape: writing transactions come one after the other, so whoever passes the check holds the lease until the transaction is
    /// kept. Errors of every writing call: `JobError.leaseLost` beside its own.
    public func fenced(by fence: Fence) -> Records {
        Records(
            database: FencedDatabase(base: database, workspace: workspace, fence: fence),
            workspace: workspace
        )
    }
}

/// A database that asks for a lease before it writes.
private struct FencedDatabase: Database {
    let base: any Database
    let workspace: WorkspaceID
    let fence: Fence

    var dialect: Dialect { base.dialect }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await base.read(body)
    }

    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        let (workspace, fence) = (workspace, fence)
        return try await base.write { connection in
            try fence.check(workspace, on: connection)
            return try body(connection)
        }
    }

    func written() async throws -> Int64? { try await base.written() }

    func scrub(tables: [String]) async throws { try await base.scrub(tables: tables) }

    func close() async throws { try await base.close() }
}
