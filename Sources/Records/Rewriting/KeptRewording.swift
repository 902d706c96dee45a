public import Evidence
private import Foundation
public import Workspace

/// The key of what a model made of a sentence: the same sentence about the same person from the same sources has the same.
public struct RewordingID: Identifier {
    /// The identifier: 32 hexadecimal digits.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }

    /// The key of a composed sentence.
    public init(_ sentence: String, sources: [EntryID], about subject: PersonID) {
        let fields = [subject.text, sentence] + sources.map(\.text)
        text = String(Digest.hexadecimal(Digest.sha256(fields: fields)).prefix(32))
    }
}

/// What became of a sentence that a model was asked about; both sides can open it from the sentence.
public struct KeptRewording: Sendable, Hashable {
    /// The key.
    public var id: RewordingID
    /// Whom the sentence is about.
    public var subject: PersonID
    /// When the model answered, microseconds since 1970 UTC.
    public var moment: Int64
    /// The model and the version of what it was told.
    public var stamp: String
    /// `reworded`, or why the composed sentence stays.
    public var outcome: String
    /// The sentence as it was composed.
    public var original: String
    /// The model's words where they stand; nil where the composed sentence stays.
    public var words: String?
    /// The evidence behind the sentence.
    public var sources: [EntryID]
    /// What the model saw, names masked: the sentence, then the quotes of its sources.
    public var shown: [String]
    /// What it wrote each time, names masked, and why that fell.
    public var tries: [Try]

    /// One answer.
    public struct Try: Sendable, Hashable, Codable {
        /// What it wrote.
        public let text: String
        /// The faults' codes, each once.
        public let faults: [String]

        /// Joins words and faults.
        public init(text: String, faults: [String]) {
            self.text = text
            self.faults = faults
        }
    }

    /// Joins all that is kept.
    public init(
        id: RewordingID,
        subject: PersonID,
        moment: Int64,
        stamp: String,
        outcome: String,
        original: String,
        words: String?,
        sources: [EntryID],
        shown: [String],
        tries: [Try]
    ) {
        self.id = id
        self.subject = subject
        self.moment = moment
        self.stamp = stamp
        self.outcome = outcome
        self.original = original
        self.words = words
        self.sources = sources
        self.shown = shown
        self.tries = tries
    }

    /// The faults of all tries, each once, in the order of the alphabet.
    var faults: String { Set(tries.flatMap(\.faults)).sorted().joined(separator: " ") }

    /// What is sealed: every word.
    func sealedText() throws -> String {
        let words = Words(original: original, words: words, sources: sources.map(\.text), shown: shown, tries: tries)
        return String(decoding: try JSONEncoder().encode(words), as: UTF8.self)
    }

    /// Takes what was sealed apart; nil where it is something else.
    mutating func take(sealed text: String) -> Bool {
        guard let words = try? JSONDecoder().decode(Words.self, from: Data(text.utf8)) else { return false }
        (original, self.words, shown, tries) = (words.original, words.words, words.shown, words.tries)
        sources = words.sources.map { EntryID($0) }
        return true
    }

    private struct Words: Codable {
        let original: String
        let words: String?
        let sources: [String]
        let shown: [String]
        let tries: [Try]
    }
}
