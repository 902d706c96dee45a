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
    public let meeting: Words?
    /// What is new since then is here.
    public let since: DayMark
    /// What happened.
    public let happened: [CitedLine]
    /// What is older than the last 1:1 and was not talked about.
    public let earlier: [CitedLine]
    /// What to say thanks for.
    public let recognise: [CitedLine]
    /// What to help with: conditions, never worth.
    public let help: [CitedLine]
    /// One growth edge: the ladder's words, what was last seen of it, a chance coming up.
    public let edge: [CitedLine]
    /// Two or three open questions.
    public let questions: [Words]
    /// Everything cited above.
    public let sources: [NumberedSource]
    /// What the two keep of their 1:1s; nil where the people file names no manager.
    public let talk: TalkPanel?
    /// The same as files to take away.
    let files: [FileLink]
    /// What to mend in a form.
    public var complaint: Words?

    /// Joins what the page shows.
    init(
        person: PersonLink,
        readerIsSubject: Bool,
        meeting: Words? = nil,
        since: DayMark,
        happened: [CitedLine],
        earlier: [CitedLine] = [],
        recognise: [CitedLine],
        help: [CitedLine],
        edge: [CitedLine] = [],
        questions: [Words],
        sources: [NumberedSource],
        talk: TalkPanel? = nil,
        files: [FileLink] = [],
        complaint: Words? = nil
    ) {
        self.person = person
        self.readerIsSubject = readerIsSubject
        self.meeting = meeting
        self.since = since
        self.happened = happened
        self.earlier = earlier
        self.recognise = recognise
        self.help = help
        self.edge = edge
        self.questions = questions
        self.sources = sources
        self.talk = talk
        self.files = files
        self.complaint = complaint
    }
}
