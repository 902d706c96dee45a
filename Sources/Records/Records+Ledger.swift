public import Evidence
import Store
public import Workspace

extension Records {
    /// Evidence about one person, oldest first, with states as of a moment; withdrawn entries left out.
    ///
    /// Units: `now` in microseconds since 1970 UTC; it decides what has settled and leaves out what came later.
    public func entries(about subject: PersonID, now: Int64) async throws -> [LedgerEntry] {
        try await entries(
            where: "evidence.subject = \(subject.text) AND evidence.posted <= \(now) AND evidence.state <> 'withdrawn'",
            now: now
        )
    }

    /// Evidence about everybody, by person and time.
    public func entriesByPerson(now: Int64) async throws -> [PersonID: [LedgerEntry]] {
        let all = try await entries(
            where: "evidence.posted <= \(now) AND evidence.state <> 'withdrawn'",
            now: now
        )
        return Dictionary(grouping: all, by: \.subject)
    }

    /// One piece of evidence, withdrawn or not; nil when there is none under this id.
    public func entry(_ id: EntryID, now: Int64) async throws -> LedgerEntry? {
        try await entries(where: "evidence.entry_id = \(id.text)", now: now).first
    }

    private func entries(where condition: SQL, now: Int64) async throws -> [LedgerEntry] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT evidence.*, channel.name AS channel_name
                FROM evidence LEFT JOIN channel
                    ON channel.workspace_id = evidence.workspace_id AND channel.channel_id = evidence.channel_id
                WHERE evidence.workspace_id = \(workspace.text) AND \(condition)
                ORDER BY evidence.posted, evidence.entry_id
                """
            ).map { try EvidenceRow.entry($0).settled(at: now) }
        }
    }

    /// Puts evidence into the episodes that it belongs to; rows that already say so are left alone.
    public func set(episodes: [EntryID: EpisodeID]) async throws {
        let workspace = workspace
        let ordered = episodes.sorted { $0.key < $1.key }
        try await database.write { connection in
            for (entry, episode) in ordered {
                try connection.run(
                    """
                    UPDATE evidence SET episode = \(episode.text)
                    WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.text) AND episode <> \(episode.text)
                    """
                )
            }
        }
    }

    /// Does something about a piece of evidence and writes down who did it.
    ///
    /// Errors: `RecordError.noSuchEntry`, `RecordError.notFrom` where the entry's state does not allow the act.
    public func perform(
        _ act: EvidenceAct,
        on id: EntryID,
        by actor: PersonID,
        reason: String = "",
        now: Int64
    ) async throws {
        guard let entry = try await entry(id, now: now) else { throw RecordError.noSuchEntry(id.text) }
        guard let state = entry.state.after(act) else {
            throw RecordError.notFrom(state: entry.state.rawValue, act: act.rawValue)
        }
        let workspace = workspace
        let settled = state == .settled ? now : entry.settledAt
        let shown = act == .show ? now : entry.shownAt
        try await database.write { connection in
            try connection.run(
                """
                UPDATE evidence SET state = \(state.rawValue), shown_at = \(shown), settled_at = \(settled),
                    quote = \(state == .withdrawn ? "" : entry.quote)
                WHERE workspace_id = \(workspace.text) AND entry_id = \(id.text)
                """
            )
            var audit = try AuditChain(workspace: workspace, on: connection)
            let name = state == .withdrawn ? "withdrawn" : act.rawValue
            audit.append(.init(actor: actor.text, name: name, object: id.text, detail: reason), at: now)
            try audit.flush(on: connection)
        }
    }
}
