public import Evidence
import Store
public import Workspace

/// An objection that nobody has answered.
public struct KeptObjection: Sendable, Hashable {
    /// What was objected to.
    public let entry: LedgerEntry
    /// Why.
    public let reason: String
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
}

extension Records {
    /// Objections that wait for an answer, about some people or about everybody, the oldest first.
    public func objections(about subjects: [PersonID]? = nil, now: Int64) async throws -> [KeptObjection] {
        let workspace = workspace
        let about: [ArraySlice<PersonID>?] = subjects.map { $0.batches(of: 200) } ?? [nil]
        var found: [KeptObjection] = []
        for some in about {
            let among: SQL = some.map { "AND evidence.subject IN \(list: $0.map(\.text))" } ?? ""
            found += try await database.read { connection in
                try connection.rows(
                    """
                    SELECT evidence.*, channel.name AS channel_name, audit.detail AS why, audit.moment AS objected
                    FROM evidence
                    LEFT JOIN channel
                        ON channel.workspace_id = evidence.workspace_id AND channel.channel_id = evidence.channel_id
                    JOIN audit ON audit.workspace_id = evidence.workspace_id AND audit.object = evidence.entry_id
                        AND audit.position = (
                            SELECT max(late.position) FROM audit AS late
                            WHERE late.workspace_id = evidence.workspace_id AND late.object = evidence.entry_id
                                AND late.act = 'contest'
                        )
                    WHERE evidence.workspace_id = \(workspace.text) AND evidence.state = 'contested' \(among)
                    """
                ).map {
                    KeptObjection(
                        entry: try EvidenceRow.entry($0).settled(at: now),
                        reason: try $0.text("why"),
                        moment: try $0.integer("objected")
                    )
                }
            }
        }
        return found.sorted { ($0.moment, $0.entry.id) < ($1.moment, $1.entry.id) }
    }
}
