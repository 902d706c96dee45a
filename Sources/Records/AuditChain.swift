private import Crypto
import Store
import Workspace

/// The audit: each entry's hash covers the entry before it, so that nothing can be changed, dropped or moved unseen.
///
/// The chain runs over a cover of what an entry says, not over its words: a hash with a random salt beside it. When somebody is
/// erased, words and salt go and the cover stays, so that the chain still holds and nobody can guess from it what was said.
/// Source: `docs/methods.md`, "Audit" and "Erasure".
struct AuditChain {
    /// Evidence came in; the detail is a digest of all of it.
    static let captured = "captured"
    /// Evidence has new words; the detail is a digest of its content.
    static let readAgain = "read again after an edit"
    /// Evidence about a person, the object, belongs to other episodes now.
    static let grouped = "episodes found"
    /// Evidence went; its words are gone.
    static let withdrawn = "withdrawn"
    /// The chain was linked anew with covers; the detail is the former head.
    static let relinked = "chain linked anew"
    /// What the entry at the object's place says was blanked by an erasure; the detail is the cover of what it says now.
    static let blanked = "entry blanked"
    /// What the audit is to remember of something after an erasure: the detail, or nothing where it is gone.
    static let restated = "stated anew"
    /// Somebody was erased.
    static let erased = "person erased"

    let workspace: WorkspaceID
    private(set) var position: Int64
    private(set) var hash: [UInt8]
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
        let salt = Self.freshSalt()
        let cover = Self.cover(of: act, salt: salt)
        hash = Self.link(cover, act: act.name, position: position, moment: moment, workspace: workspace, after: hash)
        pending.append([
            .text(workspace.text), .integer(position), .integer(moment), .text(act.actor), .text(act.name),
            .text(act.object), .text(act.detail), .bytes(hash), .bytes(salt), .bytes(cover),
        ])
    }

    /// Writes the added entries.
    mutating func flush(on connection: any Connection) throws(StoreError) {
        for batch in pending.batches(of: 200) {
            try connection.run(
                """
                INSERT INTO audit (workspace_id, position, moment, actor, act, object, detail, hash, salt, cover)
                VALUES \(rows: batch)
                """
            )
        }
        pending = []
    }

    /// Sixteen bytes from the system's own source of randomness.
    static func freshSalt() -> [UInt8] { SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) } }

    /// What stands in the chain for who did it, to what, and how.
    static func cover(of act: Act, salt: [UInt8]) -> [UInt8] {
        Digest.sha256(fields: [act.actor, act.object, act.detail], after: salt)
    }

    /// An entry's hash: over its cover, its act, its place and the entry before it.
    static func link(
        _ cover: [UInt8],
        act: String,
        position: Int64,
        moment: Int64,
        workspace: WorkspaceID,
        after hash: [UInt8]
    ) -> [UInt8] {
        Digest.sha256(
            fields: [workspace.text, String(position), String(moment), act, Digest.hexadecimal(cover)],
            after: hash
        )
    }

    /// The hash of an entry before there were covers.
    static func plainLink(
        _ act: Act,
        position: Int64,
        moment: Int64,
        workspace: WorkspaceID,
        after hash: [UInt8]
    ) -> [UInt8] {
        Digest.sha256(
            fields: [workspace.text, String(position), String(moment), act.actor, act.name, act.object, act.detail],
            after: hash
        )
    }
}

extension AuditChain.Act {
    /// Reads what an entry of the audit says.
    init(_ row: SQLRow) throws(StoreError) {
        self.init(
            actor: try row.text("actor"),
            name: try row.text("act"),
            object: try row.text("object"),
            detail: try row.text("detail")
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
