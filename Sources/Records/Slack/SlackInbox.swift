import Store
import Workspace

/// One delivery of Slack as it waits to be worked on.
public struct KeptEnvelope: Sendable, Hashable {
    /// Slack's own id of what happened; the same when it comes again.
    public let id: String
    /// `event`, `command`, `interaction`.
    public let kind: String
    /// The payload, JSON.
    public let payload: [UInt8]
    /// When it came, microseconds since 1970 UTC.
    public let arrived: Int64
    /// How often it was tried.
    public let tries: Int

    /// Joins what is kept of a delivery.
    public init(id: String, kind: String, payload: [UInt8], arrived: Int64, tries: Int = 0) {
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

    /// Stores deliveries, each once; one that is known changes nothing.
    ///
    /// - Returns: the ids that were new.
    public func keep(envelopes: [KeptEnvelope]) async throws -> Set<String> {
        guard !envelopes.isEmpty else { return [] }
        let workspace = workspace
        return try await database.write { connection in
            let last =
                try connection.rows(
                    "SELECT coalesce(max(position), 0) AS last FROM slack_inbox WHERE workspace_id = \(workspace.text)"
                ).first?.integer("last") ?? 0
            var new: Set<String> = []
            let rows = envelopes.enumerated().map { place, envelope -> [SQLValue] in
                [
                    .text(workspace.text), .text(envelope.id), .text(envelope.kind), .bytes(envelope.payload),
                    .integer(envelope.arrived), .integer(last + 1 + Int64(place)), .integer(0), .null,
                ]
            }
            for rows in rows.batches(of: 100) {
                let kept = try connection.rows(
                    """
                    INSERT INTO slack_inbox
                        (workspace_id, envelope_id, kind, payload, arrived, position, tries, done)
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
    public func waitingEnvelopes(limit: Int, tries: Int = 5) async throws -> [KeptEnvelope] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT envelope_id, kind, payload, arrived, tries FROM slack_inbox
                WHERE workspace_id = \(workspace.text) AND done IS NULL AND tries < \(Int64(tries))
                ORDER BY position LIMIT \(Int64(limit))
                """
            ).map { row in
                KeptEnvelope(
                    id: try row.text("envelope_id"),
                    kind: try row.text("kind"),
                    payload: try row.bytes("payload"),
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
            try connection.run(
                """
                DELETE FROM slack_inbox WHERE workspace_id = \(workspace.text)
                    AND (done < \(border) OR (tries >= 5 AND arrived < \(border)))
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
                SELECT count(*) FILTER (WHERE done IS NULL AND tries < 5) AS waiting,
                    count(*) FILTER (WHERE done IS NULL AND tries >= 5) AS aside, max(arrived) AS last
                FROM slack_inbox WHERE workspace_id = \(workspace.text)
                """
            ).first
            return InboxState(
                waiting: Int(try row?.integer("waiting") ?? 0),
                setAside: Int(try row?.integer("aside") ?? 0),
                last: try row?.optionalInteger("last")
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
