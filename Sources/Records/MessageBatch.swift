public import Evidence
public import Workspace

/// Messages of one conversation as they go into the record: keys without words, and the evidence found in them.
public struct MessageBatch: Sendable {
    /// The conversation.
    public var channel: ChannelID
    /// Keys, in order of time, each once.
    public var messages: [MessageKey]
    /// Messages that the source says were deleted.
    public var deletions: [MessageTime]
    /// Messages above whose surroundings changed, so that their evidence is as it is given here even where their copy is known.
    public var again: Set<MessageTime>
    /// Evidence of the messages above.
    public var entries: [LedgerEntry]
    /// Names reader and people file: a message read under another value is read again.
    public var reading: Int64
    /// Where to go on after an interruption; nil when there is nothing to go on with.
    public var mark: Mark?

    /// Joins what belongs to one transaction.
    public init(
        channel: ChannelID,
        messages: [MessageKey],
        deletions: [MessageTime] = [],
        again: Set<MessageTime> = [],
        entries: [LedgerEntry],
        reading: Int64,
        mark: Mark? = nil
    ) {
        self.channel = channel
        self.messages = messages
        self.deletions = deletions
        self.again = again
        self.entries = entries
        self.reading = reading
        self.mark = mark
    }

    /// How far a source has been read in one conversation.
    public struct Mark: Sendable, Hashable {
        /// The source and all that decides what comes out of it.
        public let source: String
        /// The last day file that is in.
        public let file: String

        /// Joins source and file.
        public init(source: String, file: String) {
            self.source = source
            self.file = file
        }
    }
}

/// What stays of a message: that it was there, whose it was, and how new our copy is.
///
/// Never its words.
public struct MessageKey: Sendable, Hashable {
    /// Its place in the conversation.
    public var time: MessageTime
    /// Who wrote it, where that is known.
    public var author: AccountID?
    /// What sort of line it is.
    public var sort: Message.Sort
    /// Its thread.
    public var thread: MessageTime?
    /// When it was last edited.
    public var edited: MessageTime?
    /// True when its source says that it was deleted.
    public var deleted: Bool
    /// What it does.
    public var marks: TalkMarks
    /// Whom it names.
    public var named: [AccountID]

    /// Takes the key of a message and leaves its words behind.
    public init(_ message: Message, marks: TalkMarks = [], named: [AccountID] = []) {
        time = message.id.time
        author = message.author.account
        sort = message.sort
        thread = message.thread
        edited = message.edited
        deleted = message.deleted
        self.marks = message.deleted ? [] : marks
        self.named = message.deleted ? [] : named
    }

    /// Accounts as they are stored: with a space between them.
    var namedText: String { named.map(\.text).joined(separator: " ") }
}

/// What a batch changed.
public struct BatchOutcome: Sendable, Hashable {
    /// Messages that were not known.
    public var added = 0
    /// Messages of which this copy is newer.
    public var edited = 0
    /// Messages that are now known to be deleted.
    public var deleted = 0
    /// Messages that were known as they are.
    public var unchanged = 0
    /// Evidence that was not known.
    public var evidenceAdded = 0
    /// Evidence that went because its message was edited or deleted.
    public var evidenceWithdrawn = 0
    /// Whose ledgers changed.
    public var subjects: Set<PersonID> = []

    /// Nothing yet.
    public init() {}

    /// Adds another batch's changes.
    public mutating func add(_ other: BatchOutcome) {
        added += other.added
        edited += other.edited
        deleted += other.deleted
        unchanged += other.unchanged
        evidenceAdded += other.evidenceAdded
        evidenceWithdrawn += other.evidenceWithdrawn
        subjects.formUnion(other.subjects)
    }
}
