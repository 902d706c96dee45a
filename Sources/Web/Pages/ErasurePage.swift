/// Asking to be erased, and erasing those who asked.
public struct ErasurePage: Page {
    /// The template that draws it.
    public static let template = "erasure"

    /// What to mend, or what was done; nil for a page that nobody sent.
    var notice: Words?
    /// True where the notice is something to mend.
    var isComplaint = false
    /// The reader's own request; nil where there is none.
    let own: Words?
    /// Why it was not done; nil while nobody answered.
    let answer: String?
    /// True where the reader can ask.
    let mayAsk: Bool
    /// True where the reader can take a request back.
    let mayTakeBack: Bool
    /// True where the reader may carry out others'.
    let mayErase: Bool
    /// Requests that wait for the reader.
    let waiting: [ErasureCard]
    /// What an erasure that was looked at would do; nil where none was.
    var preview: ErasurePreviewCard?
}

/// A request that waits.
public struct ErasureCard: Sendable, Hashable {
    /// What a form names it by.
    let key: String
    let name: String
    let words: Words
}

/// What an erasure would do, before it is carried out.
public struct ErasurePreviewCard: Sendable, Hashable {
    /// What a form names it by.
    let key: String
    let name: String
    let lines: [Words]
}
