public import Store
public import Workspace

extension Records {
    /// The workspaces that a database holds, by id.
    public static func workspaces(in database: any Database) async throws -> [WorkspaceID] {
        try await database.read { connection in
            // Every other question names its workspace; this one asks which there are.
            try connection.rows("SELECT workspace_id FROM workspace ORDER BY workspace_id").map {
                WorkspaceID(try $0.text("workspace_id"))
            }
        }
    }
}
