public import Workspace

/// The present names of people and channels, to put where a message names them by id.
public struct DisplayNames: Sendable {
    /// What to show for an account, without `@`.
    public var accounts: [AccountID: String]
    /// The names of public channels, without `#`.
    public var channels: [ChannelID: String]
    /// Channels whose names are nobody else's business; shown by their id.
    public var hidden: Set<ChannelID>

    /// Makes a table of names; without arguments everybody is shown by label or id.
    public init(
        accounts: [AccountID: String] = [:],
        channels: [ChannelID: String] = [:],
        hidden: Set<ChannelID> = []
    ) {
        self.accounts = accounts
        self.channels = channels
        self.hidden = hidden
    }

    /// What to show for an account: its present name, else the label it had in the text, else the id.
    func name(of account: AccountID, label: String?) -> String {
        if let name = accounts[account] { return name }
        if let label, !label.isEmpty { return label }
        return account.text == "USLACKBOT" ? "Slackbot" : account.text
    }

    /// What to show for a channel; a hidden one never by its name.
    func name(of channel: ChannelID, label: String?) -> String {
        if hidden.contains(channel) { return channel.text }
        if let name = channels[channel] { return name }
        if let label, !label.isEmpty { return label }
        return channel.text
    }
}
