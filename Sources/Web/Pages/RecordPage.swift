/// Everything that was said about a person's work, newest first, a page at a time.
public struct RecordPage: Page {
    /// The template that draws it.
    public static let template = "record"

    /// How many episodes stand on a page; with more, a page would be heavy to load.
    static let episodesOnPage = 20

    let person: PersonLink
    let readerIsSubject: Bool
    /// Such as `Episodes 21 to 40 of 57`.
    let place: Words
    let timeline: [EpisodeCard]
    /// The page with what is newer; nil on the first.
    let newer: Link?
    /// The page with what is older; nil on the last.
    let older: Link?
}
