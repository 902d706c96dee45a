/// One message as read; it passes through and is not kept.
///
/// Source: any source, after it was brought into plain text.
public struct Message: Sendable, Hashable {
    /// Which message.
    public var id: MessageID
    /// Who wrote it.
    public var author: Author
    /// What sort of line it is; only `.words` are ever read for signals.
    public var sort: Sort
    /// The words in plain text.
    public var text: PlainText
    /// The first message of the thread that this one belongs to; equals `id.time` on that first message itself.
    public var thread: MessageTime?
    /// True for a reply that is also shown in the channel.
    public var shownInChannel: Bool
    /// When it was last edited, nil when never.
    public var edited: MessageTime?
    /// True when the source says that the message was deleted.
    public var deleted: Bool
    /// Reactions by base name, skin tones folded, ordered by name.
    public var reactions: [Reaction]
    /// Words that the author passed on from somebody else.
    public var shared: [SharedWords]

    /// Makes a message; only its key, author and words are needed.
    public init(
        id: MessageID,
        author: Author,
        sort: Sort = .words,
        text: PlainText,
        thread: MessageTime? = nil,
        shownInChannel: Bool = false,
        edited: MessageTime? = nil,
        deleted: Bool = false,
        reactions: [Reaction] = [],
        shared: [SharedWords] = []
    ) {
        self.id = id
        self.author = author
        self.sort = sort
        self.text = text
        self.thread = thread
        self.shownInChannel = shownInChannel
        self.edited = edited
        self.deleted = deleted
        self.reactions = reactions
        self.shared = shared
    }

    /// True when the message answers in a thread that another message began.
    public var isReply: Bool { thread.map { $0 != id.time } ?? false }

    /// What sort of line a message is.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// Words that a person wrote.
        case words
        /// Words that a program wrote.
        case bot
        /// A line that the chat system wrote: joins, topics, huddles.
        case system
        /// A kind that this version does not know; counted, never analysed.
        case unknown
    }
}

/// Who wrote a message.
public enum Author: Sendable, Hashable {
    /// A person's account of this company.
    case account(AccountID)
    /// A person of another company, in a shared channel.
    case external(AccountID, team: String?, name: String?)
    /// A program; the id may be unknown.
    case bot(AccountID?, name: String?)
    /// The chat system; the account that it speaks of where there is one.
    case system(AccountID?)
    /// An account that no list names; somebody who left long ago.
    case unlisted(AccountID)
    /// Nobody is named.
    case nobody

    /// The account behind the author, if any.
    public var account: AccountID? {
        switch self {
        case .account(let id), .unlisted(let id), .external(let id, _, _): id
        case .bot(let id, _), .system(let id): id
        case .nobody: nil
        }
    }
}

/// The words of a message with what they point to, after the source's own escaping is gone.
public struct PlainText: Sendable, Hashable {
    /// What a reader sees; mentions are `@` and the present display name.
    public var text: String
    /// People named in the words, in order; mentions inside code are not among them.
    public var mentions: [Mention]
    /// Named user groups, in order.
    public var groups: [String]
    /// Named channels, in order.
    public var channels: [ChannelID]
    /// Addresses, in order, unescaped.
    public var links: [String]
    /// `here`, `channel`, `everyone`, in order.
    public var broadcasts: [String]

    /// Makes a text that points to nothing unless told.
    public init(
        _ text: String,
        mentions: [Mention] = [],
        groups: [String] = [],
        channels: [ChannelID] = [],
        links: [String] = [],
        broadcasts: [String] = []
    ) {
        self.text = text
        self.mentions = mentions
        self.groups = groups
        self.channels = channels
        self.links = links
        self.broadcasts = broadcasts
    }
}

/// One person named in a text.
public struct Mention: Sendable, Hashable {
    /// The account that is named.
    public let account: AccountID
    /// Where `@name` stands in the text; UTF-8 offsets; nil when the mention stood only beside the text.
    public let span: Range<Int>?

    /// Joins an account and its place in the text.
    public init(account: AccountID, span: Range<Int>?) {
        self.account = account
        self.span = span
    }
}

/// How often one emoji was put under a message, and by whom as far as it is known.
public struct Reaction: Sendable, Hashable {
    /// Base name without skin tone.
    public let name: String
    /// Each known person once, ordered.
    public let people: [AccountID]
    /// The source's own total, all skin tones together.
    public let count: Int

    /// Makes one emoji's count.
    public init(name: String, people: [AccountID], count: Int) {
        self.name = name
        self.people = people
        self.count = count
    }
}

/// Words that a message passes on; they belong to their author, not to the one who shared them.
public struct SharedWords: Sendable, Hashable {
    /// Who wrote them, where the source says so.
    public let author: AccountID?
    /// The message that they come from, where the source says so.
    public let message: MessageID?
    /// The words.
    public let text: PlainText

    /// Makes a passed-on text.
    public init(author: AccountID?, message: MessageID?, text: PlainText) {
        self.author = author
        self.message = message
        self.text = text
    }
}
