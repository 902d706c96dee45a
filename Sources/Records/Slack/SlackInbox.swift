import Store
import Workspace

/// One delivery of Slack as it waits to be worked on.
public struct KeptEnvelope: Sendable, Hashable {
    /// Slack's own id of what happened; the same when it comes again.
    public let id: String
    /// `event`, `command`, `interaction`.
    public let kind: String
    /// The payload, JSON; empty where nothing of it is kept, nil where it cannot be opened any more.
    public let payload: [UInt8]?
    /// When it came, microseconds since 1970 UTC.
    public let arrived: Int64
    /// How often it was tried.
    public let tries: Int

    /// Joins what is kept of a delivery.
    public init(id: String, kind: String, payload: [UInt8]?, arrived: Int64, tries: Int = 0) {
        self.id = id
        self.kind = kind
        self.payload = payload
        self.arrived = arrived
        self.tries = tries
    }
}

extension Records {
    /// Units: microseconds; Slack's last retry comes after an hour, delayed ones within a day.
    public static let rememberedDeliveries: Int64 = 26 * 3_600_000_000

    /// Stores deliveries, each once and sealed; one that is known changes nothing.
    ///
    /// - Returns: the ids that were new.
    public func keep(envelopes: [KeptEnvelope], vault: Vault) async throws -> Set<String> {
        guard !envelopes.isEmpty else { return [] }
        let workspace = workspace
        // Sealed before the transaction begins: whoever else writes does not wait for it.
        let sealing = SlackSealing(workspace: workspace, vault: vault)
        let sealed = try envelopes.map { try sealing.seal($0.payload ?? [], in: .inbox, key: $0.id) }
        return try await database.write { connection in
            let last =
                try connection.rows(
                    "SELECT coalesce(max(position), 0) AS last FROM slack_inbox WHERE workspace_id = \(workspace.text)"
                ).first?.integer("last") ?? 0
            var new: Set<String> = []
            let rows = zip(envelopes, sealed).enumerated().map { place, pair -> [SQLValue] in
                let (envelope, sealed) = pair
                return [
                    .text(workspace.text), .text(envelope.id), .text(envelope.kind), .bytes(sealed),
                    .integer(envelope.arrived), .integer(last + 1 + Int64(place)), .integer(0), .null,
                    .text(vault.keyID),
                ]
            }
            for rows in rows.batches(of: 100) {
                let kept = try connection.rows(
                    """
                    INSERT INTO slack_inbox
                        (workspace_id, envelope_id, kind, payload, arrived, position, tries, done, key_id)
                    VALUES \(rows: rows)
                    ON CONFLICT (workspace_id, envelope_id) DO NOTHING RETURNING envelope_id
                    """
                )
                for row in kept { new.insert(try row.text("envelope_id")) }
            }
            return new
        }
    }

    /// Deliveries that wait, in the order in which they came; those that failed often wait behind the others.
    public func waitingEnvelopes(limit: Int, tries: Int = 5, vault: Vault) async throws -> [KeptEnvelope] {
        let workspace = workspace
        let sealing = SlackSealing(workspace: workspace, vault: vault)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT envelope_id, kind, payload, arrived, tries, key_id FROM slack_inbox
                WHERE workspace_id = \(workspace.text) AND done IS NULL AND tries < \(Int64(tries))
                ORDER BY position LIMIT \(Int64(limit))
                """
            ).map { row in
                let id = try row.text("envelope_id")
                return KeptEnvelope(
                    id: id,
                    kind: try row.text("kind"),
                    payload: sealing.open(
                        try row.bytes("payload"),
                        under: try row.optionalText("key_id"),
                        in: .inbox,
                        key: id
                    ),
                    arrived: try row.integer("arrived"),
                    tries: Int(try row.integer("tries"))
                )
            }
        }
    }

    /// Deliveries that were worked on: their words go at once, their ids after a day and two hours.
    public func finish(envelopes ids: [String], now: Int64) async throws {
        guard !ids.isEmpty else { return }
        let workspace = workspace
        try await database.write { connection in
            for batch in ids.batches(of: 200) {
                try connection.run(
                    """
                    UPDATE slack_inbox SET done = \(now), payload = \([UInt8]())
                    WHERE workspace_id = \(workspace.text) AND envelope_id IN \(list: Array(batch))
                    """
                )
            }
        }
    }

    /// Counts a try that failed; after five the delivery is set aside with its words gone, and a backfill mends it.
    public func postpone(envelopes ids: [String], now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            for id in ids {
                try connection.run(
                    """
                    UPDATE slack_inbox SET tries = tries + 1
                    WHERE workspace_id = \(workspace.text) AND envelope_id = \(id)
                    """
                )
                try connection.run(
                    """
                    UPDATE slack_inbox SET payload = \([UInt8]())
                    WHERE workspace_id = \(workspace.text) AND envelope_id = \(id) AND tries >= 5
                    """
                )
            }
        }
    }

    /// Forgets the ids of deliveries that can no longer come again.
    public func forgetEnvelopes(now: Int64) async throws {
        let workspace = workspace
        let border = now - Self.rememberedDeliveries
        try await database.write { connection in
            // Two statements, each with an index of its own: one with OR reads every row while deliveries wait to be stored.
            try connection.run("DELETE FROM slack_inbox WHERE workspace_id = \(workspace.text) AND done < \(border)")
            try connection.run(
                """
                DELETE FROM slack_inbox
                WHERE workspace_id = \(workspace.text) AND done IS NULL AND tries >= 5 AND arrived < \(border)
                """
            )
        }
    }

    /// How many deliveries wait, how many were set aside, and when the last one came.
    public func inboxState() async throws -> InboxState {
        let workspace = workspace
        return try await database.read { connection in
            let row = try connection.rows(
                """
                SELECT count(*) FILTER (WHERE tries < 5) AS waiting, count(*) FILTER (WHERE tries >= 5) AS aside
                FROM slack_inbox WHERE workspace_id = \(workspace.text) AND done IS NULL
                """
            ).first
            let last = try connection.rows(
                """
                SELECT arrived FROM slack_inbox WHERE workspace_id = \(workspace.text) ORDER BY position DESC LIMIT 1
                """
            ).first
            return InboxState(
                waiting: Int(try row?.integer("waiting") ?? 0),
                setAside: Int(try row?.integer("aside") ?? 0),
                last: try last?.integer("arrived")
            )
        }
    }
}

/// How the queue of deliveries stands.
public struct InboxState: Sendable, Hashable {
    /// Still to be worked on.
    public let waiting: Int
    /// Failed five times.
    public let setAside: Int
    /// When the last delivery came, microseconds since 1970 UTC.
    public let last: Int64?
}
