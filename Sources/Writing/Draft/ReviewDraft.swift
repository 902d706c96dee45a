public import Evidence
public import Workspace

/// A draft of a review: sentences that name their sources, and empty boxes where there is not enough to say.
///
/// Source: `docs/methods.md`, "Review draft". It holds no rating, and none can be put in.
public struct ReviewDraft: Sendable, Hashable {
    /// Whom it is about.
    public let person: String
    /// Who speaks in it.
    public let perspective: Perspective
    /// The first day of the period.
    public let from: CivilDate
    /// The last day of the period.
    public let to: CivilDate
    /// What the draft rests on; at most 60 words.
    public let summaryLines: [DraftLine]
    /// Three to five moments with the clearest effect; fewer where there are none.
    public let impactLines: [DraftLine]
    /// What happened, by competency.
    public let sections: [Section]
    /// One or two edges: the ladder's words, what was heard about it, the next chance.
    public let edgeLines: [DraftLine]
    /// The level reading, as it was given.
    public let levelLines: [DraftLine]
    /// What to talk about before anything is written down.
    public let questionLines: [DraftLine]
    /// What would make the text better, beside it.
    public let meters: [DraftMeter]
    /// How the talk about it may go.
    public let guide: TalkGuide

    /// One competency of the draft.
    public struct Section: Sendable, Hashable {
        /// The competency's id.
        public let id: String
        /// The competency's name.
        public let competency: String
        /// Its lines; empty where there is not enough evidence.
        public let lines: [DraftLine]
        /// What stands in an empty box: whom to ask; nil where there is evidence.
        public let request: DraftRequest?

        /// Joins its parts.
        public init(id: String, competency: String, lines: [DraftLine], request: DraftRequest?) {
            self.id = id
            self.competency = competency
            self.lines = lines
            self.request = request
        }

        /// Its sentences.
        public var sentences: [Sentence] { lines.map(\.sentence) }
        /// True where the box stays empty.
        public var isEmpty: Bool { lines.isEmpty }
    }

    /// What the draft rests on, as sentences.
    public var summary: [Sentence] { summaryLines.map(\.sentence) }
    /// The moments with the clearest effect, as sentences.
    public var impact: [Sentence] { impactLines.map(\.sentence) }
    /// The edges, as sentences.
    public var edges: [Sentence] { edgeLines.map(\.sentence) }
    /// The level reading, as sentences.
    public var level: [Sentence] { levelLines.map(\.sentence) }
    /// The questions, as sentences.
    public var questions: [Sentence] { questionLines.map(\.sentence) }

    /// All lines in reading order.
    public var lines: [DraftLine] {
        summaryLines + impactLines + sections.flatMap(\.lines) + edgeLines + levelLines + questionLines
    }

    /// All sentences in reading order.
    public var sentences: [Sentence] { lines.map(\.sentence) }

    /// Lines whose evidence is gone, for the head of the page.
    public var broken: [DraftLine] {
        lines.filter { if case .broken = $0.standing { true } else { false } }
    }

    /// Empty boxes, for requests.
    public var requests: [DraftRequest] { sections.compactMap(\.request) }

    /// Words in all.
    public var wordCount: Int { lines.reduce(0) { $0 + Excerpt.wordCount($1.text) } }

    /// The evidence in the order in which it is first cited; a citation's number is its place here, from 1.
    public var cited: [EntryID] {
        var seen: Set<EntryID> = []
        return sentences.flatMap(\.sources).filter { seen.insert($0).inserted }
    }
}
