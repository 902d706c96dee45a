import Store
public import Workspace

/// A message of the app that waits to be sent, or was.
public struct OutboxMessage: Sendable, Hashable {
    /// Names the message for good: the same key is sent once.
    public var key: String
    /// What sort of note it is; people switch sorts off.
    public var kind: String
    /// Whom it is for.
    public var account: AccountID
    /// Where it goes: the account itself, or a channel.
    public var target: String
    /// The message as Slack takes it, JSON.
    public var payload: [UInt8]
    /// When it may go, microseconds since 1970 UTC.
    public var due: Int64
    /// After this it is no longer worth sending.
    public var expires: Int64
    /// How often it was tried.
    public var tries: Int

    /// Joins what is kept of a message.
    public init(
        key: String,
        kind: String,
        account: AccountID,
        target: String,
        payload: [UInt8],
        due: Int64,
        expires: Int64,
        tries: Int = 0
    ) {
        self.key = key
        self.kind = kind
        self.account = account
        self.target = target
        self.payload = payload
        self.due = due
        self.expires = expires
        self.tries = tries
    }

    /// What became of a message.
    public enum State: String, Sendable, CaseIterable {
        /// It waits.
        case waiting
        /// It is being sent.
        case sending
        /// It was sent.
        case sent
        /// It was too late, switched off, or its sending was cut off and it may have arrived.
        case dropped
        /// Slack would not take it.
        case failed
    }
}

extension Records {
    /// Puts a message into the outbox, sealed; one whose key is known changes nothing.
    ///
    /// - Returns: whether it was new.
    @discardableResult
    public func keep(outgoing message: OutboxMessage, vault: Vault, now: Int64) async throws -> Bool {
        let workspace = workspace
        let sealing = SlackSealing(workspace: workspace, vault: vault)
        let sealed = try sealing.seal(message.payload, in: .outbox, key: message.key)
        return try await database.write { connection in
            try connection.run(
                """
                INSERT INTO slack_outbox
                    (workspace_id, key, kind, account_id, target, payload, due, expires, tries, state, moment, key_id)
                VALUES (\(workspace.text), \(message.key), \(message.kind), \(message.account.text), \(message.target),
                    \(sealed), \(message.due), \(message.expires), 0, 'waiting', \(now), \(vault.keyID))
                ON CONFLICT (workspace_id, key) DO NOTHING
                """
            ) > 0
        }
    }

    /// Takes messages that are due, so that nobody else sends them.
    ///
    /// Those that are too late are dropped; those whose sending was cut off ten minutes ago may have arrived, and are
    /// dropped as well: a note that is missing does less harm than one that comes twice.
    public func claimOutgoing(limit: Int, vault: Vault, now: Int64) async throws -> [OutboxMessage] {
        let workspace = workspace
        let sealing = SlackSealing(workspace: workspace, vault: vault)
        return try await database.write { connection in
            try connection.run(
                """
                UPDATE slack_outbox SET state = 'dropped', payload = \([UInt8]()), moment = \(now)
                WHERE workspace_id = \(workspace.text)
                    AND ((state = 'waiting' AND expires < \(now)) OR (state = 'sending' AND moment < \(now - 600_000_000)))
                """
            )
            return try connection.rows(
                """
                UPDATE slack_outbox SET state = 'sending', tries = tries + 1, moment = \(now)
                WHERE workspace_id = \(workspace.text) AND key IN (
                    SELECT key FROM slack_outbox
                    WHERE workspace_id = \(workspace.text) AND state = 'waiting' AND due <= \(now)
                    ORDER BY due, key LIMIT \(Int64(limit))
                )
                RETURNING key, kind, account_id, target, payload, due, expires, tries, key_id
                """
            ).map { row in
                let key = try row.text("key")
                let sealed = try row.bytes("payload")
                return OutboxMessage(
                    key: key,
                    kind: try row.text("kind"),
                    account: AccountID(try row.text("account_id")),
                    target: try row.text("target"),
                    // What cannot be opened any more is no message, and is dropped by whoever sends.
                    payload: sealing.open(sealed, under: try row.optionalText("key_id"), in: .outbox, key: key) ?? [],
                    due: try row.integer("due"),
                    expires: try row.integer("expires"),
                    tries: Int(try row.integer("tries"))
                )
            }
        }
    }

    /// Keeps what became of a message that was taken; its words go once it is done with.
    public func settle(
        outgoing key: String,
        as state: OutboxMessage.State,
        due: Int64? = nil,
        posted: String? = nil,
        countsTry: Bool = true,
        now: Int64
    ) async throws {
        let workspace = workspace
        let isWaiting = state == .waiting
        let untried: Int64 = countsTry ? 0 : 1
        try await database.write { connection in
            try connection.run(
                """
                UPDATE slack_outbox SET state = \(state.rawValue), moment = \(now), posted = \(posted),
                    due = coalesce(CAST(\(due) AS BIGINT), due), tries = tries - \(untried),
                    payload = CASE WHEN \(isWaiting) THEN payload ELSE \([UInt8]()) END
                WHERE workspace_id = \(workspace.text) AND key = \(key)
                """
            )
        }
    }

    /// How many messages wait for an account, some kinds left out.
    public func waitingCount(for account: AccountID, but kinds: Set<String> = []) async throws -> Int {
        let workspace = workspace
        return try await database.read { connection in
            Int(
                try connection.rows(
                    """
                    SELECT count(*) AS waiting FROM slack_outbox
                    WHERE workspace_id = \(workspace.text) AND account_id = \(account.text)
                        AND state IN ('waiting', 'sending') AND kind NOT IN \(list: kinds.sorted() + [""])
                    """
                ).first?.integer("waiting") ?? 0
            )
        }
    }

    /// How many messages an account was sent since a moment, some kinds left out.
    public func sentCount(to account: AccountID, since moment: Int64, but kinds: Set<String> = []) async throws -> Int {
        let workspace = workspace
        return try await database.read { connection in
            Int(
                try connection.rows(
                    """
                    SELECT count(*) AS sent FROM slack_outbox
                    WHERE workspace_id = \(workspace.text) AND account_id = \(account.text) AND state = 'sent'
                        AND moment >= \(moment) AND kind NOT IN \(list: kinds.sorted() + [""])
                    """
                ).first?.integer("sent") ?? 0
            )
        }
    }

    /// How many messages are in each state.
    public func outboxCounts() async throws -> [String: Int] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT state, count(*) AS messages FROM slack_outbox WHERE workspace_id = \(workspace.text)
                GROUP BY state
                """
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map { (try $0.text("state"), Int(try $0.integer("messages"))) }
            )
        }
    }
}

/// Messages that wait and quote what people said.
enum SlackOutboxRecall {
    /// Takes back every message that waits and may quote evidence: whose words it holds nobody can tell while it is sealed,
    /// and a note that is missing does less harm than one with words that were deleted.
    static func forget(now: Int64, workspace: WorkspaceID, on connection: any Connection) throws {
        try connection.run(
            """
            UPDATE slack_outbox SET state = 'dropped', payload = \([UInt8]()), moment = \(now)
            WHERE workspace_id = \(workspace.text) AND state = 'waiting'
                AND (kind IN ('prep', 'weekly') OR key LIKE 'saved %')
            """
        )
    }
}
