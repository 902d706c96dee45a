public import Intake
public import Slack
public import Workspace

/// What can be asked of the chat itself: the truth, where events are only a hint.
///
/// Shape: lists of objects as Slack's Web API gives them. Errors: `SlackFault`.
public protocol ChatHistory: Sendable {
    /// Everybody, page by page.
    func users(_ take: (WireValue) async throws -> Void) async throws
    /// The conversations that the app belongs to, page by page.
    func channels(private hasPrivate: Bool, _ take: (WireValue) async throws -> Void) async throws
    /// One conversation.
    func channel(_ id: ChannelID) async throws -> WireValue
    /// Messages between two moments, both included, replies left out; page by page, newest first.
    func messages(
        of channel: ChannelID,
        from oldest: MessageTime?,
        to latest: MessageTime?,
        _ take: (WireValue) async throws -> Void
    ) async throws
    /// The last messages up to a moment, replies left out.
    func messages(of channel: ChannelID, before latest: MessageTime, limit: Int) async throws -> WireValue
    /// A thread with its first message, page by page.
    func thread(
        _ root: MessageTime,
        in channel: ChannelID,
        _ take: (WireValue) async throws -> Void
    ) async throws
}

extension SlackAPI: ChatHistory {
    /// The conversations that the app belongs to, page by page.
    public func channels(private hasPrivate: Bool, _ take: (WireValue) async throws -> Void) async throws {
        try await ownConversations(private: hasPrivate, take)
    }

    /// One conversation.
    public func channel(_ id: ChannelID) async throws -> WireValue { try await conversation(id) }

    /// Messages between two moments, both included, replies left out; page by page, newest first.
    public func messages(
        of channel: ChannelID,
        from oldest: MessageTime?,
        to latest: MessageTime?,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        try await history(of: channel, from: oldest, to: latest, take)
    }

    /// The last messages up to a moment, replies left out.
    public func messages(of channel: ChannelID, before latest: MessageTime, limit: Int) async throws -> WireValue {
        try await page(of: channel, upTo: latest, limit: limit)
    }

    /// A thread with its first message, page by page.
    public func thread(
        _ root: MessageTime,
        in channel: ChannelID,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        try await replies(of: root, in: channel, take)
    }
}
