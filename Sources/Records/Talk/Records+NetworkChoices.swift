import Store
public import Workspace

/// What somebody chose about the card that tells who called them.
public struct NetworkChoice: Sendable, Hashable {
    /// True when the card is gone for everybody, the manager among them.
    public var hidden: Bool
    /// True when the person may be named to others who look for somebody to ask.
    public var named: Bool

    /// Joins the two; unless told, the card is shown and nobody is named to others.
    public init(hidden: Bool = false, named: Bool = false) {
        self.hidden = hidden
        self.named = named
    }
}

extension Records {
    /// Everybody's choices, by person; whoever never chose is not among them.
    public func networkChoices() async throws -> [PersonID: NetworkChoice] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                "SELECT person_id, hidden, named FROM network_choice WHERE workspace_id = \(workspace.text)"
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    let choice = NetworkChoice(hidden: try $0.boolean("hidden"), named: try $0.boolean("named"))
                    return (PersonID(try $0.text("person_id")), choice)
                }
            )
        }
    }

    /// Keeps what somebody chose, and writes it down.
    public func keep(_ choice: NetworkChoice, of person: PersonID, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO network_choice (workspace_id, person_id, hidden, named, moment)
                VALUES (\(workspace.text), \(person.text), \(choice.hidden), \(choice.named), \(now))
                ON CONFLICT (workspace_id, person_id) DO UPDATE SET
                    hidden = excluded.hidden, named = excluded.named, moment = excluded.moment
                """
            )
            let detail =
                "\(choice.hidden ? "card hidden" : "card shown"), \(choice.named ? "named to others" : "not named")"
            try connection.note("calls chosen", on: person.text, by: actor, detail: detail, at: now, in: workspace)
        }
    }
}
