import Store
public import Workspace

extension Records {
    /// Keeps a new action; the audit hears that there is one, not what it says.
    public func keep(_ row: ActionRow, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO agreed_action (workspace_id, action_id, person_id, manager_id, words, owner_id, agreed, due,
                    state, closed, carried)
                VALUES (\(workspace.text), \(row.id), \(row.pair.person.text), \(row.pair.manager.text), \(row.words),
                    \(row.owner.text), \(row.agreed.days), \(row.due?.days), \(row.state), \(row.closed?.days),
                    \(row.carried))
                """
            )
            try connection.note("action agreed", on: row.id, by: actor, at: now, in: workspace)
        }
    }

    /// Writes what came of an action, as long as it is open and nobody else was quicker.
    ///
    /// - Returns: false when it was closed or carried over meanwhile.
    public func follow(_ row: ActionRow, carriedBefore: Int, by actor: String, now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let changed = try connection.run(
                """
                UPDATE agreed_action SET state = \(row.state), closed = \(row.closed?.days), due = \(row.due?.days),
                    carried = \(row.carried)
                WHERE workspace_id = \(workspace.text) AND action_id = \(row.id) AND state = 'open'
                    AND carried = \(carriedBefore)
                """
            )
            guard changed > 0 else { return false }
            let act = row.state == "open" ? "action carried over" : "action \(row.state)"
            try connection.note(act, on: row.id, by: actor, at: now, in: workspace)
            return true
        }
    }

    /// The actions of a pair: all that are open, and those closed since a day, the newest first.
    public func actions(of pair: PairKey, closedSince day: CivilDate) async throws -> [ActionRow] {
        try await actions(
            where:
                "person_id = \(pair.person.text) AND manager_id = \(pair.manager.text) AND (state = 'open' OR closed >= \(day.days))"
        )
    }

    /// The action under a key; nil when there is none.
    public func action(_ id: String) async throws -> ActionRow? { try await actions(where: "action_id = \(id)").first }

    private func actions(where condition: SQL) async throws -> [ActionRow] {
        let workspace = workspace
        @Sendable func day(_ days: Int64?) -> CivilDate? { days.map { CivilDate(days: Int($0)) } }
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT action_id, person_id, manager_id, words, owner_id, agreed, due, state, closed, carried
                FROM agreed_action WHERE workspace_id = \(workspace.text) AND \(condition)
                ORDER BY agreed DESC, action_id LIMIT 200
                """
            ).map {
                ActionRow(
                    id: try $0.text("action_id"),
                    pair: try Self.pair($0),
                    words: try $0.text("words"),
                    owner: PersonID(try $0.text("owner_id")),
                    agreed: CivilDate(days: Int(try $0.integer("agreed"))),
                    due: day(try $0.optionalInteger("due")),
                    state: try $0.text("state"),
                    closed: day(try $0.optionalInteger("closed")),
                    carried: Int(try $0.integer("carried"))
                )
            }
        }
    }
}
