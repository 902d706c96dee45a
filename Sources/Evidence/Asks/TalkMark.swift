public import Signals
public import Workspace

/// A message without its words: where and when, whose, what it does, whom it names.
public struct TalkMark: Sendable, Hashable {
    /// Which message.
    public var id: MessageID
    /// Who wrote it, where that is known.
    public var author: AccountID?
    /// What sort of line it is.
    public var sort: Message.Sort
    /// The first message of its thread; equals `id.time` on that message itself.
    public var thread: MessageTime?
    /// What it does.
    public var marks: TalkMarks
    /// Accounts that it names with an `@`, in order, each once; never its author.
    public var named: [AccountID]

    /// Joins what is kept of a message.
    public init(
        id: MessageID,
        author: AccountID?,
        sort: Message.Sort = .words,
        thread: MessageTime? = nil,
        marks: TalkMarks = [],
        named: [AccountID] = []
    ) {
        self.id = id
        self.author = author
        self.sort = sort
        self.thread = thread
        self.marks = marks
        self.named = named
    }

    /// When it was posted, microseconds since 1970 UTC.
    public var moment: Int64 { id.time.microseconds }

    /// True when the message answers in a thread that another message began.
    public var isReply: Bool { thread.map { $0 != id.time } ?? false }

    /// True when the message begins a thread.
    public var isRoot: Bool { thread == id.time }

    /// What a message does, from its words and from what the reader saw in it.
    ///
    /// Signals below `Capture.minimumConfidence` are left out. Nothing is found in lines that nobody said.
    public static func marks(of message: Message, signals: [Signal] = []) -> TalkMarks {
        guard message.sort == .words || message.sort == .bot, !message.deleted else { return [] }
        var marks = MarkWords.marks(in: message.text)
        if !message.text.broadcasts.isEmpty || !message.text.groups.isEmpty { marks.insert(.toMany) }
        for signal in signals where signal.confidence >= Capture.minimumConfidence {
            marks.formUnion(TalkMarks(signal.kind))
        }
        return marks
    }

    /// Whom a message names, in order, each once; never its author.
    public static func named(in message: Message) -> [AccountID] {
        guard message.sort == .words || message.sort == .bot, !message.deleted else { return [] }
        var named: [AccountID] = []
        for mention in message.text.mentions where mention.account != message.author.account {
            if !named.contains(mention.account) { named.append(mention.account) }
        }
        return named
    }
}

extension Capture {
    /// What is kept of a message in place of its words: nothing where it is about a private matter.
    ///
    /// Shape: `isPrivate` is what was found already; nil to look, which is done where the message asks or names somebody.
    public func marks(
        of message: Message,
        signals: [Signal],
        isPrivate: Bool? = nil
    ) -> (marks: TalkMarks, named: [AccountID]) {
        let marks = TalkMark.marks(of: message, signals: signals)
        let named = TalkMark.named(in: message)
        if let isPrivate { return isPrivate ? ([], []) : (marks, named) }
        guard marks.asks || !named.isEmpty, message.sort == .words, let privateMatters else { return (marks, named) }
        return privateMatters.score(message.text.text) >= privateMatters.point ? ([], []) : (marks, named)
    }
}
