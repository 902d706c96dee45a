/// A place where people talk.
public struct Channel: Sendable, Hashable, Identifiable {
    /// The source's id.
    public var id: ChannelID
    /// The present name, without `#`.
    public var name: String
    /// Who can see it.
    public var audience: Audience
    /// True for a channel that was closed for new messages.
    public var archived: Bool
    /// False for a folder of messages that no list of the export names.
    public var listed: Bool
    /// When the source last changed the entry, microseconds since 1970 UTC; 0 when unknown.
    public var updated: Int64

    /// Makes a channel; only id and name are needed.
    public init(
        id: ChannelID,
        name: String,
        audience: Audience = .everyone,
        archived: Bool = false,
        listed: Bool = true,
        updated: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.audience = audience
        self.archived = archived
        self.listed = listed
        self.updated = updated
    }

    /// Who can see a conversation; decides whether it may be read at all.
    public enum Audience: String, Sendable, Hashable, CaseIterable {
        /// Public: everybody of the company.
        case everyone = "public"
        /// Private: the invited. Read only where the company says so for this channel.
        case invited = "private"
        /// Several people. Never read unless named one by one.
        case group
        /// Two people. Never read.
        case direct
        /// Comments on a shared document.
        case document
    }
}
