public import Evidence
public import Statistics
public import Workspace

/// A question for a calibration room; it changes nothing by itself.
public struct CalibrationCue: Sendable, Hashable, Identifiable {
    /// The key of a cue: the same whenever the room is read again.
    public struct ID: Identifier {
        /// The family and eight hexadecimal digits.
        public let text: String
        /// Wraps the text.
        public init(_ text: String) { self.text = text }

        init(room: String, _ family: CueFamily, _ subjects: [String]) {
            text = "\(family.rawValue)-\(StableHash.hexadecimal([room, family.rawValue] + subjects).prefix(8))"
        }
    }

    /// A number with its name.
    public struct Figure: Sendable, Hashable, Codable {
        /// What it is.
        public let label: String
        /// How it is written.
        public let words: String

        /// Joins both.
        public init(_ label: String, _ words: String) {
            self.label = label
            self.words = words
        }
    }

    /// Who sees a cue.
    public enum Audience: String, Sendable, Hashable, Codable {
        /// Those who may open the room.
        case room
        /// People operations alone: those who answer for the process.
        case processOwner = "process-owner"

        /// The same in words.
        public var words: String {
            switch self {
            case .room: "People operations; nobody sees a question about the own draft."
            case .processOwner: "People operations."
            }
        }
    }

    /// The key.
    public let id: ID
    /// Which question it answers.
    public let family: CueFamily
    /// Whom or what it is about, by name.
    public let about: String
    /// Whose drafts are in it; they do not see it.
    public let people: Set<PersonID>
    /// What was seen, in a sentence.
    public let seen: String
    /// The numbers behind it.
    public let figures: [Figure]
    /// How many drafts or entries it rests on.
    public let count: Int
    /// How large it is, in standard deviations of the drafts; nil for arithmetic.
    public let effect: Double?
    /// Where the figure lies, 95 %; nil where there is none.
    public let interval: Interval?
    /// Probability of as much by chance; nil for arithmetic and for rules of thumb.
    public let p: Double?
    /// Why it may mislead.
    public let misleads: String
    /// What to do next.
    public let next: String
    /// Who sees it.
    public let audience: Audience
    /// The entries that it speaks of.
    public let entries: [EntryID]

    init(
        _ id: ID,
        _ family: CueFamily,
        about: String,
        people: some Sequence<PersonID>,
        seen: String,
        figures: [Figure],
        count: Int,
        effect: Double? = nil,
        interval: Interval? = nil,
        p: Double? = nil,
        misleads: String,
        next: String,
        audience: Audience = .room,
        entries: [EntryID] = []
    ) {
        self.id = id
        self.family = family
        self.about = about
        self.people = Set(people)
        self.seen = seen
        self.figures = figures
        self.count = count
        self.effect = effect
        self.interval = interval
        self.p = p
        self.misleads = misleads
        self.next = next
        self.audience = audience
        self.entries = entries
    }
}

/// What the room says of a cue.
public struct CueAnswer: Sendable, Hashable, Codable {
    /// What became of it.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// There is a reason, and nothing has to change.
        case explained
        /// Something was looked at again.
        case acted
    }

    /// What became of it.
    public let outcome: Outcome
    /// The sentence.
    public let words: String

    /// Joins both.
    public init(_ outcome: Outcome, words: String) {
        self.outcome = outcome
        self.words = words
    }
}
