import Evidence
import Store
public import Workspace

extension Records {
    /// Takes batches into the record in one transaction, all or nothing.
    ///
    /// The newest copy by edit time wins, a deletion wins over everything, an older copy changes nothing; so the same
    /// batch twice, or two batches in either order, end in the same record.
    @discardableResult
    public func commit(_ batches: [MessageBatch], now: Int64) async throws -> BatchOutcome {
        let workspace = workspace
        return try await database.write { connection in
            var outcome = BatchOutcome()
            var audit = try AuditChain(workspace: workspace, on: connection)
            for batch in batches {
                var commit = BatchCommit(batch: batch, workspace: workspace, audit: audit, now: now)
                outcome.add(try commit.run(on: connection))
                audit = commit.audit
            }
            try audit.flush(on: connection)
            return outcome
        }
    }

    /// The last day file that is in, by conversation.
    public func marks(of source: String) async throws -> [ChannelID: String] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT channel_id, last_file FROM import_mark
                WHERE workspace_id = \(workspace.text) AND source = \(source)
                """
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map { (ChannelID(try $0.text("channel_id")), try $0.text("last_file")) }
            )
        }
    }

    /// How many messages of each conversation are known, those that were deleted left out.
    public func messageCounts() async throws -> [ChannelID: Int] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT channel_id, count(*) AS messages FROM message
                WHERE workspace_id = \(workspace.text) AND NOT deleted GROUP BY channel_id
                """
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    (ChannelID(try $0.text("channel_id")), Int(try $0.integer("messages")))
                }
            )
        }
    }
}
