/// One review: its author writes on it, its reader reads and acknowledges it.
public struct ReviewPage: Page {
    /// The template that draws it.
    public static let template = "review"
    /// Words are looked at while they are typed.
    public static let isScripted = true

    /// Such as `Review of Ana Berg`.
    let heading: String
    let person: PersonLink
    /// The period, who wrote it, how far it has come.
    let facts: [String]
    /// What to mend; nil for a page that nobody sent.
    let complaint: String?
    /// Where its forms are sent to.
    let action: Link
    /// The version that the forms are about.
    let version: String
    /// True for the author while it is being written.
    let isWriting: Bool
    let parts: [ReviewPart]
    /// The script that looks at words while they are typed; nil for the reader.
    let script: String?
    /// What is beside the text while it is written; nil for the reader.
    let beside: ReviewBeside?
    /// What the author can do next; nil for the reader.
    let steps: ReviewSteps?
    /// The reader's form; nil where there is nothing to acknowledge.
    let reading: ReviewReading?
    /// What the reader wrote; nil where nothing.
    let comment: String?
    /// SHA-256 of the sealed text; nil where it is not sealed.
    let seal: String?
    /// What has to be said about a sealed text, such as that words were taken back since; nil where nothing.
    let sealNote: String?
    let sources: [NumberedSource]
    let print: Link
    let files: [FileLink]
}

/// A part of a review under its heading.
struct ReviewPart: Sendable, Hashable {
    /// The key within the review.
    let key: String
    let title: String
    let sentences: [ReviewSentence]
    /// Where colleagues are asked; nil where the part is not empty.
    let ask: Link?
    /// The form for a sentence of the author's; nil for the reader.
    let adding: ReviewForm?
}

/// A sentence of a review.
struct ReviewSentence: Sendable, Hashable {
    let cited: CitedLine
    /// `your words` or such; nil for words from the sources.
    let hand: String?
    /// Why it does not stand any more.
    let broken: [String]
    /// What its sources do not bear out, and what could be put better.
    let looks: [String]
    /// The form that changes it; nil for the reader.
    let changing: ReviewForm?
    /// What a model made of it; nil where none rewords here.
    let wording: WordingPart?
}

/// What a model made of a composed sentence.
struct WordingPart: Sendable, Hashable {
    /// The sentence's number.
    let number: String
    /// The model's words with their sources; nil where none stand.
    let suggestion: CitedLine?
    /// True where the author can ask.
    let canAsk: Bool
    /// What is to be said instead of a suggestion; nil where nothing is.
    let note: String?
    /// What stands on the door to what was asked and answered.
    let summary: String
    /// What was asked and answered; nil where nobody was asked.
    let log: String?
    /// Why answers fell.
    let reasons: [String]
}

/// A form for words of the author's.
struct ReviewForm: Sendable, Hashable {
    /// A number for the fields' names on the page.
    let place: String
    /// The sentence's number; nil for a new one.
    let number: String?
    /// What the composer calls the sentence; nil for a new one.
    let name: String?
    /// The part that a new sentence is for; nil for a change.
    let into: String?
    let typed: String
    /// Numbers of its sources.
    let from: String
    /// True where the form stands open, because its words were kept from a save that did not go through.
    let isOpen: Bool
    /// What stands beside it.
    let quotes: [SourceQuote]
}

/// A source beside a sentence.
struct SourceQuote: Sendable, Hashable {
    let label: Words
    let quote: String
}

/// What an author sees beside the text.
struct ReviewBeside: Sendable, Hashable {
    let checks: [QualityNote]
    let guide: [String]
    let untold: [UntoldItem]
    let versions: [String]
}

/// Evidence that is not told.
struct UntoldItem: Sendable, Hashable {
    /// The evidence's id.
    let entry: String
    let label: String
    let words: String
    /// True where the author left it out.
    let isDropped: Bool
}

/// What the author can do next.
struct ReviewSteps: Sendable, Hashable {
    let canShare: Bool
    /// Why it cannot be shared yet; nil where it can.
    let missing: String?
    let canTakeBack: Bool
    let canSeal: Bool
    /// True where a model can be asked about sentences that it was not asked about.
    let canReword: Bool
}

/// What the reader can do.
struct ReviewReading: Sendable, Hashable {
    let author: String
    /// A comment that was kept from a save that did not go through.
    let draft: String
}

/// A file to take away.
struct FileLink: Sendable, Hashable {
    let label: String
    let file: Link
}

/// Every review that the viewer may open, and beginning one.
public struct ReviewListPage: Page {
    /// The template that draws it.
    public static let template = "reviews"

    let complaint: String?
    let reviews: [ReviewLineItem]
    let people: [ReviewSubject]
    let from: DayMark
    let to: DayMark
}

/// A review in a line.
struct ReviewLineItem: Sendable, Hashable {
    let title: String
    let words: String
    let review: Link
}

/// Somebody whom the viewer can write about.
struct ReviewSubject: Sendable, Hashable {
    let id: String
    let name: String
}

/// A document on paper: no frame, no form.
public struct ReviewPrintPage: Page {
    /// The template that draws it.
    public static let template = "print"

    let title: String
    let lead: String?
    let facts: [PrintFact]
    let blocks: [PrintBlock]
    let notes: [PrintNote]
    let closing: [PrintFact]
    let back: Link
}

/// A name and its value on paper.
struct PrintFact: Sendable, Hashable {
    let name: String
    let words: String
}

/// Sentences under a heading on paper.
struct PrintBlock: Sendable, Hashable {
    let heading: String?
    let lines: [PrintLine]
}

/// A sentence on paper.
struct PrintLine: Sendable, Hashable {
    let text: String
    let numbers: [Int]
    let mark: String?
    let hand: String?
}

/// A source on paper.
struct PrintNote: Sendable, Hashable {
    let number: Int
    let label: String
    let quote: String?
    let caveat: String?
    let link: Link?
}
