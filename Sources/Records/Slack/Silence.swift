import Store
public import Workspace

/// Whose messages are not read, and of which times: what was said while somebody did not want to be read is not read later either.
public struct Silence: Sendable, Hashable {
    private var spans: [AccountID: [ClosedRange<Int64>]] = [:]

    /// Nobody.
    public init() {}

    /// True where nobody ever chose it.
    public var isEmpty: Bool { spans.isEmpty }

    /// True for a message of this account at this time that is not read.
    public func covers(_ account: AccountID?, at time: MessageTime) -> Bool {
        guard let account, let own = spans[account] else { return false }
        return own.contains { $0.contains(time.microseconds) }
    }

    /// From one moment until another, both included, microseconds since 1970 UTC; nil while it lasts.
    public mutating func add(_ account: AccountID, from since: Int64, until: Int64?) {
        spans[account, default: []].append(since...max(since, until ?? .max))
    }
}

extension Records {
    /// Whose messages are not read, and of which times.
    public func silence() async throws -> Silence {
        let workspace = workspace
        return try await database.read { connection in
            var silence = Silence()
            let rows = try connection.rows(
                "SELECT account_id, since, until FROM slack_silence WHERE workspace_id = \(workspace.text)"
            )
            for row in rows {
                silence.add(
                    AccountID(try row.text("account_id")),
                    from: try row.integer("since"),
                    until: try row.optionalInteger("until")
                )
            }
            return silence
        }
    }

    /// Begins or ends a time in which an account is not read; nothing where that is how it is.
    static func keep(
        silent: Bool,
        of account: AccountID,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        let open = try connection.rows(
            """
            SELECT since FROM slack_silence
            WHERE workspace_id = \(workspace.text) AND account_id = \(account.text) AND until IS NULL
            """
        )
        if silent, open.isEmpty {
            try connection.run(
                """
                INSERT INTO slack_silence (workspace_id, account_id, since, until)
                VALUES (\(workspace.text), \(account.text), \(now), \(Int64?.none))
                ON CONFLICT (workspace_id, account_id, since) DO UPDATE SET until = NULL
                """
            )
        } else if !silent {
            try connection.run(
                """
                UPDATE slack_silence SET until = \(now)
                WHERE workspace_id = \(workspace.text) AND account_id = \(account.text) AND until IS NULL
                """
            )
        }
    }
}
