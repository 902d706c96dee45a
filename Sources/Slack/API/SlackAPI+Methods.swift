public import Intake
public import Workspace

/// Who the token speaks for.
public struct SlackIdentity: Sendable, Hashable {
    /// The team's id.
    public let team: String
    /// The team's name.
    public let teamName: String
    /// The chat's address, `https://NAME.slack.com`.
    public let address: String?
    /// The account that the app speaks as.
    public let account: AccountID?
    /// The app's bot id.
    public let bot: AccountID?
    /// What the token may do.
    public let scopes: [String]
}

extension SlackAPI {
    /// Asks who the token speaks for.
    public func identity() async throws -> SlackIdentity {
        let answer = try await answer(to: .authTest)
        let body = answer.body
        let url = body["url"].words.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        return SlackIdentity(
            team: body["team_id"].words ?? "",
            teamName: body["team"].words ?? "",
            address: url,
            account: body["user_id"].words.map { AccountID($0) },
            bot: body["bot_id"].words.map { AccountID($0) },
            scopes: answer.scopes
        )
    }

    /// Walks through all pages of a list.
    ///
    /// A cursor that went stale begins the list again, once; what was handed on then comes again.
    public func pages(
        _ method: SlackMethod,
        _ arguments: WireValue,
        list: String,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        var cursor: String?
        var restarts = 0
        while true {
            let page: WireValue
            do {
                page = try await call(method, cursor.map { arguments.setting("cursor", to: .text($0)) } ?? arguments)
            } catch let fault as SlackFault where fault.word == "invalid_cursor" && cursor != nil && restarts < 3 {
                restarts += 1
                cursor = nil
                continue
            }
            try await take(page[list])
            guard let next = page["response_metadata"]["next_cursor"].words, next != cursor else { return }
            cursor = next
        }
    }

    /// Everybody, as user objects.
    public func users(_ take: (WireValue) async throws -> Void) async throws {
        try await pages(.usersList, ["limit": 200], list: "members", take)
    }

    /// One account.
    public func user(_ id: AccountID) async throws -> WireValue {
        try await call(.usersInfo, ["user": .text(id.text)])["user"]
    }

    /// The conversations that the app belongs to; private ones only where the token may.
    public func ownConversations(private hasPrivate: Bool, _ take: (WireValue) async throws -> Void) async throws {
        let types: WireValue = hasPrivate ? "public_channel,private_channel" : "public_channel"
        let arguments: WireValue = ["types": types, "exclude_archived": false, "limit": 200]
        try await pages(.ownConversations, arguments, list: "channels", take)
    }

    /// One conversation.
    public func conversation(_ id: ChannelID) async throws -> WireValue {
        try await call(.conversationsInfo, ["channel": .text(id.text)])["channel"]
    }

    /// The members of a conversation.
    public func members(of id: ChannelID) async throws -> [AccountID] {
        var members: [AccountID] = []
        try await pages(.conversationsMembers, ["channel": .text(id.text), "limit": 200], list: "members") { page in
            members += page.elements.compactMap(\.words).map { AccountID($0) }
        }
        return members
    }

    /// Joins a public channel; only where the company gave that scope.
    public func join(_ id: ChannelID) async throws {
        _ = try await call(.conversationsJoin, ["channel": .text(id.text)])
    }

    /// Messages of a channel from a moment on, newest first, replies left out.
    public func history(
        of id: ChannelID,
        from oldest: MessageTime?,
        to latest: MessageTime? = nil,
        limit: Int = 200,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        let arguments: WireValue = [
            "channel": .text(id.text), "limit": .integer(Int64(limit)), "oldest": oldest.map { .text($0.slack) },
            "latest": latest.map { .text($0.slack) }, "inclusive": oldest == nil && latest == nil ? nil : true,
        ]
        try await pages(.history, arguments, list: "messages", take)
    }

    /// The last messages up to a moment, in one page.
    public func page(of id: ChannelID, upTo latest: MessageTime, limit: Int) async throws -> WireValue {
        let arguments: WireValue = [
            "channel": .text(id.text), "limit": .integer(Int64(limit)), "latest": .text(latest.slack),
            "inclusive": true,
        ]
        return try await call(.history, arguments)["messages"]
    }

    /// True where Slack gives fifteen messages though more were asked for and are there.
    ///
    /// Then the app is not treated as the company's own. Nil where no channel has enough messages to tell.
    public func isHeldBack(in channels: [ChannelID]) async throws -> Bool? {
        for channel in channels {
            let page = try await call(.history, ["channel": .text(channel.text), "limit": 200])
            let count = page["messages"].elements.count
            if count > 15 { return false }
            if count == 15, page["has_more"].isTrue { return true }
        }
        return nil
    }

    /// A thread: its first message, then the replies, oldest first.
    public func replies(
        of root: MessageTime,
        in id: ChannelID,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        let arguments: WireValue = ["channel": .text(id.text), "ts": .text(root.slack), "limit": 200]
        try await pages(.replies, arguments, list: "messages", take)
    }

    /// Everybody who put a reaction under a message.
    public func reactions(under message: MessageID) async throws -> WireValue {
        let arguments: WireValue = [
            "channel": .text(message.channel.text), "timestamp": .text(message.time.slack), "full": true,
        ]
        return try await call(.reactions, arguments)["message"]
    }
}

/// Where and when something was posted.
public struct PostedMessage: Sendable, Hashable {
    /// The conversation, which for a person's id is the talk with the app.
    public let channel: ChannelID
    /// Slack's `ts`.
    public let ts: String

    /// Joins place and time.
    public init(channel: ChannelID, ts: String) {
        self.channel = channel
        self.ts = ts
    }
}

extension SlackAPI {
    /// Posts a message.
    public func post(_ message: OutgoingMessage, to channel: String) async throws -> PostedMessage {
        let answer = try await call(.postMessage, message.payload(to: channel))
        return PostedMessage(channel: ChannelID(answer["channel"].words ?? channel), ts: answer["ts"].words ?? "")
    }

    /// Shows a message to one person in a channel; it is gone when they look again.
    public func show(_ message: OutgoingMessage, to person: AccountID, in channel: ChannelID) async throws {
        let payload = message.payload(to: channel.text).setting("user", to: .text(person.text))
        _ = try await call(.postEphemeral, payload)
    }

    /// Replaces a message that the app posted.
    public func update(_ posted: PostedMessage, with message: OutgoingMessage) async throws {
        _ = try await call(.update, message.payload(to: posted.channel.text).setting("ts", to: .text(posted.ts)))
    }

    /// Opens a form; a trigger is good once and for three seconds.
    ///
    /// - Returns: the id of the view.
    public func open(_ view: Modal, trigger: String) async throws -> String {
        let answer = try await call(.openView, ["trigger_id": .text(trigger), "view": view.payload])
        return answer["view"]["id"].words ?? ""
    }

    /// Replaces an open form.
    public func update(view id: String, hash: String? = nil, with view: Modal) async throws {
        _ = try await call(.updateView, ["view_id": .text(id), "hash": hash.map { .text($0) }, "view": view.payload])
    }

    /// Puts up a person's home page.
    public func publish(_ home: Home, for person: AccountID) async throws {
        _ = try await call(.publishView, ["user_id": .text(person.text), "view": home.payload])
    }
}
