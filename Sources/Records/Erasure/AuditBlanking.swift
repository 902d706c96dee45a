import Store
import Workspace

/// Takes a person out of what the audit says; the covers stay, and with them the chain.
struct AuditBlanking {
    let traces: PersonTraces
    let workspace: WorkspaceID
    let connection: any Connection
    let now: Int64
    private(set) var count = 0

    init(traces: PersonTraces, workspace: WorkspaceID, connection: any Connection, now: Int64) {
        self.traces = traces
        self.workspace = workspace
        self.connection = connection
        self.now = now
    }

    /// Blanks every entry that is by the person, about them, or names them, and has the audit own up to each.
    mutating func run(by actor: String, report: ErasureReport) throws {
        var chain = try AuditChain(workspace: workspace, on: connection)
        var after: Int64 = 0
        while true {
            let rows = try connection.rows(
                """
                SELECT position, actor, act, object, detail FROM audit
                WHERE workspace_id = \(workspace.text) AND position > \(after) ORDER BY position LIMIT 2000
                """
            )
            guard let last = rows.last else { break }
            after = try last.integer("position")
            for row in rows {
                let position = try row.integer("position")
                guard let act = blank(try AuditChain.Act(row), at: position) else { continue }
                try write(act, at: position, into: &chain)
            }
        }
        for entry in traces.said.sorted() {
            chain.append(
                .init(
                    actor: "crosstie",
                    name: AuditChain.withdrawn,
                    object: entry,
                    detail: "said by \(PersonTraces.left)"
                ),
                at: now
            )
        }
        chain.append(
            .init(
                actor: actor,
                name: AuditChain.erased,
                object: PersonTraces.left,
                detail:
                    "evidence \(report.evidence), said of others \(report.said), messages \(report.messages), other rows \(report.rows - report.evidence), entries of the audit \(count)"
            ),
            at: now
        )
        try chain.flush(on: connection)
    }

    private mutating func write(_ act: AuditChain.Act, at position: Int64, into chain: inout AuditChain) throws {
        let salt = AuditChain.freshSalt()
        try connection.run(
            """
            UPDATE audit SET actor = \(act.actor), object = \(act.object), detail = \(act.detail), salt = \(salt)
            WHERE workspace_id = \(workspace.text) AND position = \(position)
            """
        )
        chain.append(
            .init(
                actor: "crosstie",
                name: AuditChain.blanked,
                object: String(position),
                detail: Digest.hexadecimal(AuditChain.cover(of: act, salt: salt))
            ),
            at: now
        )
        count += 1
    }

    /// What the entry says without the person; nil where it says nothing of them.
    private func blank(_ act: AuditChain.Act, at position: Int64) -> AuditChain.Act? {
        let isOwn = traces.ids.contains(act.actor)
        let actor = isOwn ? PersonTraces.left : traces.without(act.actor, isKey: true) ?? act.actor
        let tokens = act.object.split(separator: " ").map(String.init)
        let isGone = tokens.contains { traces.gone.contains($0) }
        let isSaid = traces.said.contains(act.object)
        var object = traces.without(act.object, isKey: true) ?? act.object
        var detail = traces.without(act.detail, isKey: true) ?? act.detail
        if tokens.contains(where: { traces.ids.contains($0) }) {
            object = tokens.map { traces.ids.contains($0) ? PersonTraces.left : $0 }.joined(separator: " ")
        }
        if traces.ids.contains(act.detail) { detail = PersonTraces.left }
        if isGone { object = "something that was erased" }
        // The person's own words, and digests of what is gone.
        if isOwn || isGone || isSaid || traces.captures.contains(position) { detail = "" }
        guard actor != act.actor || object != act.object || detail != act.detail else { return nil }
        return AuditChain.Act(actor: actor, name: act.name, object: object, detail: detail)
    }
}
