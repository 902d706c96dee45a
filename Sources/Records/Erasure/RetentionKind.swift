/// What is kept for a time only, and goes when the time is over.
public enum RetentionKind: String, Sendable, Hashable, CaseIterable {
    /// Evidence with its words, counted from the day on which they were said.
    case evidence
    /// Who wrote a message, what it does and whom it names; its place stays, so that reading it again does not bring it back.
    case messages
    /// What colleagues wrote with their answers to requests; what they saw stays.
    case answers
    /// Reviews that were sealed, with all versions.
    case reviews
    /// Requests for feedback with what was given, where it did not become evidence.
    case feedback
    /// What somebody wrote down about a 1:1 for themselves.
    case notes
    /// 1:1s that took place, and actions that are closed.
    case meetings
    /// Receipts of looks at pay.
    case receipts
    /// Support signals and cues of former weeks.
    case cues
    /// Sentences that a model reworded, and what became of them.
    case rewordings
    /// Sessions and links to sign in.
    case sessions
    /// What Slack told, after it was worked on: ids alone, so that nothing is worked on twice.
    case inbox
    /// What was sent to Slack.
    case outbox
    /// What was answered to writes of people's own programs.
    case programs
    /// Marks of what was delivered to whom.
    case deliveries

    /// Days that count where nothing else is set; nil for no limit.
    ///
    /// Only what serves the machine goes by itself; how long evidence and reviews are kept, the workspace decides.
    public var standard: Int? {
        switch self {
        case .sessions: 7
        case .inbox, .outbox: 30
        case .programs: 2
        case .deliveries: 90
        default: nil
        }
    }

    /// The shortest limit in days: what is shorter would break what still runs.
    public var shortest: Int {
        switch self {
        case .evidence, .messages, .reviews, .receipts: 30
        case .sessions, .programs: 1
        default: 7
        }
    }
}

/// For how long one kind is kept.
public struct RetentionLimit: Sendable, Hashable {
    /// What.
    public let kind: RetentionKind
    /// How many days; nil for no limit.
    public let days: Int?
    /// True where the workspace set it, false where the standard counts.
    public let isSet: Bool
}

/// What went on one day.
public struct RetentionDone: Sendable, Hashable {
    /// What.
    public let kind: RetentionKind
    /// How many rows.
    public let count: Int
    /// Everything before this moment went, microseconds since 1970 UTC.
    public let before: Int64
}

/// Why a limit was not set.
public enum RetentionError: Error, Sendable, Hashable {
    /// Shorter than what still runs needs, in days.
    case tooShort(RetentionKind, shortest: Int)
}

extension RetentionError {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .tooShort(let kind, let shortest):
            "\(kind.rawValue) cannot be kept for less than \(shortest) days: what still runs needs them. Name \(shortest) or more."
        }
    }
}
