import Evidence
import Store
public import Workspace

extension Records {
    /// Keeps that a 1:1 took place; the first word about a day stands.
    ///
    /// - Returns: false when one of that day is kept already.
    public func keep(_ row: OneOnOneRow, by actor: String, now: Int64) async throws -> Bool {
        let workspace = workspace
        let told = row.told.map(\.text).joined(separator: " ")
        return try await database.write { connection in
            let made = try connection.run(
                """
                INSERT INTO one_on_one (workspace_id, one_on_one_id, person_id, manager_id, day, told, edge, asked)
                VALUES (\(workspace.text), \(row.id), \(row.pair.person.text), \(row.pair.manager.text), \(row.day.days),
                    \(told), \(row.edge), \(row.asked.joined(separator: " ")))
                ON CONFLICT (workspace_id, person_id, manager_id, day) DO NOTHING
                """
            )
            guard made > 0 else { return false }
            try connection.note("1:1 kept", on: row.id, by: actor, detail: row.day.description, at: now, in: workspace)
            return true
        }
    }

    /// The 1:1s of a pair, the newest first.
    public func oneOnOnes(of pair: PairKey) async throws -> [OneOnOneRow] {
        try await oneOnOnes(where: "person_id = \(pair.person.text) AND manager_id = \(pair.manager.text)")
    }

    /// The 1:1s of a person, with whomever, the newest first.
    public func oneOnOnes(of person: PersonID) async throws -> [OneOnOneRow] {
        try await oneOnOnes(where: "person_id = \(person.text)")
    }

    private func oneOnOnes(where condition: SQL) async throws -> [OneOnOneRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT one_on_one_id, person_id, manager_id, day, told, edge, asked FROM one_on_one
                WHERE workspace_id = \(workspace.text) AND \(condition)
                ORDER BY day DESC, one_on_one_id LIMIT 60
                """
            ).map {
                OneOnOneRow(
                    id: try $0.text("one_on_one_id"),
                    pair: try Self.pair($0),
                    day: CivilDate(days: Int(try $0.integer("day"))),
                    told: try $0.text("told").split(separator: " ").map { EpisodeID(String($0)) },
                    edge: try $0.optionalText("edge"),
                    asked: try $0.text("asked").split(separator: " ").map(String.init)
                )
            }
        }
    }

    static func pair(_ row: SQLRow) throws -> PairKey {
        PairKey(person: PersonID(try row.text("person_id")), manager: PersonID(try row.text("manager_id")))
    }
}
