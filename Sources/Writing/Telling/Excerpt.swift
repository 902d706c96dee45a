import Signals

/// A verbatim part of a quote, short enough to be read at a glance.
enum Excerpt {
    /// The most telling stretch of a quote of at most so many words; a cut end is marked.
    ///
    /// - Returns: nil when the quote has nothing that may be quoted by itself.
    static func of(
        _ quote: String,
        words limit: Int,
        kind: SignalKind = .recognition,
        names: NameBook = NameBook([])
    )
        -> String?
    {
        Cutter(names: names).cuts(of: quote, kind: kind, limit: limit).first?.text
    }

    /// How many words a text has.
    static func wordCount(_ text: String) -> Int {
        WordBreaks.split(text[...]).count
    }
}
