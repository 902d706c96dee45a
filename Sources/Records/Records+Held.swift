public import Evidence
import Store
public import Workspace

/// How much of somebody's talk in one channel is known, without words.
public struct TalkHeld: Sendable, Hashable {
    /// The channel's name; its id where no name is known.
    public let channel: String
    /// How many messages.
    public let messages: Int
    /// When the first was written, microseconds since 1970 UTC.
    public let first: Int64
    /// When the last was written, microseconds since 1970 UTC.
    public let last: Int64
}

/// One line of the audit that somebody wrote.
public struct ActHeld: Sendable, Hashable {
    /// Its place in the chain.
    public let position: Int64
    /// What was done, as the audit names it.
    public let act: String
    /// What it was done to.
    public let object: String
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
}

extension Records {
    /// Evidence about others that rests on a person's words, oldest first; withdrawn entries left out.
    ///
    /// Units: `now` in microseconds since 1970 UTC.
    public func entries(saidBy voice: PersonID, now: Int64) async throws -> [LedgerEntry] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT evidence.*, channel.name AS channel_name
                FROM evidence LEFT JOIN channel
                    ON channel.workspace_id = evidence.workspace_id AND channel.channel_id = evidence.channel_id
                WHERE evidence.workspace_id = \(workspace.text) AND evidence.voice_person = \(voice.text)
                    AND evidence.subject <> \(voice.text) AND evidence.posted <= \(now) AND evidence.state <> 'withdrawn'
                ORDER BY evidence.posted, evidence.entry_id
                """
            ).map { try EvidenceRow.entry($0).settled(at: now) }
        }
    }

    /// How much of an account's talk is known, by channel.
    public func talk(of account: AccountID) async throws -> [TalkHeld] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT message.channel_id AS channel_id, MAX(channel.name) AS name, COUNT(*) AS messages,
                    MIN(message.posted) AS first_posted, MAX(message.posted) AS last_posted
                FROM message LEFT JOIN channel
                    ON channel.workspace_id = message.workspace_id AND channel.channel_id = message.channel_id
                WHERE message.workspace_id = \(workspace.text) AND message.author = \(account.text)
                GROUP BY message.channel_id ORDER BY message.channel_id
                """
            ).map { row in
                TalkHeld(
                    channel: try row.optionalText("name") ?? (try row.text("channel_id")),
                    messages: Int(try row.integer("messages")),
                    first: try row.integer("first_posted"),
                    last: try row.integer("last_posted")
                )
            }
        }
    }

    /// What a person did, as the audit has it, oldest first.
    public func acts(by person: PersonID) async throws -> [ActHeld] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT position, act, object, moment FROM audit
                WHERE workspace_id = \(workspace.text) AND actor = \(person.text) ORDER BY position
                """
            ).map { row in
                ActHeld(
                    position: try row.integer("position"),
                    act: try row.text("act"),
                    object: try row.text("object"),
                    moment: try row.integer("moment")
                )
            }
        }
    }
}
