public import Workspace

/// Work that was given up, for whoever looks after it.
public struct JobPages: Sendable {
    /// The page.
    public var page: @Sendable (_ viewer: PersonID) async throws -> JobsPage
    /// Has work tried again, or lets it go; nothing happens where it is settled already.
    public var settle: @Sendable (_ viewer: PersonID, _ job: String, _ retries: Bool) async throws -> Void

    /// There is no such page unless told.
    public init() {
        page = { _ in throw PageRefusal.notFound }
        settle = { _, _, _ in throw PageRefusal.notFound }
    }
}
