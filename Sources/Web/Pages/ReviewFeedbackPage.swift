/// What the reader was asked for, with a form for each request that waits.
public struct ReviewFeedbackPage: Page {
    /// The template that draws it.
    public static let template = "review-feedback"

    let complaint: String?
    let waiting: [FeedbackCard]
    let past: [FeedbackLine]
}

/// A request that waits.
struct FeedbackCard: Sendable, Hashable {
    let key: String
    let heading: String
    let reason: String
    /// What the asker would like to hear about; nil where nothing in particular.
    let about: String?
    let until: DayMark
    /// What is asked back, once; nil where nothing is.
    let question: String?
    let work: String
    let behaviour: String
    let effect: String
    let leans: [FeedbackChoice]
    let readers: [FeedbackChoice]
    let held: String
}

/// One answer of a form.
struct FeedbackChoice: Sendable, Hashable {
    let value: String
    let label: String
    let isChosen: Bool
}

/// A request that no longer waits.
struct FeedbackLine: Sendable, Hashable {
    let key: String
    let heading: String
    let words: String
    /// What was given; nil where nothing is kept.
    let given: String?
    let canTakeBack: Bool
}

/// Feedback about a person, and whom to ask.
public struct ReviewFeedbackAboutPage: Page {
    /// The template that draws it.
    public static let template = "review-feedback-about"

    let person: PersonLink
    let readerIsSubject: Bool
    let complaint: String?
    let action: Link
    let nominees: [FeedbackNominee]
    let typed: String
    let asked: [FeedbackLine]
}

/// A colleague whom one could ask.
struct FeedbackNominee: Sendable, Hashable {
    let id: String
    let name: String
    let reason: String
}
