import Store
public import Workspace

extension Records {
    /// Who was asked for feedback and has not answered yet; nothing that is sealed is opened.
    public func waitingForFeedback(now: Int64) async throws -> [PersonID] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT colleague FROM feedback_request
                WHERE workspace_id = \(workspace.text) AND stage IS NULL AND expires > \(now) ORDER BY colleague
                """
            ).map { PersonID(try $0.text("colleague")) }
        }
    }
}
