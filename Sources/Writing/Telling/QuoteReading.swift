/// A quote, taken apart as far as it was asked for, each part once.
final class QuoteReading {
    let quote: String
    private let reader: WordReader

    init(_ quote: String, reader: WordReader) {
        self.quote = quote
        self.reader = reader
    }

    private lazy var tokens = QuoteTokens(quote, reader: reader)
    /// What a cut is made of.
    private(set) lazy var pieces = QuotePieces(tokens, reader: reader).pieces
    /// What is told whole.
    private(set) lazy var sentences = WholeSentences(tokens).all
    /// All its words as they stand.
    private(set) lazy var words = reader.words(of: quote)
    /// What any of its words is.
    private(set) lazy var sets = words.reduce(into: WordSets()) { $0.formUnion($1.sets) }
}
