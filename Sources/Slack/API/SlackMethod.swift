/// A method of the Web API: its name, how often it may be called, and whether it takes JSON.
///
/// Units: calls a minute. Source: Slack documentation, "Rate limits"; the tiers are floors, bursts are borne for a while.
public struct SlackMethod: Sendable, Hashable {
    /// Slack's name.
    public let name: String
    /// Calls a minute.
    public let perMinute: Int
    /// True where the body is JSON; reads take a form.
    public let takesJSON: Bool
    /// True where a second call would do the thing a second time, so that only a refusal is tried again.
    public let isOnce: Bool

    init(_ name: String, perMinute: Int, takesJSON: Bool = false, isOnce: Bool = false) {
        self.name = name
        self.perMinute = perMinute
        self.takesJSON = takesJSON
        self.isOnce = isOnce
    }

    static let authTest = SlackMethod("auth.test", perMinute: 100)
    static let usersList = SlackMethod("users.list", perMinute: 20)
    static let usersInfo = SlackMethod("users.info", perMinute: 100)
    static let ownConversations = SlackMethod("users.conversations", perMinute: 20)
    static let conversationsList = SlackMethod("conversations.list", perMinute: 20)
    static let conversationsInfo = SlackMethod("conversations.info", perMinute: 50)
    static let conversationsMembers = SlackMethod("conversations.members", perMinute: 100)
    static let conversationsJoin = SlackMethod("conversations.join", perMinute: 50)
    static let history = SlackMethod("conversations.history", perMinute: 60)
    static let replies = SlackMethod("conversations.replies", perMinute: 60)
    static let reactions = SlackMethod("reactions.get", perMinute: 50)
    static let permalink = SlackMethod("chat.getPermalink", perMinute: 100)
    static let postMessage = SlackMethod("chat.postMessage", perMinute: 60, takesJSON: true, isOnce: true)
    static let postEphemeral = SlackMethod("chat.postEphemeral", perMinute: 100, takesJSON: true, isOnce: true)
    static let update = SlackMethod("chat.update", perMinute: 50, takesJSON: true)
    static let openView = SlackMethod("views.open", perMinute: 100, takesJSON: true, isOnce: true)
    static let updateView = SlackMethod("views.update", perMinute: 100, takesJSON: true)
    static let publishView = SlackMethod("views.publish", perMinute: 100, takesJSON: true)
    static let openSocket = SlackMethod("apps.connections.open", perMinute: 60)
}
