public import Evidence
public import Signals
import Workspace

/// Holds a sentence against its sources; what they do not carry makes it fall.
///
/// Source: `docs/methods.md`, "The citation check". Every word has to be accounted for: as a quote, as a fact of the record (day,
/// conversation, who spoke), as a phrase of the house, or as a word of one of the sources in the order and company in which it
/// stands there. What is left over falls. English only: a sentence in another language stands only as a quote in a known frame.
public struct CitationCheck: Sendable {
    let entries: [EntryID: LedgerEntry]
    let subject: String
    let names: Set<String>
    /// Parts of the names of everybody, once for all sentences.
    let everybody: Set<String>
    let framing: [SignalKind: [String]]
    let entailment: (any Entailment)?

    /// Takes the evidence that may be cited.
    ///
    /// Shape: `names` are those of everybody in the workspace, so that a name is known as one wherever it stands; `framing` are
    /// phrases of the house, by the kind of evidence that they say no more than; they need the person as whoever does it.
    public init(
        entries: [LedgerEntry],
        subject: String,
        names: Set<String> = [],
        framing: [SignalKind: [String]] = [:],
        entailment: (any Entailment)? = nil
    ) {
        self.entries = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.subject = subject
        self.names = names
        everybody = Set(names.flatMap(Cast.parts))
        self.framing = framing
        self.entailment = entailment
    }

    /// Why a sentence falls.
    public enum Fault: Sendable, Hashable {
        /// A claim without any source.
        case noSource
        /// A source that is gone or does not count.
        case sourceGone(EntryID)
        /// Sources of more than one episode: two things told as one.
        case severalMoments
        /// A quote that none of its sources says.
        case notSaid(String)
        /// A number that is in none of its sources, or stands for something else there.
        case number(String)
        /// A day that is not that of its sources.
        case date(String)
        /// A name that is in none of its sources.
        case name(String)
        /// Somebody is said to have said it who did not.
        case speaker(String)
        /// Somebody is said to have done it who did not.
        case actor(String)
        /// The sources say the opposite.
        case polarity(String)
        /// All, none, always or much, where the sources do not say so.
        case quantity(String)
        /// Stronger or compared, where the sources do not say so.
        case strength(String)
        /// One thing made the cause of another.
        case cause(String)
        /// Told as done, where the sources ask for it or plan it.
        case plan(String)
        /// A word that no source uses.
        case added(String)
        /// A word that stands with other words in the sources.
        case order(String)
        /// A model finds that it does not follow; how likely that it does.
        case unlikely(Double)

        /// True where somebody may still see that it is right.
        var isOpen: Bool {
            switch self {
            case .added, .order, .unlikely: true
            default: false
            }
        }
    }

    /// What the check says.
    public enum Verdict: Sendable, Hashable {
        /// Its sources bear it out.
        case supported
        /// No rule speaks against it, and most of it is in its sources: somebody has to look.
        case needsALook
        /// It falls.
        case unsupported([Fault])
    }

    /// Part of the words that has to come from the sources for a sentence to be looked at at all.
    static let recallToLook = 0.6
    /// How likely a model has to find a sentence that the rules leave open.
    static let likelyEnough = 0.8
    /// Below this a sentence that the rules let stand is looked at.
    static let unlikely = 0.2

    /// What the check finds in each sentence, in their order.
    public func findings(_ sentences: [Sentence]) -> [Finding] {
        let desk = CheckDesk(check: self, sentences: sentences)
        return sentences.map(desk.finding)
    }

    /// What the check finds in a sentence.
    public func finding(for sentence: Sentence) -> Finding {
        CheckDesk(check: self, sentences: [sentence]).finding(sentence)
    }

    /// The whole check; sentences that claim nothing are supported.
    public func verdict(of sentence: Sentence) -> Verdict { finding(for: sentence).verdict }

    /// Everything that is wrong with a sentence; empty when it may stand or has to be looked at.
    public func faults(of sentence: Sentence) -> [Fault] {
        if case .unsupported(let faults) = verdict(of: sentence) { faults } else { [] }
    }

    /// The sentences that may stand as they are.
    public func supported(_ sentences: [Sentence]) -> [Sentence] {
        zip(sentences, findings(sentences)).filter { $1.stands }.map(\.0)
    }
}
