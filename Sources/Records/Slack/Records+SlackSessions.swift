import Store
public import Workspace

extension Records {
    /// Ends the sessions of whoever is behind accounts that were deactivated, and takes back their sign-in links and tokens.
    public func endSessions(of accounts: [AccountID], now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            var audit = try AuditChain(workspace: workspace, on: connection)
            for batch in accounts.batches(of: 200) {
                let people = try connection.rows(
                    """
                    SELECT person_id FROM person
                    WHERE workspace_id = \(workspace.text) AND account_id IN \(list: batch.map(\.text))
                    """
                ).map { try $0.text("person_id") }
                for person in people {
                    guard try Self.endWaysIn(of: person, workspace: workspace, on: connection) > 0 else { continue }
                    let act = AuditChain.Act(
                        actor: "source",
                        name: "sessions ended",
                        object: person,
                        detail: "the account was deactivated"
                    )
                    audit.append(act, at: now)
                }
            }
            try audit.flush(on: connection)
        }
    }
}
