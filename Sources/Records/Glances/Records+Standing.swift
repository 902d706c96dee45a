public import Evidence
import Store
public import Workspace

/// A person's evidence as it stands at a moment, and how long it does so while nothing is written.
public struct StandingEvidence: Sendable {
    /// The oldest first, with states as of the moment; withdrawn entries left out.
    public let entries: [LedgerEntry]
    /// When time alone changes it, microseconds since 1970 UTC: something settles, or its day comes; nil for never.
    public let until: Int64?
}

extension Records {
    /// The evidence about some people, as `entries(about:now:)` gives it for each, in one consistent view.
    public func standing(of subjects: [PersonID], now: Int64) async throws -> [PersonID: StandingEvidence] {
        let workspace = workspace
        return try await database.read { connection in
            var found: [PersonID: StandingEvidence] = [:]
            for subject in subjects {
                let entries = try Self.entries(
                    where: """
                        evidence.subject = \(subject.text) AND evidence.posted <= \(now)
                            AND evidence.state <> 'withdrawn'
                        """,
                    now: now,
                    workspace: workspace,
                    on: connection
                )
                let next = try connection.rows(
                    """
                    SELECT min(posted) AS posted FROM evidence
                    WHERE workspace_id = \(workspace.text) AND subject = \(subject.text) AND posted > \(now)
                        AND state <> 'withdrawn'
                    """
                ).first?.optionalInteger("posted")
                let settling = entries.compactMap { $0.state == .shown ? $0.settlesAt : nil }.min()
                found[subject] = StandingEvidence(
                    entries: entries,
                    until: [next ?? nil, settling].compactMap(\.self).min()
                )
            }
            return found
        }
    }

    /// The name of every channel.
    public func channelNames() async throws -> [ChannelID: String] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                "SELECT channel_id, name FROM channel WHERE workspace_id = \(workspace.text)"
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map { (ChannelID(try $0.text("channel_id")), try $0.text("name")) }
            )
        }
    }
}
