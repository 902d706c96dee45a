/// A review draft: every sentence names its sources.
///
/// Shape: sentences cite by number; `sources` holds those numbers, once each.
public struct DraftPage: Page {
    /// The template that draws it.
    public static let template = "draft"

    /// Whom the draft is about.
    public let person: PersonLink
    /// Title and level.
    public let role: Words
    /// The first day of the period.
    public let from: DayMark
    /// The last day of the period.
    public let to: DayMark
    /// What stands first: the period in a few sentences.
    public let opening: [CitedLine]
    /// Sentences by competency, in the ladder's order.
    public let groups: [DraftGroup]
    /// Growth edges with next steps.
    public let edges: [DraftEdge]
    /// Where too little can be seen, and what to do about it.
    public let gaps: [EvidenceGap]
    /// What was checked, and what to look at before sharing.
    public let notes: [QualityNote]
    /// Everything cited above.
    public let sources: [NumberedSource]
    /// Where colleagues are asked; nil where nobody can be.
    public let ask: Link?

    /// Joins what the page shows.
    public init(
        person: PersonLink,
        role: Words,
        from: DayMark,
        to: DayMark,
        opening: [CitedLine],
        groups: [DraftGroup],
        edges: [DraftEdge],
        gaps: [EvidenceGap],
        notes: [QualityNote],
        sources: [NumberedSource],
        ask: Link? = nil
    ) {
        self.person = person
        self.role = role
        self.from = from
        self.to = to
        self.opening = opening
        self.groups = groups
        self.edges = edges
        self.gaps = gaps
        self.notes = notes
        self.sources = sources
        self.ask = ask
    }
}

/// What a draft says of one competency.
public struct DraftGroup: Sendable, Hashable {
    /// The competency's name.
    public let competency: String
    /// Its sentences.
    public let lines: [CitedLine]

    /// Joins its parts.
    public init(competency: String, lines: [CitedLine]) {
        self.competency = competency
        self.lines = lines
    }
}

/// A growth edge in a draft.
public struct DraftEdge: Sendable, Hashable {
    /// The competency's name.
    public let edge: String
    /// What it rests on.
    public let lines: [CitedLine]
    /// Next steps, each one sentence.
    public let next: [String]

    /// Joins its parts.
    public init(edge: String, lines: [CitedLine], next: [String]) {
        self.edge = edge
        self.lines = lines
        self.next = next
    }
}

/// Something about which a draft says nothing, and why.
public struct EvidenceGap: Sendable, Hashable {
    /// The competency or the stretch of time.
    public let about: String
    /// What is missing and whom to ask.
    public let words: String

    /// Joins its parts.
    public init(about: String, words: String) {
        self.about = about
        self.words = words
    }
}

/// One check of a draft.
public struct QualityNote: Sendable, Hashable {
    /// What was checked.
    public let check: String
    /// What was found.
    public let words: String
    /// True when the writer should look before sharing.
    public let needsLook: Bool

    /// Joins its parts.
    public init(check: String, words: String, needsLook: Bool) {
        self.check = check
        self.words = words
        self.needsLook = needsLook
    }
}
