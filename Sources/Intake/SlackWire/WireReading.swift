import CSimdjson
public import Workspace

/// Reads what Slack's Web API and its events carry, with the same rules as the day files of an export.
///
/// Shape: people and channels are learned first, as `users.list` and `conversations.list` tell them; later copies of the
/// same id replace earlier ones.
public struct WireReading: Sendable {
    private var users: [AccountID: ListedUser] = [:]
    private var channels: [ChannelID: Channel] = [:]
    private var directory = Directory(users: [], grid: false)
    private let messageBytes: Int

    /// Nobody and nothing is known yet.
    public init(limits: ExportLimits = .init()) { messageBytes = limits.messageBytes }

    /// Everybody known, by id.
    public var accounts: [Account] { directory.accounts.values.sorted { $0.id < $1.id } }

    /// The teams that are this company's own, as far as the people tell.
    public var homeTeams: [String] { directory.homeTeams.sorted() }

    /// Takes over user objects.
    ///
    /// - Returns: whom they tell of, as they now stand.
    @discardableResult
    public mutating func learn(users list: WireValue) -> [Account] {
        var learned: [AccountID] = []
        Self.parse(list) { entry in
            guard let user = ListedUser(entry) else { return }
            users[user.account.id] = user
            learned.append(user.account.id)
        }
        let isGrid = users.values.contains { $0.enterprise != nil }
        directory = Directory(users: users.values.sorted { $0.account.id < $1.account.id }, grid: isGrid)
        name(channels.values)
        return learned.compactMap { directory.accounts[$0] }
    }

    /// Takes over accounts that the record knows; what Slack says of the same ones later counts more.
    public mutating func learn(accounts: [Account]) {
        for account in accounts where users[account.id] == nil { users[account.id] = ListedUser(account) }
        directory = Directory(users: users.values.sorted { $0.account.id < $1.account.id }, grid: false)
        name(channels.values)
    }

    /// Takes over conversation objects.
    ///
    /// - Returns: the conversations with their members, as far as the objects name them.
    @discardableResult
    public mutating func learn(channels list: WireValue) -> [Conversation] {
        var learned: [Conversation] = []
        Self.parse(list) { entry in
            guard let conversation = ConversationList.channels.conversation(entry, workspace: nil) else { return }
            learned.append(conversation)
        }
        learn(channels: learned.map(\.channel))
        return learned
    }

    /// Takes over channels that are known already.
    public mutating func learn(channels known: [Channel]) {
        for channel in known { channels[channel.id] = channel }
        name(known)
    }

    private mutating func name(_ some: some Sequence<Channel>) {
        for channel in some where channel.listed {
            if channel.audience == .everyone {
                directory.names.channels[channel.id] = channel.name
                directory.names.hidden.remove(channel.id)
            } else {
                directory.names.hidden.insert(channel.id)
            }
        }
    }

    /// A channel by its id.
    public func channel(_ id: ChannelID) -> Channel? { channels[id] }

    /// Reads a list of message objects: a page of history, or one event.
    public func messages(_ list: WireValue, of channel: ChannelID) -> DayMessages {
        let reading = DayReading(
            channel: channel,
            file: channel.text,
            directory: directory,
            messageBytes: messageBytes
        )
        return WireBench.lend(list.bytes) { reading.messages(of: $0, bench: $1) } ?? DayMessages()
    }

    private static func parse(_ list: WireValue, _ take: (JSON) -> Void) {
        _ = WireBench.lend(list.bytes) { root in for entry in root.elements { take(entry) } }
    }
}

extension ListedUser {
    /// An account that was read before; its teams are not known any more.
    fileprivate init(_ account: Account) {
        self.account = account
        team = nil
        enterprise = nil
        teams = []
        isStranger = account.sort == .external
    }
}
