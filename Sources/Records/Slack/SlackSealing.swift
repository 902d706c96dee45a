import Workspace

/// What waits to be worked on or sent, sealed so that the database's bytes alone tell nobody what was said.
///
/// Source: `docs/methods.md`, "Slack, live". The kind of queue and the row's key are bound in, so that nothing that is sealed can be passed
/// off as something else.
struct SlackSealing {
    let workspace: WorkspaceID
    let vault: Vault

    /// Which queue.
    enum Queue: String {
        case inbox
        case outbox
        case token
    }

    func seal(_ bytes: [UInt8], in queue: Queue, key: String) throws(VaultError) -> [UInt8] {
        bytes.isEmpty ? [] : try vault.seal(bytes, at: place(queue, key))
    }

    /// What is sealed under a key's id; nil where it is another's key or damaged.
    func open(_ sealed: [UInt8], under keyID: String?, in queue: Queue, key: String) -> [UInt8]? {
        // Rows of before the sealing, and rows without words.
        guard let keyID, !sealed.isEmpty else { return sealed }
        guard keyID == vault.keyID else { return nil }
        return try? vault.bytes(of: sealed, at: place(queue, key))
    }

    private func place(_ queue: Queue, _ key: String) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .waiting, occasion: "slack \(queue.rawValue)", person: key)
    }
}
