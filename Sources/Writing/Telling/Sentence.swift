public import Evidence

/// A sentence that names what it rests on.
///
/// Source: `docs/methods.md`, "No sentence without a source".
public struct Sentence: Sendable, Hashable {
    /// The words.
    public let text: String
    /// The evidence behind them, in the order in which it is used; empty only for questions and for words about the
    /// text itself.
    public let sources: [EntryID]
    /// What sort of sentence it is.
    public let role: Role

    /// Joins words and sources.
    public init(_ text: String, sources: [EntryID] = [], role: Role) {
        self.text = text
        self.sources = sources
        self.role = role
    }

    /// What sort of sentence.
    public enum Role: String, Sendable, Hashable {
        /// Claims something; must have sources.
        case claim
        /// Asks something.
        case question
        /// Quotes the ladder.
        case ladder
        /// Speaks about the text itself: what is missing, and why.
        case note
    }
}
