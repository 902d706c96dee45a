public import Evidence

/// What the manager decided about a draft: evidence kept, dropped or annotated, sentences written by hand.
public struct DraftChoices: Sendable, Hashable {
    /// Evidence that is told, and evidence that is not.
    public var evidence: [EntryID: Choice]
    /// What the manager adds to a piece of evidence, in the manager's own words.
    public var notes: [EntryID: String]
    /// Sentences written or changed by hand.
    public var edits: [Edit]
    /// The sentences of the draft as it was last shown, so that one whose source is gone stays visible as broken.
    public var shown: [Edit]

    /// Nothing was decided yet.
    public init(
        evidence: [EntryID: Choice] = [:],
        notes: [EntryID: String] = [:],
        edits: [Edit] = [],
        shown: [Edit] = []
    ) {
        self.evidence = evidence
        self.notes = notes
        self.edits = edits
        self.shown = shown
    }

    /// Whether a piece of evidence is told.
    public enum Choice: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is told.
        case keep
        /// It is not told.
        case drop
    }

    /// A sentence with its place.
    public struct Edit: Sendable, Hashable {
        /// The key of the line that it stands for; a new one for a sentence that was added.
        public let key: String
        /// The block that it stands in.
        public let block: DraftBlock
        /// The words; empty where the line was taken out.
        public let text: String
        /// The evidence that it cites.
        public let sources: [EntryID]

        /// Joins its parts.
        public init(key: String, block: DraftBlock, text: String, sources: [EntryID]) {
            self.key = key
            self.block = block
            self.text = text
            self.sources = sources
        }
    }
}

/// A place of a draft that is empty for want of evidence, and whom to ask about it: what a desk turns into a link.
public struct DraftRequest: Sendable, Hashable {
    /// The competency's id.
    public let competencyID: String
    /// Its name.
    public let competency: String
    /// What the box says instead.
    public let words: String

    /// Joins its parts.
    public init(competencyID: String, competency: String) {
        self.competencyID = competencyID
        self.competency = competency
        words =
            "Not enough evidence on \(competency.lowercased()). This says nothing about the work; ask those who were there."
    }
}
