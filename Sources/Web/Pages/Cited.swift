/// A sentence and the sources it rests on.
public struct CitedLine: Sendable, Hashable {
    /// The sentence, without marks.
    public let line: Words
    /// The sources' numbers; empty only for words that are the program's own.
    public let citations: [Citation]

    /// Joins its parts.
    public init(line: Words, citations: [Citation]) {
        self.line = line
        self.citations = citations
    }
}

/// A source with the number by which sentences cite it.
public struct NumberedSource: Sendable, Hashable {
    /// The number, from 1.
    public let number: Int
    /// The evidence.
    public let item: EvidenceItem

    /// Joins its parts.
    public init(number: Int, item: EvidenceItem) {
        self.number = number
        self.item = item
    }
}

/// A source named in a few words.
public struct SourceLink: Sendable, Hashable {
    /// Such as `Ana Ruiz in #payments, 12 May`.
    public let label: Words
    /// Where it opens; nil when the source has no address.
    public let link: Link?

    /// Joins its parts.
    public init(label: Words, link: Link? = nil) {
        self.label = label
        self.link = link
    }
}
