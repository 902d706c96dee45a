public import Evidence
import Store
import Workspace

/// One thing that was done to a piece of evidence, as the audit has it.
public struct EntryAct: Sendable, Hashable {
    /// Who: a person's id, `reader` or `console`.
    public let actor: String
    /// What, as the audit names it.
    public let name: String
    /// The reason or the context that was given; empty for none.
    public let words: String
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
}

extension Records {
    /// How the audit names context that a subject added.
    public static let contextAdded = "context added"

    /// What people did to a piece of evidence, oldest first.
    public func acts(on id: EntryID) async throws -> [EntryAct] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT actor, act, detail, moment FROM audit
                WHERE workspace_id = \(workspace.text) AND object = \(id.text)
                    AND act IN ('accept', 'contest', 'uphold', 'correct', 'withdrawn', \(Self.contextAdded))
                ORDER BY position
                """
            ).map {
                EntryAct(
                    actor: try $0.text("actor"),
                    name: try $0.text("act"),
                    words: try $0.text("detail"),
                    moment: try $0.integer("moment")
                )
            }
        }
    }
}
