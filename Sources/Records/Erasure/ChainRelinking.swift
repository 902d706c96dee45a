import Store
import Workspace

/// Links a chain of before the covers anew, once; what the former chain said of itself is kept in the entry that says so.
///
/// Source: `docs/methods.md`, "Erasure".
struct ChainRelinking {
    let workspace: WorkspaceID
    let connection: any Connection

    /// Whether there are entries without a cover.
    static func isDue(workspace: WorkspaceID, on connection: any Connection) throws(StoreError) -> Bool {
        try !connection.rows(
            "SELECT position FROM audit WHERE workspace_id = \(workspace.text) AND cover IS NULL LIMIT 1"
        ).isEmpty
    }

    /// Gives each entry a cover and a new place in the chain, then writes down the former head and where it did not fit.
    func run() throws {
        var former: [UInt8] = []
        var hash: [UInt8] = []
        var last: (position: Int64, moment: Int64) = (0, 0)
        var faults: [Int64] = []
        while true {
            let rows = try connection.rows(
                """
                SELECT position, moment, actor, act, object, detail, hash FROM audit
                WHERE workspace_id = \(workspace.text) AND position > \(last.position) ORDER BY position LIMIT 2000
                """
            )
            guard !rows.isEmpty else { break }
            for row in rows {
                let (act, position, moment) = (
                    try AuditChain.Act(row), try row.integer("position"), try row.integer("moment")
                )
                let kept = try row.bytes("hash")
                let expected = AuditChain.plainLink(
                    act,
                    position: position,
                    moment: moment,
                    workspace: workspace,
                    after: former
                )
                if expected != kept || position != last.position + 1 { faults.append(position) }
                former = kept
                let salt = AuditChain.freshSalt()
                let cover = AuditChain.cover(of: act, salt: salt)
                hash = AuditChain.link(
                    cover,
                    act: act.name,
                    position: position,
                    moment: moment,
                    workspace: workspace,
                    after: hash
                )
                try connection.run(
                    """
                    UPDATE audit SET hash = \(hash), salt = \(salt), cover = \(cover)
                    WHERE workspace_id = \(workspace.text) AND position = \(position)
                    """
                )
                last = (position, moment)
            }
        }
        guard last.position > 0 else { return }
        let places = faults.prefix(20).map(String.init).joined(separator: ", ")
        try connection.note(
            AuditChain.relinked,
            on: String(last.position),
            by: "crosstie",
            detail: Digest.hexadecimal(former) + (faults.isEmpty ? "" : "; did not fit at \(places)"),
            at: last.moment,
            in: workspace
        )
    }
}

extension Records {
    /// Links the workspace's chain anew where it is of before the covers.
    func relinkChain() async throws {
        let workspace = workspace
        guard try await database.read({ try ChainRelinking.isDue(workspace: workspace, on: $0) }) else { return }
        try await database.write { connection in
            // Another process may have done so meanwhile.
            guard try ChainRelinking.isDue(workspace: workspace, on: connection) else { return }
            try ChainRelinking(workspace: workspace, connection: connection).run()
        }
    }
}
