public import Workspace

/// The key of a decision in the ledger: `d` and a number.
public struct DecisionID: Identifier {
    /// The identifier, such as `d12`.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
    /// The key of a decision by its number, from 1.
    public init(number: Int) { text = "d\(number)" }
}

/// What was decided, by whom, against what, and how one will see whether it was right.
public struct DecisionContent: Sendable, Hashable {
    /// What was decided; empty where the words of its first source stand for it.
    public var words: String
    /// The day of the decision.
    public var day: CivilDate
    /// Who decided, ordered.
    public var deciders: [PersonID]
    /// What else was possible.
    public var alternatives: [String]
    /// What is expected to come of it; empty while nobody said.
    public var expected: String
    /// How one will see it: a figure, a sign, a question; empty while nobody said.
    public var sign: String
    /// The system or topic that it is about; empty while nobody said.
    public var topic: String
    /// Addresses of documents, tickets and changes.
    public var links: [String]
    /// Evidence of it; the one that says it best comes first.
    public var entries: [EntryID]
    /// True where it was decided not to build, buy or do something; such a decision counts like any other.
    public var isNotBuilding: Bool
    /// True where everybody who works here may open it, else its deciders and their managers.
    public var isOpen: Bool

    /// Joins what is known of a decision; only day and deciders are needed.
    public init(
        words: String = "",
        day: CivilDate,
        deciders: [PersonID],
        alternatives: [String] = [],
        expected: String = "",
        sign: String = "",
        topic: String = "",
        links: [String] = [],
        entries: [EntryID] = [],
        isNotBuilding: Bool = false,
        isOpen: Bool = true
    ) {
        self.words = words
        self.day = day
        self.deciders = deciders
        self.alternatives = alternatives
        self.expected = expected
        self.sign = sign
        self.topic = topic
        self.links = links
        self.entries = entries
        self.isNotBuilding = isNotBuilding
        self.isOpen = isOpen
    }
}

/// Where a decision stands.
public enum DecisionState: String, Sendable, Hashable, CaseIterable, Codable {
    /// A reader's find that a decider found to be none; kept so that it is not proposed again.
    case dismissed
    /// In force, unchanged.
    case stands
    /// In force, changed since.
    case amended
    /// No longer in force, because something became known that nobody could know then.
    case reversedOnNewFacts = "reversed-on-new-facts"
    /// No longer in force, because it was wrong when it was made.
    case reversedAsWrong = "reversed-as-wrong"
    /// Taken out of the ledger: entered by mistake.
    case withdrawn

    /// True while it is in force.
    public var isInForce: Bool { self == .stands || self == .amended }
    /// True once it was reversed, for whatever reason.
    public var isReversed: Bool { self == .reversedOnNewFacts || self == .reversedAsWrong }
    /// True where it belongs in the ledger that people read.
    public var isListed: Bool { isInForce || isReversed }
}

/// When a decision is looked at again.
public enum DecisionCheckpoint: Int, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// After thirty days.
    case month = 30
    /// After ninety days.
    case quarter = 90
    /// After a hundred and eighty days.
    case halfYear = 180

    /// How many days after the decision.
    public var days: Int { rawValue }

    /// The day on which it is due.
    public func day(after decided: CivilDate) -> CivilDate { CivilDate(days: decided.days + days) }

    /// Earlier first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a check of a decision found; a person says it, with a reason.
public enum DecisionOutcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// It holds as it was made.
    case stands
    /// It holds, changed.
    case amended
    /// It was given up, because something became known that nobody could know then.
    case reversedOnNewFacts = "reversed-on-new-facts"
    /// It was given up, because it was wrong when it was made.
    case reversedAsWrong = "reversed-as-wrong"

    /// Where the decision stands after it.
    var state: DecisionState {
        switch self {
        case .stands: .stands
        case .amended: .amended
        case .reversedOnNewFacts: .reversedOnNewFacts
        case .reversedAsWrong: .reversedAsWrong
        }
    }
}
