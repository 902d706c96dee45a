public import Evidence
import Workspace

/// Holds a sentence against its sources; what they do not carry makes it fall.
///
/// Source: `docs/methods.md`, "No sentence without a source". Rules decide on quotes, numbers, dates, names, who said and who
/// did, polarity, quantity, strength and cause; then the words themselves have to come from the sources. English only: a
/// sentence in another language stands only as a verbatim quote in a known frame.
public struct CitationCheck: Sendable {
    private let entries: [EntryID: LedgerEntry]
    private let subject: String
    private let names: Set<String>

    /// Takes the evidence that may be cited.
    ///
    /// Shape: `names` are those of everybody in the workspace, so that a name is known as one wherever it stands.
    public init(entries: [LedgerEntry], subject: String, names: Set<String> = []) {
        self.entries = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.subject = subject
        self.names = names
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
        /// Words that its sources do not use; how many of its own it has of all that carry matter.
        case ownWords(Int, of: Int)
    }

    /// What the check says.
    public enum Verdict: Sendable, Hashable {
        /// Its sources bear it out.
        case supported
        /// No rule speaks against it, and much of it is in its sources: somebody has to look.
        case needsALook
        /// It falls.
        case unsupported([Fault])
    }

    /// Part of the words that has to come from the sources for a sentence to be looked at at all.
    static let recallToLook = 0.6
    /// Part of the words that has to come from the sources for a sentence to stand.
    static let recallToStand = 0.8

    /// The whole check; sentences that claim nothing are supported.
    public func verdict(of sentence: Sentence) -> Verdict {
        guard sentence.role == .claim else { return .supported }
        guard !sentence.sources.isEmpty else { return .unsupported([.noSource]) }
        var faults: [Fault] = []
        var sources: [LedgerEntry] = []
        for id in sentence.sources {
            if let entry = entries[id], entry.state.isOpen {
                sources.append(entry)
            } else {
                faults.append(.sourceGone(id))
            }
        }
        if Set(sources.map(\.episode)).count > 1 { faults.append(.severalMoments) }
        let parts = QuotedText(sentence.text)
        for quote in parts.quotes where !sources.contains(where: { $0.quote.contains(QuotedText.bare(quote)) }) {
            faults.append(.notSaid(quote))
        }
        let frame = CheckedText(parts.frame(without: TellingFrame.phrases(for: sources)))
        let naming = Set(frame.words.filter { $0.isCapital && !$0.opens && $0.isContent }.map(\.small))
        let source = CheckedSources(sources, subject: subject, quotes: parts.quotes, naming: naming.union(names))
        faults += parts.places.filter { !source.places.contains($0) }.map { .name("#\($0)") }
        faults += NumberRules(frame: frame, source: source).faults
        faults += NameRules(frame: frame, source: source, everybody: names).faults
        faults += MeaningRules(frame: frame, source: source).faults
        // Numbers and days are decided by rules of their own.
        let matter = frame.words.filter { $0.isContent && !$0.hasDigit && !CheckWords.isDay($0.small) }
        let own = matter.count { !source.isKnown($0) }
        let all = matter.count
        let recall = all == 0 ? 1 : 1 - Double(own) / Double(all)
        if recall < Self.recallToLook { faults.append(.ownWords(own, of: all)) }
        if !faults.isEmpty { return .unsupported(faults) }
        return recall >= Self.recallToStand ? .supported : .needsALook
    }

    /// Everything that is wrong with a sentence; empty when it may stand or has to be looked at.
    public func faults(of sentence: Sentence) -> [Fault] {
        if case .unsupported(let faults) = verdict(of: sentence) { faults } else { [] }
    }

    /// The sentences that may stand as they are.
    public func supported(_ sentences: [Sentence]) -> [Sentence] { sentences.filter { verdict(of: $0) == .supported } }
}

/// What stands between quotation marks, and what stands around them.
struct QuotedText {
    let quotes: [String]
    private let around: String

    init(_ text: String) {
        var quotes: [String] = []
        var frame = ""
        var quote: String?
        for character in text {
            switch (character, quote) {
            case ("“", nil): quote = ""
            case ("”", let words?):
                quotes.append(words)
                quote = nil
                frame.append(" , ")
            case (_, .some): quote?.append(character)
            default: frame.append(character)
            }
        }
        self.quotes = quotes
        around = frame + (quote ?? "")
    }

    /// The frame without the words that the house puts around quotes of this kind.
    func frame(without phrases: [String]) -> String {
        phrases.reduce(around) { text, phrase in text.replacing(phrase, with: " ") }
    }

    /// Conversations named outside the quotes, without `#`, small.
    var places: [String] {
        around.split(whereSeparator: \.isWhitespace).compactMap { word in
            guard word.first == "#" else { return nil }
            let name = word.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            return name.contains(where: \.isLetter) ? name.lowercased() : nil
        }
    }

    /// A quote without the mark of a cut end.
    static func bare(_ quote: String) -> String { quote.hasSuffix(" …") ? String(quote.dropLast(2)) : quote }
}
