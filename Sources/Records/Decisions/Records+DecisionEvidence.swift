public import Evidence
import Store
public import Workspace

extension Records {
    /// Evidence of decisions that no decision of the ledger rests on and nobody dismissed, oldest first.
    ///
    /// Shape: `people` is nil for everybody; `since` and `until` are the first and last moment, microseconds since 1970 UTC;
    /// `confidence` is how sure the reader must have been; `now` decides what has settled; of more than `limit` the newest
    /// are taken.
    public func undecidedEvidence(
        of people: [PersonID]?,
        since: Int64,
        until: Int64,
        confidence: Double,
        now: Int64,
        limit: Int
    ) async throws -> [LedgerEntry] {
        let some: SQL = people.map { "AND evidence.subject IN \(list: $0.map(\.text))" } ?? ""
        return try await evidence(
            """
            evidence.kind = 'decision' AND evidence.posted BETWEEN \(since) AND \(until)
                AND evidence.confidence >= \(confidence)
                AND evidence.state NOT IN ('captured', 'contested', 'withdrawn') \(some)
                AND NOT EXISTS (
                    SELECT 1 FROM decision_source
                    WHERE decision_source.workspace_id = evidence.workspace_id
                        AND decision_source.entry_id = evidence.entry_id
                )
            """,
            now: now,
            limit: limit
        )
    }

    /// Later talk that a decision may meet again: in the same threads, about the same matters, or by the same people in the
    /// same channels; oldest first, nothing that is contested or gone.
    ///
    /// Shape: `subjects` narrows it to evidence about these people, which is quick; nil for everybody's.
    public func laterEvidence(
        than sources: [LedgerEntry],
        deciders: [PersonID],
        about subjects: [PersonID]? = nil,
        after moment: Int64,
        now: Int64,
        limit: Int
    ) async throws -> [LedgerEntry] {
        var places: [SQL] = []
        for source in sources.prefix(20) {
            if let thread = source.thread {
                places.append(
                    """
                    (evidence.channel_id = \(source.message.channel.text)
                        AND evidence.thread = \(thread.microseconds))
                    """
                )
            }
            for matter in source.matters.prefix(5) {
                places.append("evidence.matters LIKE \("%" + Self.escaped(matter) + "%") ESCAPE '!'")
            }
        }
        let channels = Set(sources.map(\.message.channel.text)).sorted()
        places.append(
            """
            (evidence.kind = 'decision' AND evidence.channel_id IN \(list: channels)
                AND evidence.subject IN \(list: deciders.map(\.text)))
            """
        )
        let some: SQL = subjects.map { "AND evidence.subject IN \(list: $0.map(\.text))" } ?? ""
        // Keys lead with the time, so that what came before is not looked at.
        let first = EntryID.prefix(of: MessageTime(microseconds: moment))
        let anywhere = places.dropFirst().reduce(places[0]) { "\($0) OR \($1)" }
        return try await evidence(
            """
            evidence.entry_id >= \(first) AND evidence.posted > \(moment) AND evidence.posted <= \(now) \(some)
                AND evidence.state NOT IN ('captured', 'contested', 'withdrawn') AND (\(anywhere))
            """,
            now: now,
            limit: limit
        )
    }

    /// Pieces of evidence by id, withdrawn ones among them; those that are gone altogether are missing.
    public func entries(_ ids: [EntryID], now: Int64) async throws -> [EntryID: LedgerEntry] {
        var found: [EntryID: LedgerEntry] = [:]
        for batch in Set(ids).sorted().batches(of: 400) {
            let entries = try await evidence(
                "evidence.entry_id IN \(list: batch.map(\.text))",
                now: now,
                limit: batch.count
            )
            for entry in entries { found[entry.id] = entry }
        }
        return found
    }

    private func evidence(_ condition: SQL, now: Int64, limit: Int) async throws -> [LedgerEntry] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT evidence.*, channel.name AS channel_name
                FROM evidence LEFT JOIN channel
                    ON channel.workspace_id = evidence.workspace_id AND channel.channel_id = evidence.channel_id
                WHERE evidence.workspace_id = \(workspace.text) AND \(condition)
                ORDER BY evidence.posted DESC, evidence.entry_id DESC LIMIT \(limit)
                """
            )
            return try rows.reversed().map { try EvidenceRow.entry($0).settled(at: now) }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
    }
}
