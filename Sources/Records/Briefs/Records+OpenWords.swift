public import Evidence
public import Signals
import Store
import Workspace

extension Records {
    /// Evidence of some kinds that was said in public channels, counts, and is about people who let themselves be named; the
    /// newest first.
    ///
    /// Units: microseconds since 1970 UTC. Shape: at most `limit` pieces that were posted from `first` on.
    public func openWords(
        of kinds: [SignalKind],
        from first: Int64,
        now: Int64,
        limit: Int = 200
    ) async throws -> [LedgerEntry] {
        let workspace = workspace
        let named = try await networkChoices().filter { $0.value.named && !$0.value.hidden }.map(\.key.text).sorted()
        guard !named.isEmpty, !kinds.isEmpty else { return [] }
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT evidence.*, channel.name AS channel_name
                FROM evidence JOIN channel
                    ON channel.workspace_id = evidence.workspace_id AND channel.channel_id = evidence.channel_id
                WHERE evidence.workspace_id = \(workspace.text) AND channel.audience = 'public'
                    AND evidence.kind IN \(list: kinds.map(\.rawValue)) AND evidence.subject IN \(list: named)
                    AND evidence.posted >= \(first) AND evidence.posted <= \(now)
                    AND evidence.state IN ('shown', 'settled', 'corrected')
                ORDER BY evidence.posted DESC, evidence.entry_id
                LIMIT \(Int64(limit))
                """
            ).map { try EvidenceRow.entry($0).settled(at: now) }.filter(\.state.counts)
        }
    }
}
