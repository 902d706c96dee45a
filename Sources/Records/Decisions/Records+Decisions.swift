public import Evidence
import Store
public import Workspace

extension Records {
    /// Decisions by day; of one person, or of everybody.
    public func decisions(by person: PersonID? = nil) async throws -> [DecisionRecord] {
        let workspace = workspace
        return try await database.read { connection in
            let some: SQL =
                person.map {
                    """
                    AND decision_id IN (
                        SELECT decision_id FROM decision_person
                        WHERE workspace_id = \(workspace.text) AND person_id = \($0.text)
                    )
                    """
                } ?? ""
            return try DecisionRow.records(on: connection, workspace: workspace, where: some)
        }
    }

    /// One decision with its history; nil when there is none under this id.
    public func decision(_ id: DecisionID) async throws -> DecisionRecord? {
        let workspace = workspace
        return try await database.read { connection in
            try DecisionRow.records(on: connection, workspace: workspace, where: "AND decision_id = \(id.text)").first
        }
    }

    /// Begins a decision with its first step; its number is given here.
    ///
    /// Shape: `entries` are the evidence that it rests on; `make` is told which decision of the ledger rests on any of it
    /// already.
    @discardableResult
    public func begin(
        decisionOn entries: [EntryID],
        _ make: @escaping @Sendable (_ taken: DecisionID?) throws -> DecisionEvent
    ) async throws -> DecisionRecord {
        let workspace = workspace
        return try await database.write { connection in
            let taken = try connection.rows(
                """
                SELECT decision.decision_id FROM decision_source
                    JOIN decision ON decision.workspace_id = decision_source.workspace_id
                        AND decision.decision_id = decision_source.decision_id
                WHERE decision_source.workspace_id = \(workspace.text)
                    AND decision_source.entry_id IN \(list: entries.map(\.text))
                    AND decision.state NOT IN ('dismissed', 'withdrawn')
                ORDER BY decision.number LIMIT 1
                """
            ).first
            let event = try make(try taken.map { DecisionID(try $0.text("decision_id")) })
            let last = try connection.rows(
                "SELECT coalesce(max(number), 0) AS last FROM decision WHERE workspace_id = \(workspace.text)"
            ).first?.integer("last")
            let number = Int(last ?? 0) + 1
            let id = DecisionID(number: number)
            guard let record = DecisionRecord(id, events: [event]) else {
                throw RecordError.notFrom(state: "nothing", act: event.act.rawValue)
            }
            try connection.run(
                """
                INSERT INTO decision (workspace_id, decision_id, number, state, day, begun)
                VALUES (\(workspace.text), \(id.text), \(number), \(record.state.rawValue),
                    \(record.content.day.days), \(event.moment))
                """
            )
            try Self.keep(event, of: record, workspace: workspace, on: connection)
            return record
        }
    }

    /// Adds one step to a decision's history.
    ///
    /// Shape: `record` is the decision after the step.
    /// Errors: `StoreError.conflict` when somebody else added a step meanwhile; nothing is changed then.
    public func add(_ event: DecisionEvent, to record: DecisionRecord) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                UPDATE decision SET state = \(record.state.rawValue), day = \(record.content.day.days)
                WHERE workspace_id = \(workspace.text) AND decision_id = \(record.id.text)
                """
            )
            try Self.keep(event, of: record, workspace: workspace, on: connection)
        }
    }

    private static func keep(
        _ event: DecisionEvent,
        of record: DecisionRecord,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO decision_event (workspace_id, decision_id, position, act, actor, moment, checkpoint, outcome,
                words, about, entries, content)
            VALUES \(rows: [DecisionRow.values(of: event, id: record.id, workspace: workspace)])
            """
        )
        if event.content != nil { try keepPlaces(of: record, workspace: workspace, on: connection) }
        try connection.note(
            DecisionRow.act(event.act),
            on: DecisionRow.object(record.id, event.position),
            by: event.actor.description,
            detail: DecisionRow.digest(of: event),
            at: event.moment,
            in: workspace
        )
    }

    /// By whom and by what a decision is found; written anew with its content.
    private static func keepPlaces(
        of record: DecisionRecord,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        for table: SQL in ["decision_person", "decision_source"] {
            try connection.run(
                "DELETE FROM \(table) WHERE workspace_id = \(workspace.text) AND decision_id = \(record.id.text)"
            )
        }
        let people = Set(record.content.deciders).sorted().map { person -> [SQLValue] in
            [.text(workspace.text), .text(person.text), .text(record.id.text)]
        }
        if !people.isEmpty {
            try connection.run(
                "INSERT INTO decision_person (workspace_id, person_id, decision_id) VALUES \(rows: people)"
            )
        }
        let sources = Set(record.content.entries).sorted().map { entry -> [SQLValue] in
            [.text(workspace.text), .text(entry.text), .text(record.id.text)]
        }
        for batch in sources.batches(of: 200) {
            try connection.run(
                "INSERT INTO decision_source (workspace_id, entry_id, decision_id) VALUES \(rows: batch)"
            )
        }
    }
}
