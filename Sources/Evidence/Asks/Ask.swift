public import Workspace

/// Somebody called somebody else by name, and what became of it.
///
/// Source: `docs/methods.md`, "Asks".
public struct Ask: Sendable, Hashable {
    /// The message that asked.
    public var message: MessageID
    /// The thread that it answers in; nil where it begins a talk.
    public var thread: MessageTime?
    /// Who asked.
    public var asker: PersonID
    /// Who was called.
    public var helper: PersonID
    /// What about.
    public var kind: Kind
    /// What became of it.
    public var outcome: Outcome
    /// True where the helper had not spoken in that talk before; only then was anybody called in.
    public var summoned: Bool
    /// When, microseconds since 1970 UTC.
    public var moment: Int64
    /// When the helper first answered; nil when that did not happen within `AskFinder.patience`.
    public var answeredAt: Int64?
    /// When anybody but the asker first answered; nil when nobody did.
    public var repliedAt: Int64?

    /// The channel.
    public var channel: ChannelID { message.channel }

    /// Joins what is known of an ask.
    public init(
        message: MessageID,
        thread: MessageTime? = nil,
        asker: PersonID,
        helper: PersonID,
        kind: Kind,
        outcome: Outcome,
        summoned: Bool,
        answeredAt: Int64? = nil,
        repliedAt: Int64? = nil
    ) {
        self.message = message
        self.thread = thread
        self.asker = asker
        self.helper = helper
        self.kind = kind
        self.outcome = outcome
        self.summoned = summoned
        moment = message.time.microseconds
        self.answeredAt = answeredAt
        self.repliedAt = repliedAt
    }

    /// What an ask is about, the heaviest first.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Something is down.
        case incident
        /// Somebody has to decide or approve.
        case decision
        /// Somebody cannot go on, or waits for a review.
        case unblock
        /// A question or a request.
        case question
        /// A name and nothing that asks.
        case mention
    }

    /// What became of an ask.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// The helper answered, and somebody else then thanked or said that it works.
        case resolved
        /// The helper answered.
        case answered
        /// The helper did not answer.
        case none
    }
}

/// A message that wants something, whether or not it calls anybody by name.
public struct OpenQuestion: Sendable, Hashable {
    /// The message.
    public var message: MessageID
    /// Who asked.
    public var asker: PersonID
    /// What about; never `.mention`.
    public var kind: Ask.Kind
    /// What the message does.
    public var marks: TalkMarks
    /// Whom it calls by name.
    public var named: [PersonID]
    /// When anybody but the asker first answered; nil when nobody did.
    public var repliedAt: Int64?
    /// Who that was; nil for somebody outside the people file.
    public var repliedBy: PersonID?

    /// When, microseconds since 1970 UTC.
    public var moment: Int64 { message.time.microseconds }

    /// Joins what is known of a question.
    public init(
        message: MessageID,
        asker: PersonID,
        kind: Ask.Kind,
        marks: TalkMarks,
        named: [PersonID],
        repliedAt: Int64? = nil,
        repliedBy: PersonID? = nil
    ) {
        self.message = message
        self.asker = asker
        self.kind = kind
        self.marks = marks
        self.named = named
        self.repliedAt = repliedAt
        self.repliedBy = repliedBy
    }
}
