import Store
public import Workspace

extension Records {
    /// Takes over a source's accounts; a later copy replaces an earlier one.
    public func keep(accounts: [Account]) async throws {
        let rows = accounts.map { row(of: $0) }
        try await database.write { connection in
            for batch in rows.batches(of: 200) {
                try connection.run(
                    """
                    INSERT INTO account (workspace_id, account_id, name, real_name, handle, email, sort, deactivated, bot_id)
                    VALUES \(rows: batch)
                    ON CONFLICT (workspace_id, account_id) DO UPDATE SET
                        name = excluded.name, real_name = excluded.real_name, handle = excluded.handle,
                        email = coalesce(excluded.email, account.email), sort = excluded.sort,
                        deactivated = excluded.deactivated, bot_id = excluded.bot_id
                    """
                )
            }
        }
    }

    /// Takes over a source's channels; an entry that the source changed earlier never replaces a later one.
    public func keep(channels: [Channel]) async throws {
        let rows = channels.map { row(of: $0) }
        try await database.write { connection in
            for batch in rows.batches(of: 200) {
                try connection.run(
                    """
                    INSERT INTO channel (workspace_id, channel_id, name, audience, archived, listed, updated)
                    VALUES \(rows: batch)
                    ON CONFLICT (workspace_id, channel_id) DO UPDATE SET
                        name = excluded.name, audience = excluded.audience, archived = excluded.archived,
                        listed = excluded.listed, updated = excluded.updated
                    WHERE excluded.updated >= channel.updated
                    """
                )
            }
        }
    }

    /// All channels, by id.
    public func channels() async throws -> [Channel] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT * FROM channel WHERE workspace_id = \(workspace.text) ORDER BY channel_id"
            ).map(Channel.init)
        }
    }

    private func row(of account: Account) -> [SQLValue] {
        [
            .text(workspace.text), .text(account.id.text), .text(account.name), account.realName.sqlValue,
            account.handle.sqlValue, account.email.sqlValue, .text(account.sort.rawValue),
            .boolean(account.deactivated), (account.bot?.text).sqlValue,
        ]
    }

    private func row(of channel: Channel) -> [SQLValue] {
        [
            .text(workspace.text), .text(channel.id.text), .text(channel.name), .text(channel.audience.rawValue),
            .boolean(channel.archived), .boolean(channel.listed), .integer(channel.updated),
        ]
    }
}

extension Channel {
    fileprivate init(_ row: SQLRow) throws {
        let word = try row.text("audience")
        guard let audience = Audience(rawValue: word) else {
            throw RecordError.unknownWord(column: "audience", word: word)
        }
        self.init(
            id: ChannelID(try row.text("channel_id")),
            name: try row.text("name"),
            audience: audience,
            archived: try row.boolean("archived"),
            listed: try row.boolean("listed"),
            updated: try row.integer("updated")
        )
    }
}
