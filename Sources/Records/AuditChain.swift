import Store
import Workspace

/// The audit: each entry's hash covers the entry before it, so that nothing can be changed, dropped or moved unseen.
///
/// Source: `docs/methods.md`, "Audit".
struct AuditChain {
    /// Evidence came in; the detail is a digest of all of it.
    static let captured = "captured"
    /// Evidence has new words; the detail is a digest of its content.
    static let readAgain = "read again after an edit"
    /// Evidence about a person, the object, belongs to other episodes now.
    static let grouped = "episodes found"
    /// Evidence went; its words are gone.
    static let withdrawn = "withdrawn"

    let workspace: WorkspaceID
    private(set) var position: Int64
    private var hash: [UInt8]
    private var pending: [[SQLValue]] = []

    /// What was done to what.
    struct Act {
        let actor: String
        let name: String
        let object: String
        let detail: String
    }

    /// Continues the chain where the database left it.
    init(workspace: WorkspaceID, on connection: any Connection) throws(StoreError) {
        self.workspace = workspace
        let last = try connection.rows(
            "SELECT position, hash FROM audit WHERE workspace_id = \(workspace.text) ORDER BY position DESC LIMIT 1"
        ).first
        position = try last?.integer("position") ?? 0
        hash = try last?.bytes("hash") ?? []
    }

    /// The place that the next entry will have.
    var next: Int64 { position + 1 }

    /// Adds one entry; written by `flush`.
    mutating func append(_ act: Act, at moment: Int64) {
        position += 1
        hash = Self.link(act, position: position, moment: moment, workspace: workspace, after: hash)
        pending.append([
            .text(workspace.text), .integer(position), .integer(moment), .text(act.actor), .text(act.name),
            .text(act.object), .text(act.detail), .bytes(hash),
        ])
    }

    /// Writes the added entries.
    mutating func flush(on connection: any Connection) throws(StoreError) {
        for batch in pending.batches(of: 200) {
            try connection.run(
                """
                INSERT INTO audit (workspace_id, position, moment, actor, act, object, detail, hash)
                VALUES \(rows: batch)
                """
            )
        }
        pending = []
    }

    static func link(_ act: Act, position: Int64, moment: Int64, workspace: WorkspaceID, after hash: [UInt8]) -> [UInt8]
    {
        Digest.sha256(
            fields: [workspace.text, String(position), String(moment), act.actor, act.name, act.object, act.detail],
            after: hash
        )
    }
}

extension Connection {
    /// Adds one act to the audit: the form of nearly every change that a person makes.
    func note(
        _ act: String,
        on object: String,
        by actor: String,
        detail: String = "",
        at moment: Int64,
        in workspace: WorkspaceID
    ) throws(StoreError) {
        var audit = try AuditChain(workspace: workspace, on: self)
        audit.append(.init(actor: actor, name: act, object: object, detail: detail), at: moment)
        try audit.flush(on: self)
    }
}

extension Array {
    /// Slices of at most `size`, in order.
    func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
