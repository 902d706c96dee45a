public import Workspace

/// One conversation of an export with the files that hold its messages.
public struct Conversation: Sendable, Hashable, Identifiable {
    /// The channel; `folder:NAME` as its id where no list names it.
    public var channel: Channel
    /// The workspace of an Enterprise Grid export that it belongs to; nil at the top and in plain exports.
    public var workspace: String?
    /// Accounts that belong to it, as far as the export says.
    public var members: [AccountID]
    /// Names that it had before.
    public var formerNames: [String]
    /// Its day files by name; the name is no date of any zone.
    public var days: [DayFile]

    /// The channel's id.
    public var id: ChannelID { channel.id }
}

/// A file with the messages of one day of Slack's own clock.
public struct DayFile: Sendable, Hashable {
    /// The file's name inside the export.
    public let name: String
    /// Unpacked bytes, as the archive states them.
    public let bytes: Int
    /// Which of the export's files.
    let place: Int
}

/// What one day file holds.
public struct DayMessages: Sendable, Hashable {
    /// The messages by time, each once; the newest edit of each.
    ///
    /// A deleted one is marked and has no words left.
    public var messages: [Message] = []
    /// Newer forms of messages that stand elsewhere, by time.
    public var edits: [Message] = []
    /// Messages that stand elsewhere and were deleted, by time.
    public var deletions: [MessageDeletion] = []
    /// What was left out or set apart.
    public var skipped: [Skip] = []
    /// Why the file could not be read; nil when it could.
    public var broken: BrokenFile?

    /// Makes an empty day.
    public init() {}
}

/// The fact that a message was deleted.
public struct MessageDeletion: Sendable, Hashable {
    /// Which message.
    public let message: MessageID
    /// When, as the source says.
    public let at: MessageTime

    /// Joins a message and the moment it went.
    public init(message: MessageID, at: MessageTime) {
        self.message = message
        self.at = at
    }
}
