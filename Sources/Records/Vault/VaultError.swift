/// Why sealed facts stay sealed.
public enum VaultError: Error, Sendable, Hashable {
    /// No key was handed over.
    case noKey
    /// A key has another number of bytes than 32.
    case badKey(bytes: Int)
    /// What is kept was sealed under another key; the first digits of both fingerprints.
    case wrongKey(kept: String, given: String)
    /// A sealed fact was changed, or moved from another person, workspace or purpose; whose it should be.
    case damaged(person: String, purpose: String)
}
