public import Intake

/// The app's manifest, to be pasted into Slack: least scopes, not distributed, made by each company for itself.
///
/// Source: Slack documentation, "App manifests".
public struct AppManifest: Sendable, Hashable {
    /// How Slack reaches us.
    public enum Delivery: Sendable, Hashable {
        /// We open connections to Slack; no public address is needed.
        case socket
        /// Slack calls this address, `https://HOST`.
        case http(site: String)
    }

    /// How Slack reaches us.
    public var delivery: Delivery
    /// True where private channels that invite the app are to be read.
    public var privateChannels: Bool
    /// What the app is called in the workspace.
    public var name: String
    /// `https://HOST`, for signing in with Slack; nil to leave it out.
    public var signIn: String?
    /// True where Slack renews the tokens twice a day; it cannot be switched off again.
    public var rotatesTokens: Bool

    /// A manifest for Socket Mode and public channels unless told otherwise.
    public init(
        delivery: Delivery = .socket,
        privateChannels: Bool = false,
        name: String = "Crosstie",
        signIn: String? = nil,
        rotatesTokens: Bool = false
    ) {
        self.delivery = delivery
        self.privateChannels = privateChannels
        self.name = name.prefixed(35)
        self.signIn = signIn
        self.rotatesTokens = rotatesTokens
    }

    /// What the bot may do, and why it needs it.
    public static let scopes: [(name: String, reason: String)] = [
        ("commands", "commands and shortcuts"),
        ("chat:write", "answers and notes to people"),
        ("users:read", "who is who"),
        ("users:read.email", "to match accounts with the people file"),
        ("channels:read", "which public channels invited the app"),
        ("channels:history", "messages of those channels"),
        ("reactions:read", "thanks that are one emoji"),
        ("app_mentions:read", "help when somebody calls the app"),
    ]

    /// What private channels need besides.
    public static let privateScopes: [(name: String, reason: String)] = [
        ("groups:read", "which private channels invited the app"),
        ("groups:history", "messages of those channels, where they are named"),
    ]

    /// What the app is told of.
    public var events: [String] {
        let always = [
            "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_created",
            "channel_deleted", "channel_id_changed", "channel_left", "channel_rename", "channel_unarchive",
            "member_joined_channel", "member_left_channel", "message.channels", "reaction_added", "reaction_removed",
            "team_join", "tokens_revoked", "user_change",
        ]
        return always + (privateChannels ? ["group_left", "group_rename", "message.groups"] : [])
    }

    /// The commands that the app answers to.
    public static let commands: [(name: String, words: String, hint: String)] = [
        (
            "/crosstie", "What is kept about you, prep for a 1:1, and what this app does",
            "about | prep @person | notes | stop | start | help"
        ),
        ("/kudos", "Thank somebody for a piece of work", "@person what they did and what it changed"),
        (
            "/feedback", "Tell somebody what you saw, or ask what others saw",
            "@person what you saw | ask @colleague what about"
        ),
    ]

    /// As Slack takes it, JSON.
    public var payload: WireValue {
        var bot = Self.scopes.map { WireValue.text($0.name) }
        if privateChannels { bot += Self.privateScopes.map { .text($0.name) } }
        var oauth: WireValue = [
            "scopes": ["bot": .list(bot), "user": signIn == nil ? nil : ["openid", "email", "profile"]]
        ]
        if let signIn { oauth = oauth.setting("redirect_urls", to: [.text(signIn + "/sign-in/provider/back")]) }
        return [
            "_metadata": ["major_version": 1, "minor_version": 1],
            "display_information": [
                "name": .text(name),
                "description": "1:1 prep, thanks and review notes from what your team already says in Slack.",
                "background_color": "#1d3b53",
            ],
            "features": [
                "app_home": [
                    // The app writes there and does not read: it asks for no permission to.
                    "home_tab_enabled": true, "messages_tab_enabled": true, "messages_tab_read_only_enabled": true,
                ],
                "bot_user": ["display_name": "crosstie", "always_online": false],
                "shortcuts": [
                    [
                        "name": "Thank somebody", "type": "global", "callback_id": "give_kudos",
                        "description": "Thank somebody for a piece of work",
                    ],
                    [
                        "name": "Save as evidence", "type": "message", "callback_id": "save_evidence",
                        "description": "Keep this message as evidence; whoever it is about is told",
                    ],
                ],
                "slash_commands": .list(Self.commands.map(command)),
            ],
            "oauth_config": oauth,
            "settings": settings,
        ]
    }

    private func command(_ command: (name: String, words: String, hint: String)) -> WireValue {
        [
            "command": .text(command.name), "url": address("commands"), "description": .text(command.words),
            "usage_hint": .text(command.hint), "should_escape": true,
        ]
    }

    private var settings: WireValue {
        [
            "event_subscriptions": [
                "request_url": address("events"), "bot_events": .list(events.map { .text($0) }),
            ],
            "interactivity": ["is_enabled": true, "request_url": address("interactions")],
            "org_deploy_enabled": false,
            "socket_mode_enabled": .bool(delivery == .socket),
            "token_rotation_enabled": .bool(rotatesTokens),
        ]
    }

    private func address(_ path: String) -> WireValue? {
        guard case .http(let site) = delivery else { return nil }
        return .text("\(site)/slack/\(path)")
    }
}
