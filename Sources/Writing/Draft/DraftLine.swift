public import Evidence

/// One sentence of a draft as it stands on the page: its words, where they come from, and whether its sources bear it out.
public struct DraftLine: Sendable, Hashable {
    /// The same for the same evidence whenever the draft is composed again; what an edit hangs on.
    public let key: String
    /// Words and sources.
    public let sentence: Sentence
    /// Who wrote it.
    public let origin: Origin
    /// Whether it may stand.
    public let standing: Standing
    /// How many of situation, behaviour and impact it has, 0 to 3; 0 for sentences that claim nothing.
    public let parts: Int

    /// Joins its parts.
    public init(key: String, sentence: Sentence, origin: Origin, standing: Standing, parts: Int = 0) {
        self.key = key
        self.sentence = sentence
        self.origin = origin
        self.standing = standing
        self.parts = parts
    }

    /// The words.
    public var text: String { sentence.text }
    /// The evidence behind them.
    public var sources: [EntryID] { sentence.sources }
    /// True where nothing is wrong with it.
    public var stands: Bool { standing == .stands }

    /// Who wrote it.
    public enum Origin: String, Sendable, Hashable, Codable {
        /// Composed from evidence.
        case composed
        /// Written or changed by hand; shown as the manager's own words.
        case managersWords = "manager's words"
    }

    /// Whether its sources bear it out.
    public enum Standing: Sendable, Hashable {
        /// They do, or it claims nothing.
        case stands
        /// They do not, or not wholly: what, why and where.
        case unsupported([Finding.Reason])
        /// Evidence that it rests on is gone: withdrawn, contested or deleted.
        case broken([EntryID])
    }
}

/// Where a sentence of a draft stands.
public enum DraftBlock: Sendable, Hashable {
    /// What the draft rests on.
    case summary
    /// The moments with the clearest effect.
    case impact
    /// What happened, under a competency's id.
    case competency(String)
    /// The growth edges.
    case edges
    /// The level reading in words.
    case level
    /// What to ask the person.
    case questions

    /// One word for it, such as `impact` or `competency:craft`; `init(text:)` reads it.
    public var text: String {
        switch self {
        case .summary: "summary"
        case .impact: "impact"
        case .competency(let id): "competency:\(id)"
        case .edges: "edges"
        case .level: "level"
        case .questions: "questions"
        }
    }

    /// Reads the word for a block; nil for any other.
    public init?(text: String) {
        switch text {
        case "summary": self = .summary
        case "impact": self = .impact
        case "edges": self = .edges
        case "level": self = .level
        case "questions": self = .questions
        default:
            guard text.hasPrefix("competency:") else { return nil }
            self = .competency(String(text.dropFirst("competency:".count)))
        }
    }
}
