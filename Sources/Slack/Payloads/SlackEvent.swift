public import Intake
public import Workspace

/// What happened, as far as it matters here.
///
/// Source: Slack documentation, "Events API types".
public enum SlackEvent: Sendable, Hashable {
    /// A message came, changed or went; read by `WireReading` with the rules of an export.
    case message(MessageEvent)
    /// Somebody put a reaction under a message, or took it away.
    case reaction(ReactionEvent)
    /// Somebody joined or left a channel.
    case membership(AccountID, ChannelID, joined: Bool)
    /// An account was made or changed; the user object.
    case user(WireValue)
    /// A channel's object changed: made, renamed, opened or closed. What is not said stays as it was.
    case channel(ChannelID, ChannelChange)
    /// Somebody opened the app's home.
    case homeOpened(AccountID, tab: String)
    /// Somebody called the app by name; the words come as a message too.
    case mention(AccountID, MessageID?)
    /// The app was taken out of the workspace.
    case uninstalled
    /// Tokens are no longer good.
    case tokensRevoked(bots: [AccountID], people: [AccountID])
    /// Of a kind that nothing is done with.
    case other(String)

    /// What happened to a channel.
    public enum ChannelChange: Sendable, Hashable {
        /// Made, or its object changed.
        case object(WireValue)
        /// A new name.
        case renamed(String)
        /// Closed for new messages, or open again.
        case archived(Bool)
        /// The channel is no more.
        case deleted
        /// The app no longer belongs to it.
        case left
        /// Its id is another one now.
        case movedTo(ChannelID)
        /// It was public and is private now.
        case madePrivate
    }

    init(_ event: WireValue) {
        let type = event["type"].words ?? "no type"
        let channel = (event["channel"].words ?? event["channel"]["id"].words).map { ChannelID($0) }
        switch type {
        case "message": self = MessageEvent(event).map { .message($0) } ?? .other("message without a place")
        case "reaction_added", "reaction_removed": self = ReactionEvent(event).map { .reaction($0) } ?? .other(type)
        case "app_mention":
            let time = event["ts"].words.flatMap { MessageTime(slack: $0) }
            let message = channel.flatMap { channel in time.map { MessageID(channel: channel, time: $0) } }
            self = event["user"].words.map { .mention(AccountID($0), message) } ?? .other(type)
        case "member_joined_channel", "member_left_channel":
            guard let user = event["user"].words, let channel else {
                self = .other(type)
                return
            }
            self = .membership(AccountID(user), channel, joined: type == "member_joined_channel")
        case "user_change", "team_join": self = event["user"].isObject ? .user(event["user"]) : .other(type)
        case "app_home_opened":
            self =
                event["user"].words.map { .homeOpened(AccountID($0), tab: event["tab"].words ?? "home") }
                ?? .other(type)
        case "app_uninstalled": self = .uninstalled
        case "tokens_revoked":
            func accounts(_ kind: String) -> [AccountID] {
                event["tokens"][kind].elements.compactMap(\.words).map { AccountID($0) }
            }
            self = .tokensRevoked(bots: accounts("bot"), people: accounts("oauth"))
        default:
            let old = event["old_channel_id"].words.map { ChannelID($0) }
            if let known = channel ?? old, let change = ChannelChange(type, event) {
                self = .channel(known, change)
            } else {
                self = .other(type)
            }
        }
    }
}

extension SlackEvent.ChannelChange {
    fileprivate init?(_ type: String, _ event: WireValue) {
        switch type {
        case "channel_created": self = .object(event["channel"])
        case "channel_rename", "group_rename":
            guard let name = event["channel"]["name"].words else { return nil }
            self = .renamed(name)
        case "channel_archive", "group_archive": self = .archived(true)
        case "channel_unarchive", "group_unarchive": self = .archived(false)
        case "channel_deleted", "group_deleted": self = .deleted
        case "channel_left", "group_left": self = .left
        case "channel_id_changed":
            guard let new = event["new_channel_id"].words else { return nil }
            self = .movedTo(ChannelID(new))
        case "channel_convert_to_private": self = .madePrivate
        default: return nil
        }
    }
}

/// A message that came, changed or went.
public struct MessageEvent: Sendable, Hashable {
    /// Where.
    public let channel: ChannelID
    /// `channel`, `group`, `im`, `mpim`, `app_home`; nil where Slack leaves it out.
    public let kind: String?
    /// The message object, or the wrapper that says what became of another.
    public let body: WireValue
    /// Which message it is about: of a wrapper, the one inside.
    public let target: MessageTime?
    /// True for words that an app wrote, ours among them.
    public let bot: AccountID?
    /// The app that wrote it.
    public let app: String?
    /// Who wrote it.
    public let user: AccountID?

    init?(_ event: WireValue) {
        guard let channel = event["channel"].words else { return nil }
        self.channel = ChannelID(channel)
        kind = event["channel_type"].words
        body = event
        let inner = event["message"].isObject ? event["message"] : event
        let named = event["deleted_ts"].words ?? inner["ts"].words
        target = named.flatMap { MessageTime(slack: $0) }
        bot = inner["bot_id"].words.map { AccountID($0) }
        app = inner["app_id"].words ?? inner["bot_profile"]["app_id"].words
        user = inner["user"].words.map { AccountID($0) }
    }

    /// True for talk that is never read: of two people, of a group, or with the app itself.
    public var isDirect: Bool {
        switch kind {
        case "im", "mpim", "app_home": true
        case "channel", "group": false
        default: channel.text.hasPrefix("D")
        }
    }
}

/// A reaction that came or went.
public struct ReactionEvent: Sendable, Hashable {
    /// Under which message.
    public let message: MessageID
    /// Whose it is.
    public let user: AccountID
    /// The emoji with its skin tone.
    public let name: String
    /// True when it came.
    public let isAdded: Bool
    /// When; tells which of two came later.
    public let at: MessageTime?

    init?(_ event: WireValue) {
        let item = event["item"]
        guard item["type"].words == "message", let channel = item["channel"].words,
            let time = item["ts"].words.flatMap({ MessageTime(slack: $0) }), let user = event["user"].words,
            let name = event["reaction"].words
        else { return nil }
        message = MessageID(channel: ChannelID(channel), time: time)
        self.user = AccountID(user)
        self.name = name
        isAdded = event["type"].words == "reaction_added"
        at = event["event_ts"].words.flatMap { MessageTime(slack: $0) }
    }
}
