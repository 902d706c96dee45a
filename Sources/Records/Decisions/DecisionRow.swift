import Evidence
import Store
import Workspace

/// The tables `decision` and `decision_event`, both ways.
enum DecisionRow {
    static func records(
        on connection: any Connection,
        workspace: WorkspaceID,
        where condition: SQL = ""
    ) throws -> [DecisionRecord] {
        let rows = try connection.rows(
            """
            SELECT decision_id FROM decision WHERE workspace_id = \(workspace.text) \(condition)
            ORDER BY day, number
            """
        )
        let ids = try rows.map { DecisionID(try $0.text("decision_id")) }
        var events: [DecisionID: [DecisionEvent]] = [:]
        for batch in ids.batches(of: 400) {
            let some: SQL = "AND decision_id IN \(list: batch.map(\.text))"
            for (id, event) in try self.events(on: connection, workspace: workspace, where: some) {
                events[id, default: []].append(event)
            }
        }
        return ids.compactMap { DecisionRecord($0, events: events[$0] ?? []) }
    }

    static func events(
        on connection: any Connection,
        workspace: WorkspaceID,
        where condition: SQL = ""
    ) throws -> [(id: DecisionID, event: DecisionEvent)] {
        try connection.rows(
            """
            SELECT * FROM decision_event WHERE workspace_id = \(workspace.text) \(condition)
            ORDER BY decision_id, position
            """
        ).map { (DecisionID(try $0.text("decision_id")), try event($0)) }
    }

    static func values(of event: DecisionEvent, id: DecisionID, workspace: WorkspaceID) -> [SQLValue] {
        [
            .text(workspace.text), .text(id.text), .integer(Int64(event.position)), .text(event.act.rawValue),
            .text(event.actor.description), .integer(event.moment), (event.checkpoint?.days).sqlValue,
            (event.outcome?.rawValue).sqlValue, .text(event.words), event.about.sqlValue,
            .text(event.entries.map(\.text).joined(separator: "\n")),
            .text(event.content.map { DecisionText.text(of: $0) } ?? ""),
        ]
    }

    /// What the audit remembers of a step.
    static func digest(of event: DecisionEvent) -> String {
        let fields = [
            event.act.rawValue, event.actor.description, String(event.moment), String(event.checkpoint?.days ?? 0),
            event.outcome?.rawValue ?? "", event.words, String(event.about ?? 0),
            event.entries.map(\.text).joined(separator: "\n"),
            event.content.map { DecisionText.text(of: $0) } ?? "",
        ]
        return Digest.hexadecimal(Digest.sha256(fields: fields).prefix(16))
    }

    /// How the audit names a step.
    static func object(_ id: DecisionID, _ position: Int) -> String { "\(id.text) step \(position)" }
    /// How the audit names an act; all begin alike.
    static func act(_ act: DecisionAct) -> String { auditPrefix + act.rawValue }
    static let auditPrefix = "decision "

    /// Digests of all steps, by what the audit calls them.
    static func digests(on connection: any Connection, workspace: WorkspaceID) throws -> [String: String] {
        Dictionary(
            try events(on: connection, workspace: workspace).map {
                (object($0.id, $0.event.position), digest(of: $0.event))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Decisions that stand elsewhere than their history leads, and histories of none.
    static func misplaced(on connection: any Connection, workspace: WorkspaceID) throws -> [String] {
        var histories = Dictionary(grouping: try events(on: connection, workspace: workspace), by: \.id)
        var found: [String] = []
        for row in try connection.rows(
            "SELECT decision_id, state, day FROM decision WHERE workspace_id = \(workspace.text) ORDER BY decision_id"
        ) {
            let id = DecisionID(try row.text("decision_id"))
            let record = DecisionRecord(id, events: (histories.removeValue(forKey: id) ?? []).map(\.event))
            let day = Int(try row.integer("day"))
            if try record?.state.rawValue != row.text("state") || record?.content.day.days != day {
                found.append(id.text)
            }
        }
        return found + histories.keys.map(\.text).sorted()
    }

    private static func event(_ row: SQLRow) throws -> DecisionEvent {
        let act = try row.text("act")
        guard let known = DecisionAct(rawValue: act) else { throw RecordError.unknownWord(column: "act", word: act) }
        return DecisionEvent(
            position: Int(try row.integer("position")),
            act: known,
            actor: LedgerActor(try row.text("actor")),
            moment: try row.integer("moment"),
            checkpoint: try row.optionalInteger("checkpoint").flatMap { DecisionCheckpoint(rawValue: Int($0)) },
            outcome: try row.optionalText("outcome").map { text in
                guard let outcome = DecisionOutcome(rawValue: text) else {
                    throw RecordError.unknownWord(column: "outcome", word: text)
                }
                return outcome
            },
            words: try row.text("words"),
            about: try row.optionalInteger("about").map { Int($0) },
            entries: try row.text("entries").split(separator: "\n").map { EntryID(String($0)) },
            content: try DecisionText.content(try row.text("content"))
        )
    }
}
