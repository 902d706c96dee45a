public import Records
public import Slack

/// A token that Slack renews twice a day: kept sealed before it is used, asked for by one program at a time.
///
/// Source: `docs/methods.md`, "Slack, live".
public actor RotatingToken: SlackTokenSource {
    private let records: Records
    private let vault: Vault
    private let renewal: TokenRenewal
    private let now: @Sendable () -> Int64
    private var pair: SlackTokenPair?

    /// Units: microseconds before its end at which a token is renewed.
    static let margin: Int64 = 30 * 60_000_000

    /// Joins the kept pair with the way to the next one.
    public init(
        records: Records,
        vault: Vault,
        renewal: TokenRenewal,
        now: @escaping @Sendable () -> Int64
    ) {
        self.records = records
        self.vault = vault
        self.renewal = renewal
        self.now = now
    }

    /// Takes over the pair that somebody copied from Slack, unless one was kept before.
    ///
    /// Shape: `access` may be nil or spent; the first call then begins with a renewal.
    public func begin(access: String?, refresh: String) async throws {
        pair = try await records.slackTokens(vault: vault)
        guard pair == nil else { return }
        let first = SlackTokenPair(access: access ?? "", refresh: refresh, ends: access == nil ? 0 : .max)
        try await records.keep(first, vault: vault)
        pair = first
    }

    /// The token that is good now; renewed half an hour before it ends.
    public func current() async throws -> SlackToken {
        if let pair, pair.ends != .max, pair.ends - Self.margin < now() { _ = try await renew(after: nil) }
        guard let token = pair.flatMap({ SlackToken($0.access) }) else {
            throw SlackFault.refused(method: "oauth.v2.access", error: "not_authed", needed: nil, details: [])
        }
        return token
    }

    /// Gets another one after Slack said that this one expired.
    public func renew(after token: SlackToken) async throws -> Bool { try await renew(after: Optional(token)) }

    private func renew(after spent: SlackToken?) async throws -> Bool {
        // Another program, or another call of this one, may have been there first.
        for _ in 0..<20 {
            if let kept = try await records.slackTokens(vault: vault), kept != pair {
                pair = kept
                if isGood(kept, after: spent) { return true }
            }
            if let pair, spent != nil, SlackToken(pair.access) != spent { return true }
            if try await records.claimSlackTokens(now: now()) { return try await ask() }
            try await Task.sleep(for: .milliseconds(250))
        }
        return false
    }

    private func isGood(_ kept: SlackTokenPair, after spent: SlackToken?) -> Bool {
        spent.map { SlackToken(kept.access) != $0 } ?? (kept.ends - Self.margin >= now())
    }

    private func ask() async throws -> Bool {
        guard let pair = try await records.slackTokens(vault: vault) ?? pair else { return false }
        do {
            let next = try await renewal.renew(pair.refresh)
            let new = SlackTokenPair(
                access: next.access,
                refresh: next.refresh,
                ends: now() + next.seconds * 1_000_000
            )
            // Kept before it is used: a pair that is lost cannot be asked for again.
            try await records.keep(new, vault: vault)
            self.pair = new
            return true
        } catch {
            try await records.releaseSlackTokens()
            throw error
        }
    }
}
