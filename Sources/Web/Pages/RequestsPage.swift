/// What the reader was asked about colleagues, with a form for each question that waits.
public struct RequestsPage: Page {
    /// The template that draws it.
    public static let template = "requests"

    /// What to mend; nil for a page that nobody sent.
    let complaint: Words?
    /// Questions that wait, the oldest first.
    let waiting: [RequestCard]
    /// Questions that were answered or went by, newest first.
    let past: [RequestLine]
}

/// A question that waits.
struct RequestCard: Sendable, Hashable {
    /// The request's id.
    let key: String
    /// Such as `Ana Berg, hard decisions`.
    let heading: Words
    let question: Words
    let sent: DayMark
    let until: DayMark
    let options: [ChoiceOption]
    let typed: String
    /// True where the reader reports to whom it is about.
    let isReport: Bool
}

/// A question that no longer waits.
struct RequestLine: Sendable, Hashable {
    let heading: Words
    let sent: DayMark
    /// What became of it, in words.
    let words: Words
    /// What the reader wrote; nil where nothing.
    let said: String?
}

/// Rounds of requests about a person, as the person and their manager see them.
public struct RoundsPage: Page {
    /// The template that draws it.
    public static let template = "rounds"

    let person: PersonLink
    let readerIsSubject: Bool
    let complaint: Words?
    /// Where its forms are sent to.
    let action: Link
    /// True when it is time to ask.
    let isDue: Bool
    /// Why nobody can be asked today, in words; nil when it is time.
    let pause: Words?
    let rounds: [RoundCard]
}

/// One round.
struct RoundCard: Sendable, Hashable {
    /// The competency's name.
    let competency: Words
    let sent: DayMark
    /// How many were asked, by whom, until when.
    let summary: Words
    /// How many answers wait to be shown together; nil where none does.
    let held: Words?
    let answers: [AnswerCard]
}

/// One answer.
struct AnswerCard: Sendable, Hashable {
    /// The request that it answers.
    let key: String
    let name: String
    let day: DayMark
    /// Which statement comes closer, in words.
    let sight: Words
    let said: String?
    let state: StateMark
    /// True where the reader can agree or object.
    let canAnswer: Bool
}
