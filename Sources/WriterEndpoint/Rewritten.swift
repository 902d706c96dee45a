public import Evidence
public import ModelEndpoint
public import Writing

/// What a model may see and is held against: the evidence, the names that it must not see, and the check.
public struct RewriteMaterial: Sendable {
    let entries: [EntryID: LedgerEntry]
    let subject: String
    let names: [String]
    let check: CitationCheck

    /// Joins evidence, names and the check of whoever wrote the sentences.
    ///
    /// Shape: `subject` is the person's full name; `names` are full names and handles of everybody in the workspace.
    public init(entries: [LedgerEntry], subject: String, names: [String], check: CitationCheck) {
        self.entries = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.subject = subject
        self.names = names
        self.check = check
    }
}

/// A sentence and what became of it.
public struct Rewritten: Sendable, Hashable {
    /// The sentence as it was composed.
    public let original: Sentence
    /// The sentence that stands; the original, byte for byte, unless it was reworded.
    public let sentence: Sentence
    /// What became of it.
    public let outcome: Outcome
    /// What came back each time, names masked, and why it fell; empty where nobody was asked.
    public let tries: [Try]
    /// What the model saw of the sentence and its sources, names masked; empty where nobody was asked.
    public let shown: [String]

    /// What became of a sentence.
    public enum Outcome: Sendable, Hashable {
        /// The model's words stand.
        case reworded
        /// The composed sentence stays.
        case kept(KeptReason)
    }

    /// One answer about a sentence.
    public struct Try: Sendable, Hashable {
        /// What the model wrote, names masked, cut at 2,000 characters.
        public let text: String
        /// Why it fell; empty where it stands.
        public let faults: [RewriteFault]
    }

    init(_ original: Sentence, kept reason: KeptReason, tries: [Try] = [], shown: [String] = []) {
        self.original = original
        sentence = original
        outcome = .kept(reason)
        self.tries = tries
        self.shown = shown
    }

    init(_ original: Sentence, words: String, tries: [Try], shown: [String]) {
        self.original = original
        sentence = Sentence(words, sources: original.sources, role: original.role)
        outcome = .reworded
        self.tries = tries
        self.shown = shown
    }
}

/// Why a composed sentence stays.
public enum KeptReason: Sendable, Hashable {
    /// It claims nothing, so there is nothing to hold a rewording against.
    case noClaim
    /// Somebody wrote it.
    case edited
    /// A source is missing, gone or contested.
    case noSource
    /// Its own words do not pass the check; no rewording can.
    case unsupported
    /// It or a source holds marks that the eye cannot see.
    case unseenMarks
    /// A source speaks to models.
    case givesOrders
    /// The model leaves it as it is.
    case same
    /// Every rewording fell.
    case fell
    /// The model has no answer about it.
    case leftOut
    /// There is no answer of the model.
    case noAnswer(WireFault)

    /// The reason as it is kept and counted.
    public var code: String {
        switch self {
        case .noClaim: "no claim"
        case .edited: "edited"
        case .noSource: "no source"
        case .unsupported: "unsupported"
        case .unseenMarks: "unseen marks"
        case .givesOrders: "gives orders"
        case .same: "same"
        case .fell: "fell"
        case .leftOut: "left out"
        case .noAnswer(let fault): "no answer: \(fault.rawValue)"
        }
    }
}
