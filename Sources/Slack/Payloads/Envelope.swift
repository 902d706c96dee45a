public import Intake
public import Workspace

/// What one delivery is about, whichever way it came.
public enum Delivery: Sendable, Hashable {
    /// Slack asks whether the address is ours.
    case verification(challenge: String)
    /// Something happened in the workspace.
    case event(EventEnvelope)
    /// Somebody typed a command.
    case command(SlashCommand)
    /// Somebody pressed, chose or sent something.
    case interaction(Interaction)
    /// Slack is holding events back; what is missing must be read again.
    case held(minute: Int64?)
    /// Slack asks whether the certificate is good; nothing is to be done.
    case certificateCheck
    /// Of a kind that this version does not know.
    case unknown(kind: String)

    /// Reads the payload of an event request.
    public init(event payload: WireValue) {
        switch payload["type"].words {
        case "url_verification": self = .verification(challenge: payload["challenge"].string ?? "")
        case "app_rate_limited": self = .held(minute: payload["minute_rate_limited"].integer)
        case "event_callback":
            self = EventEnvelope(payload).map { .event($0) } ?? .unknown(kind: "event_callback without an event")
        case let kind: self = .unknown(kind: kind ?? "no type")
        }
    }

    /// Reads the fields of a command.
    public init(command payload: WireValue) {
        if !payload["ssl_check"].isNothing {
            self = .certificateCheck
        } else {
            self = SlashCommand(payload).map { .command($0) } ?? .unknown(kind: "command without a name")
        }
    }

    /// Reads the payload of an interaction.
    public init(interaction payload: WireValue) {
        self = Interaction(payload).map { .interaction($0) } ?? .unknown(kind: payload["type"].words ?? "no type")
    }

    /// Reads what Socket Mode brought.
    public init(_ envelope: SocketEnvelope) {
        switch envelope.type {
        case "events_api": self.init(event: envelope.payload)
        case "slash_commands": self.init(command: envelope.payload)
        case "interactive": self.init(interaction: envelope.payload)
        default: self = .unknown(kind: envelope.type)
        }
    }
}

/// An event with what Slack says around it.
public struct EventEnvelope: Sendable, Hashable {
    /// Unique, and the same when the event comes again.
    public let id: String
    /// The workspace that it is told to.
    public let team: String
    /// The app that it is told to.
    public let app: String
    /// When it happened, seconds since 1970 UTC.
    public let time: Int64
    /// What happened.
    public let event: SlackEvent
    /// What happened, as it came.
    public let body: WireValue

    init?(_ payload: WireValue) {
        guard let id = payload["event_id"].words, payload["event"].isObject else { return nil }
        self.id = id
        team = payload["team_id"].words ?? ""
        app = payload["api_app_id"].words ?? ""
        time = payload["event_time"].integer ?? 0
        body = payload["event"]
        event = SlackEvent(body)
    }
}

/// A typed command.
public struct SlashCommand: Sendable, Hashable {
    /// With its slash.
    public let name: String
    /// What follows it.
    public let text: String
    /// The workspace.
    public let team: String
    /// Who typed it.
    public let user: AccountID
    /// Where.
    public let channel: ChannelID
    /// The channel's name; `directmessage` between two people.
    public let channelName: String
    /// Opens a form, once, for three seconds.
    public let trigger: String
    /// Takes up to five answers for half an hour.
    public let responseURL: String?

    init?(_ payload: WireValue) {
        guard let name = payload["command"].words, let user = payload["user_id"].words else { return nil }
        self.name = name
        text = (payload["text"].string ?? "").trimmed
        team = payload["team_id"].words ?? ""
        self.user = AccountID(user)
        channel = ChannelID(payload["channel_id"].words ?? "")
        channelName = payload["channel_name"].words ?? ""
        trigger = payload["trigger_id"].words ?? ""
        responseURL = payload["response_url"].words
    }
}
