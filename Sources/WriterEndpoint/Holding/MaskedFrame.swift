/// A masked sentence taken apart: what stands in quotes, and the words around them.
struct MaskedFrame {
    /// What stands between “ and ”, in order.
    let quotes: [String]
    /// Words, labels and the places of quotes, in order.
    let tokens: [Token]
    /// Marks outside the quotes.
    let marks: [Character]
    /// True where every “ has its ”.
    let isWhole: Bool

    /// One word, label or quote.
    struct Token: Hashable {
        let text: String
        /// Small letters, one sort of apostrophe.
        let small: String
        let sort: Sort

        enum Sort: Hashable {
            case word
            case label(Mask.Sort)
            /// The quote of this place.
            case quote(Int)
        }

        var isWord: Bool { sort == .word }
        var isNumber: Bool { isWord && small.contains(where: \.isNumber) }
    }

    init(_ text: String) {
        var quotes: [String] = []
        var tokens: [Token] = []
        var marks: [Character] = []
        var quote: String?
        var word = ""
        var isWhole = true
        func close() {
            while let last = word.last, "'’-".contains(last) { word.removeLast() }
            if !word.isEmpty {
                let small = word.lowercased().replacing("’", with: "'")
                tokens.append(Token(text: word, small: small, sort: .word))
            }
            word = ""
        }
        var at = text.startIndex
        while at < text.endIndex {
            let character = text[at]
            defer { at = text.index(after: at) }
            if quote != nil {
                if character == "”" {
                    tokens.append(Token(text: "“”", small: "“”", sort: .quote(quotes.count)))
                    quotes.append(quote ?? "")
                    quote = nil
                } else {
                    if character == "“" { isWhole = false }
                    quote?.append(character)
                }
            } else if character == "“" {
                close()
                quote = ""
            } else if character == "[", let end = text[at...].prefix(12).firstIndex(of: "]"),
                let sort = Mask.sort(of: text[at...end])
            {
                close()
                tokens.append(Token(text: String(text[at...end]), small: String(text[at...end]), sort: .label(sort)))
                at = end
            } else if character.isLetter || character.isNumber
                || "'’-".contains(character) && !word.isEmpty
            {
                word.append(character)
            } else {
                close()
                if !character.isWhitespace || character != " " { marks.append(character) }
                if character == "”" { isWhole = false }
            }
        }
        close()
        self.quotes = quotes
        self.tokens = tokens
        self.marks = marks
        self.isWhole = isWhole && quote == nil
    }

    /// How many words there are, those in quotes among them.
    var wordCount: Int {
        tokens.count { if case .quote = $0.sort { false } else { true } }
            + quotes.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    }
}
