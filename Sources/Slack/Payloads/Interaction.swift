public import Intake
public import Workspace

/// Something that somebody pressed, chose or sent.
///
/// Who did it stands in `user`; rights are asked for that account every time. Whatever else comes back from a form was in
/// the person's hands.
public struct Interaction: Sendable, Hashable {
    /// Who did it.
    public let user: AccountID
    /// The workspace; nil for an installation of a whole organisation.
    public let team: String?
    /// What was done.
    public let act: Act
    /// Opens a form, once, for three seconds.
    public let trigger: String
    /// Takes up to five answers for half an hour.
    public let responseURL: String?

    /// What was done.
    public enum Act: Sendable, Hashable {
        /// A shortcut from anywhere.
        case shortcut(callback: String)
        /// A shortcut on a message; the message is all that is known of it.
        case messageShortcut(callback: String, message: WireValue, channel: ChannelID, channelName: String)
        /// Buttons and menus.
        case actions([BlockAction], view: OpenView?, message: MessageID?)
        /// A form was sent.
        case submission(OpenView)
        /// A form was closed.
        case closed(OpenView)
        /// A menu asks what it can offer.
        case suggestion(action: String, value: String)
    }

    init?(_ payload: WireValue) {
        guard let user = payload["user"]["id"].words else { return nil }
        self.user = AccountID(user)
        team = payload["team"]["id"].words ?? payload["user"]["team_id"].words
        trigger = payload["trigger_id"].words ?? ""
        responseURL = payload["response_url"].words
        let callback = payload["callback_id"].words ?? ""
        let channel = ChannelID(payload["channel"]["id"].words ?? payload["container"]["channel_id"].words ?? "")
        switch payload["type"].words {
        case "shortcut": act = .shortcut(callback: callback)
        case "message_action":
            act = .messageShortcut(
                callback: callback,
                message: payload["message"],
                channel: channel,
                channelName: payload["channel"]["name"].words ?? ""
            )
        case "block_actions":
            let ts = payload["container"]["message_ts"].words ?? payload["message"]["ts"].words
            let time = ts.flatMap { MessageTime(slack: $0) }
            act = .actions(
                payload["actions"].elements.map { BlockAction($0) },
                view: OpenView(payload["view"]),
                message: time.map { MessageID(channel: channel, time: $0) }
            )
        case "view_submission":
            guard let view = OpenView(payload["view"]) else { return nil }
            act = .submission(view)
        case "view_closed":
            guard let view = OpenView(payload["view"]) else { return nil }
            act = .closed(view)
        case "block_suggestion":
            act = .suggestion(action: payload["action_id"].words ?? "", value: payload["value"].string ?? "")
        default: return nil
        }
    }
}

/// One button or menu.
public struct BlockAction: Sendable, Hashable {
    /// Which.
    public let id: String
    /// In which block.
    public let block: String
    /// What was chosen.
    public let value: FieldValue

    init(_ action: WireValue) {
        id = action["action_id"].words ?? ""
        block = action["block_id"].words ?? ""
        value = FieldValue(action)
    }
}

/// A form or home page as it lay before somebody.
public struct OpenView: Sendable, Hashable {
    /// Slack's id.
    public let id: String
    /// Which form.
    public let callback: String
    /// What we wrote into it; comes back from the person's side and proves nothing.
    public let metadata: String
    /// Changes with every update; the same form sent twice has the same.
    public let hash: String
    /// What was filled in, by block and action.
    public let values: [String: [String: FieldValue]]

    init?(_ view: WireValue) {
        guard let id = view["id"].words else { return nil }
        self.id = id
        callback = view["callback_id"].words ?? ""
        metadata = view["private_metadata"].string ?? ""
        hash = view["hash"].words ?? ""
        var values: [String: [String: FieldValue]] = [:]
        for block in view["state"]["values"].fields {
            for action in block.value.fields {
                values[block.name, default: [:]][action.name] = FieldValue(action.value)
            }
        }
        self.values = values
    }

    /// What was filled in at one place, whatever the block is called.
    public subscript(_ action: String) -> FieldValue {
        for block in values.values { if let value = block[action] { return value } }
        return FieldValue(.null)
    }
}

/// What somebody filled in or chose.
public struct FieldValue: Sendable, Hashable {
    /// The text or the value of the one choice; nil where nothing is filled in.
    public let text: String?
    /// All choices.
    public let choices: [String]

    init(_ element: WireValue) {
        let single =
            element["value"].words ?? element["selected_option"]["value"].words ?? element["selected_user"].words
            ?? element["selected_conversation"].words ?? element["selected_channel"].words
            ?? element["selected_date"].words ?? element["selected_time"].words
        let options = element["selected_options"].elements.compactMap { $0["value"].words }
        let people = element["selected_users"].elements.compactMap(\.words)
        let all = options + people
        text = single ?? all.first
        choices = all.isEmpty ? [single].compactMap(\.self) : all
    }
}
