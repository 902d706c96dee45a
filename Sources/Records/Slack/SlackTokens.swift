import Store
import Workspace

/// A pair of tokens as Slack renews them: one to speak with, one to get the next pair with.
public struct SlackTokenPair: Sendable, Hashable {
    /// What calls are made with.
    public let access: String
    /// What the next pair is asked for with; good once.
    public let refresh: String
    /// When `access` ends, microseconds since 1970 UTC.
    public let ends: Int64

    /// Joins the two.
    public init(access: String, refresh: String, ends: Int64) {
        self.access = access
        self.refresh = refresh
        self.ends = ends
    }
}

extension Records {
    /// The pair that was kept last; nil where none was, or where it cannot be opened any more.
    public func slackTokens(vault: Vault) async throws -> SlackTokenPair? {
        let workspace = workspace
        let sealing = SlackSealing(workspace: workspace, vault: vault)
        return try await database.read { connection in
            let row = try connection.rows("SELECT * FROM slack_token WHERE workspace_id = \(workspace.text)").first
            guard let row,
                let bytes = sealing.open(
                    try row.bytes("sealed"),
                    under: try row.text("key_id"),
                    in: .token,
                    key: "pair"
                )
            else { return nil }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            guard lines.count == 2 else { return nil }
            return SlackTokenPair(access: lines[0], refresh: lines[1], ends: try row.integer("ends"))
        }
    }

    /// Keeps a pair, sealed, before anybody uses it; whoever claimed the renewing gives it back.
    public func keep(_ pair: SlackTokenPair, vault: Vault) async throws {
        let workspace = workspace
        let sealing = SlackSealing(workspace: workspace, vault: vault)
        let sealed = try sealing.seal(Array("\(pair.access)\n\(pair.refresh)".utf8), in: .token, key: "pair")
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO slack_token (workspace_id, key_id, sealed, ends, claimed)
                VALUES (\(workspace.text), \(vault.keyID), \(sealed), \(pair.ends), \(Int64?.none))
                ON CONFLICT (workspace_id) DO UPDATE SET
                    key_id = excluded.key_id, sealed = excluded.sealed, ends = excluded.ends, claimed = NULL
                """
            )
        }
    }

    /// Claims the renewing, so that of several programs one asks: a refresh token is good once.
    ///
    /// - Returns: false while somebody else who claimed it within the last minute is at it.
    public func claimSlackTokens(now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            try connection.run(
                """
                UPDATE slack_token SET claimed = \(now)
                WHERE workspace_id = \(workspace.text) AND coalesce(claimed, 0) < \(now - 60_000_000)
                """
            ) > 0
        }
    }

    /// Gives the claim back after a failure.
    public func releaseSlackTokens() async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run("UPDATE slack_token SET claimed = NULL WHERE workspace_id = \(workspace.text)")
        }
    }
}
