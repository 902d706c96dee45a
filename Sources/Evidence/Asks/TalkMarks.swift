public import Signals

/// What a message does in its talk, as a set of marks; kept in place of its words.
///
/// Shape: bits 0 to 15 come from the words, bits 16 to 24 are the reader's acts. A bit keeps its meaning for good.
/// Source: `docs/methods.md`, "Marks".
public struct TalkMarks: OptionSet, Sendable, Hashable {
    /// The bits as they are stored.
    public let rawValue: Int64

    /// Wraps stored bits; bits that this version does not know are kept.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Changes whenever marks are found in another way, so that messages are read again.
    public static let version = 1

    /// Has a question mark.
    public static let question = Self(rawValue: 1 << 0)
    /// Asks for a review.
    public static let asksReview = Self(rawValue: 1 << 1)
    /// Asks for a decision or an approval.
    public static let asksDecision = Self(rawValue: 1 << 2)
    /// Speaks of an incident under way.
    public static let incident = Self(rawValue: 1 << 3)
    /// Says that the writer cannot go on.
    public static let stuck = Self(rawValue: 1 << 4)
    /// Thanks somebody.
    public static let thanks = Self(rawValue: 1 << 5)
    /// Says that it works, is fixed or is answered.
    public static let settled = Self(rawValue: 1 << 6)
    /// Says by when an answer is needed.
    public static let replyBy = Self(rawValue: 1 << 7)
    /// Speaks to many at once: a group, or everybody here.
    public static let toMany = Self(rawValue: 1 << 8)
    /// Asks for something, with or without a question mark.
    public static let request = Self(rawValue: 1 << 9)

    /// The reader saw recognition.
    public static let recognition = Self(rawValue: 1 << 16)
    /// The reader saw feedback.
    public static let feedback = Self(rawValue: 1 << 17)
    /// The reader saw coaching.
    public static let coaching = Self(rawValue: 1 << 18)
    /// The reader saw ownership.
    public static let ownership = Self(rawValue: 1 << 19)
    /// The reader saw a decision.
    public static let decision = Self(rawValue: 1 << 20)
    /// The reader saw upkeep.
    public static let upkeep = Self(rawValue: 1 << 21)
    /// The reader saw judgement.
    public static let judgement = Self(rawValue: 1 << 22)
    /// The reader saw a delivery.
    public static let delivery = Self(rawValue: 1 << 23)
    /// The reader saw that somebody is blocked.
    public static let blocked = Self(rawValue: 1 << 24)

    /// The mark of an act that the reader saw.
    public init(_ kind: SignalKind) {
        self =
            switch kind {
            case .recognition: .recognition
            case .feedback: .feedback
            case .coaching: .coaching
            case .ownership: .ownership
            case .decision: .decision
            case .upkeep: .upkeep
            case .judgement: .judgement
            case .delivery: .delivery
            case .blocked: .blocked
            }
    }

    /// True when the message wants something from somebody; beside thanks or praise, a mere “please” is no request.
    public var asks: Bool {
        let clear: Self = [.question, .asksReview, .asksDecision, .stuck, .blocked]
        return !isDisjoint(with: praises ? clear : clear.union(.request))
    }

    /// True when the message gives thanks or praise.
    public var praises: Bool { !isDisjoint(with: [.thanks, .recognition]) }
}
