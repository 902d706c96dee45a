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

    /// One piece of evidence, withdrawn or not; nil when there is none under this id.
    public func entry(_ id: EntryID, now: Int64) async throws -> LedgerEntry? {
        try await entries(where: "evidence.entry_id = \(id.text)", now: now).first
    }

    func entries(where condition: SQL, now: Int64) async throws -> [LedgerEntry] {
        let workspace = workspace
        return try await database.read { connection in
            try Self.entries(where: condition, now: now, workspace: workspace, on: connection)
        }
    }

    static func entries(
        where condition: SQL,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> [LedgerEntry] {
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

    /// Everybody about whom there is evidence, by id.
    public func subjects() async throws -> [PersonID] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT DISTINCT subject FROM evidence WHERE workspace_id = \(workspace.text) ORDER BY subject"
            ).map { PersonID(try $0.text("subject")) }
        }
    }

    /// Puts all evidence about a person into the episodes that it belongs to.
    ///
    /// Reading and finding happen outside the writing transaction, so that several people can be worked on at once. Where
    /// something was written meanwhile they are done again inside it, so that nothing that came in between is left out.
    ///
    /// Units: `now`, the moment that the audit writes down, in microseconds since 1970 UTC.
    public func groupEpisodes(about subject: PersonID, now: Int64) async throws {
        let workspace = workspace
        let (read, place) = try await database.read { connection in
            (try Self.regrouped(subject, in: workspace, on: connection), try Self.place(in: workspace, on: connection))
        }
        guard !read.isEmpty else { return }
        try await database.write { connection in
            let isOld = try Self.place(in: workspace, on: connection) != place
            let changed = isOld ? try Self.regrouped(subject, in: workspace, on: connection) : read
            guard !changed.isEmpty else { return }
            for batch in changed.batches(of: 250) {
                try connection.run(
                    """
                    WITH new (id, name) AS (VALUES \(rows: batch.map { [.text($0.key.text), .text($0.value.text)] }))
                    UPDATE evidence SET episode = new.name FROM new
                    WHERE evidence.workspace_id = \(workspace.text) AND evidence.entry_id = new.id
                    """
                )
            }
            // Whoever keeps evidence in memory has to hear of it.
            try connection.note(
                AuditChain.grouped,
                on: subject.text,
                by: "reader",
                detail: "\(changed.count) pieces of evidence",
                at: now,
                in: workspace
            )
        }
    }

    /// Whose episode is another one than the record says.
    private static func regrouped(
        _ subject: PersonID,
        in workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> [(key: EntryID, value: EpisodeID)] {
        var present: [EntryID: String] = [:]
        var traces: [EpisodeTrace] = []
        // Page by page: a person may have very many, and of a row only the trace is needed.
        while true {
            let last = traces.last
            let rows = try connection.rows(
                """
                SELECT entry_id, posted, channel_id, thread, matters, quote, episode FROM evidence
                WHERE workspace_id = \(workspace.text) AND subject = \(subject.text) AND state <> 'withdrawn'
                    AND (posted, entry_id) > (\(last?.moment ?? -1), \(last?.id.text ?? ""))
                ORDER BY posted, entry_id LIMIT 2000
                """
            )
            for row in rows {
                let trace = try EvidenceRow.trace(row)
                present[trace.id] = try row.text("episode")
                traces.append(trace)
            }
            if rows.count < 2000 { break }
        }
        return Episodes.group(traces).filter { present[$0.key] != $0.value.text }.sorted { $0.key < $1.key }
    }

    private static func place(in workspace: WorkspaceID, on connection: any Connection) throws -> Int64 {
        try connection.rows(
            "SELECT coalesce(max(position), 0) AS position FROM audit WHERE workspace_id = \(workspace.text)"
        ).first?.integer("position") ?? 0
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
        let isGone = state == .withdrawn
        let settled = state == .settled ? now : entry.settledAt
        let shown = act == .show ? now : entry.shownAt
        try await database.write { connection in
            try connection.run(
                """
                UPDATE evidence SET state = \(state.rawValue), shown_at = \(shown), settled_at = \(settled),
                    quote = \(isGone ? "" : entry.quote), link = \(isGone ? nil : entry.link),
                    matters = \(isGone ? "" : entry.matters.joined(separator: "\n"))
                WHERE workspace_id = \(workspace.text) AND entry_id = \(id.text)
                """
            )
            if isGone {
                try ReviewSealing.forget(id, now: now, workspace: workspace, on: connection)
                try RewordingSources.forget(id, workspace: workspace, on: connection)
            }
            let name = isGone ? AuditChain.withdrawn : act.rawValue
            try connection.note(name, on: id.text, by: actor.text, detail: reason, at: now, in: workspace)
        }
    }
}
