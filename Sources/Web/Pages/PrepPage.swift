/// A 1:1 on one screen.
///
/// Shape: every line cites sources by number; `sources` holds those numbers, once each.
public struct PrepPage: Page {
    /// The template that draws it.
    public static let template = "prep"

    /// Whom the 1:1 is about.
    public let person: PersonLink
    /// True when the reader is the person.
    public let readerIsSubject: Bool
    /// When the 1:1 is, in words.
    public let meeting: String?
    /// What is new since then is here.
    public let since: DayMark
    /// What happened.
    public let happened: [CitedLine]
    /// What to say thanks for.
    public let recognise: [CitedLine]
    /// What to help with: conditions, never worth.
    public let help: [CitedLine]
    /// One growth edge.
    public let edge: CitedLine?
    /// What was agreed and is still open.
    public let actions: [OpenAction]
    /// Two or three open questions.
    public let questions: [String]
    /// Everything cited above.
    public let sources: [NumberedSource]

    /// Joins what the page shows.
    public init(
        person: PersonLink,
        readerIsSubject: Bool,
        meeting: String? = nil,
        since: DayMark,
        happened: [CitedLine],
        recognise: [CitedLine],
        help: [CitedLine],
        edge: CitedLine? = nil,
        actions: [OpenAction],
        questions: [String],
        sources: [NumberedSource]
    ) {
        self.person = person
        self.readerIsSubject = readerIsSubject
        self.meeting = meeting
        self.since = since
        self.happened = happened
        self.recognise = recognise
        self.help = help
        self.edge = edge
        self.actions = actions
        self.questions = questions
        self.sources = sources
    }
}

/// Something agreed in an earlier 1:1.
public struct OpenAction: Sendable, Hashable {
    /// What was agreed.
    public let action: String
    /// Who does it.
    public let owner: String
    /// When it was agreed.
    public let agreed: DayMark

    /// Joins its parts.
    public init(action: String, owner: String, agreed: DayMark) {
        self.action = action
        self.owner = owner
        self.agreed = agreed
    }
}
