public import Evidence
import Store
public import Workspace

/// What a backfill has to know of a message that is in the record.
public struct KnownMessage: Sendable, Hashable {
    /// Its place.
    public let time: MessageTime
    /// Its thread.
    public let thread: MessageTime?
}

extension Records {
    /// The newest message of each conversation.
    public func latestMessages() async throws -> [ChannelID: MessageTime] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT channel_id, max(posted) AS latest FROM message
                WHERE workspace_id = \(workspace.text) AND NOT deleted AND sort = 'words' GROUP BY channel_id
                """
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    (ChannelID(try $0.text("channel_id")), MessageTime(microseconds: try $0.integer("latest")))
                }
            )
        }
    }

    /// People's and programs' messages of a conversation that are in the record and not deleted.
    public func knownMessages(
        of channel: ChannelID,
        from first: MessageTime,
        to last: MessageTime
    ) async throws -> [KnownMessage] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT posted, thread FROM message
                WHERE workspace_id = \(workspace.text) AND channel_id = \(channel.text) AND NOT deleted
                    AND sort IN ('words', 'bot')
                    AND posted BETWEEN \(first.microseconds) AND \(last.microseconds)
                ORDER BY posted
                """
            ).map { row in
                KnownMessage(
                    time: MessageTime(microseconds: try row.integer("posted")),
                    thread: try row.optionalInteger("thread").map { MessageTime(microseconds: $0) }
                )
            }
        }
    }
}

extension Records {
    /// The evidence of one message, withdrawn entries left out.
    public func entries(of message: MessageID, now: Int64) async throws -> [LedgerEntry] {
        let workspace = workspace
        let moment = EntryID.prefix(of: message.time)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT evidence.*, channel.name AS channel_name
                FROM evidence LEFT JOIN channel
                    ON channel.workspace_id = evidence.workspace_id AND channel.channel_id = evidence.channel_id
                WHERE evidence.workspace_id = \(workspace.text) AND evidence.channel_id = \(message.channel.text)
                    AND evidence.entry_id BETWEEN \(moment) AND \(moment + "g") AND evidence.state <> 'withdrawn'
                ORDER BY evidence.entry_id
                """
            ).map { try EvidenceRow.entry($0).settled(at: now) }
        }
    }
}

extension Records {
    /// Every message of a conversation that is not deleted, by time.
    public func allMessages(of channel: ChannelID, to last: MessageTime) async throws -> [MessageTime] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT posted FROM message
                WHERE workspace_id = \(workspace.text) AND channel_id = \(channel.text) AND NOT deleted
                    AND posted <= \(last.microseconds)
                ORDER BY posted
                """
            ).map { MessageTime(microseconds: try $0.integer("posted")) }
        }
    }

    /// Deletes names and addresses that Slack told of accounts, what waits to be worked on or sent, and import marks.
    public func eraseSlackAccounts(now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            for table: SQL in [
                "account", "slack_inbox", "slack_outbox", "slack_channel", "slack_token", "import_mark",
            ] {
                try connection.run("DELETE FROM \(table) WHERE workspace_id = \(workspace.text)")
            }
            try connection.note("slack data erased", on: workspace.text, by: "source", at: now, in: workspace)
            try connection.run("DELETE FROM slack_installation WHERE workspace_id = \(workspace.text)")
        }
    }
}
