public import Evidence
import Workspace

/// Holds a sentence against its sources; what they do not carry makes it fall.
///
/// Source: `docs/methods.md`, "No sentence without a source". Knows names, numbers, dates and quotes; what it cannot
/// decide it does not pass.
public struct CitationCheck: Sendable {
    private let entries: [EntryID: LedgerEntry]
    private let subject: String

    /// Takes the evidence that may be cited.
    public init(entries: [LedgerEntry], subject: String) {
        self.entries = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.subject = subject
    }

    /// Why a sentence falls.
    public enum Fault: Sendable, Hashable {
        /// A claim without any source.
        case noSource
        /// A source that is gone or does not count.
        case sourceGone(EntryID)
        /// A quote that none of its sources says.
        case notSaid(String)
        /// A number that is in none of its sources.
        case number(String)
        /// A name that is in none of its sources.
        case name(String)
    }

    /// Everything that is wrong with a sentence; empty when it may stand.
    public func faults(of sentence: Sentence) -> [Fault] {
        guard sentence.role == .claim else { return [] }
        guard !sentence.sources.isEmpty else { return [.noSource] }
        var faults: [Fault] = []
        var sources: [LedgerEntry] = []
        for id in sentence.sources {
            if let entry = entries[id], entry.state.isOpen {
                sources.append(entry)
            } else {
                faults.append(.sourceGone(id))
            }
        }
        let (quotes, frame) = Self.split(sentence.text)
        for quote in quotes where !sources.contains(where: { $0.quote.contains(Self.bare(quote)) }) {
            faults.append(.notSaid(quote))
        }
        let facts = sources.map { self.facts(of: $0) }.joined(separator: " ")
        let known = Set(Self.words(facts))
        for word in Self.words(frame) where word.contains(where: \.isNumber) && !known.contains(word) {
            faults.append(.number(word))
        }
        for name in Self.names(in: frame) where !known.contains(name) { faults.append(.name(name)) }
        return faults
    }

    /// The sentences that may stand.
    public func supported(_ sentences: [Sentence]) -> [Sentence] { sentences.filter { faults(of: $0).isEmpty } }

    private func facts(of entry: LedgerEntry) -> String {
        [
            subject, entry.voice.name, entry.channelName, DateWords.dayAndYear(CivilDate(microseconds: entry.moment)),
            entry.quote,
        ]
        .joined(separator: " ")
    }

    /// What stands between quotation marks, and what stands around them.
    private static func split(_ text: String) -> (quotes: [String], frame: String) {
        var quotes: [String] = []
        var frame = ""
        var quote: String?
        for character in text {
            switch (character, quote) {
            case ("“", nil): quote = ""
            case ("”", let words?):
                quotes.append(words)
                quote = nil
            case (_, .some): quote?.append(character)
            default: frame.append(character)
            }
        }
        return (quotes, frame + (quote ?? ""))
    }

    private static func bare(_ quote: String) -> String {
        quote.hasSuffix(" …") ? String(quote.dropLast(2)) : quote
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Words with a capital that do not begin the sentence.
    private static func names(in frame: String) -> [String] {
        words(frame).dropFirst().filter { $0.first?.isUppercase == true }
    }
}
