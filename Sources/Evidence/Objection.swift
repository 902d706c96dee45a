/// What an objection to a piece of evidence asks for.
public enum Objection {
    /// Within how many days it is answered.
    public static let daysToAnswer = 10
    /// The longest reason or context, in characters.
    public static let longest = 600
    /// The fewest words of a reason, so that somebody can answer it.
    public static let fewestWords = 3
}

extension LedgerEntry {
    /// The most characters that are ever kept of a message.
    public static let longestQuote = Quote.limit
}
