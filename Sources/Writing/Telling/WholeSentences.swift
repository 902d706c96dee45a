/// The sentences of a quote as they stand in it, whole.
///
/// Left out: lines that quote others (`>`), code, logs, emoji. What stands on either side of something left out is never joined,
/// an emoji apart. A sentence that loses an address has a hole and is not quoted.
struct WholeSentences {
    /// One of them.
    struct One {
        /// Its words as they are shown; a name is one of them.
        var words: [String]
        /// True when nothing stands between it and the one before.
        var follows: Bool
        /// True when its own mark ends it.
        var isClosed: Bool
        /// True when something of it is left out.
        var hasHole: Bool
        /// True when it asks.
        var isQuestion: Bool { words.last?.contains("?") ?? false }
    }

    private(set) var all: [One] = []
    private let names: NameBook
    private var follows = false
    private var hasHole = false

    init(_ quote: String, names: NameBook) {
        self.names = names
        if QuotePieces.holdsPastedTalk(quote) { return }
        for line in quote.split(whereSeparator: \.isNewline) {
            let bare = line.drop(while: \.isWhitespace)
            if bare.hasPrefix(">") || bare.hasPrefix("&gt;") || QuotePieces.isLog(bare) {
                follows = false
                continue
            }
            for part in QuotePieces.parted(bare) { read(part) }
        }
    }

    private mutating func read(_ line: Substring) {
        let tokens = line.split(whereSeparator: \.isWhitespace)
        var words: [String] = []
        var place = tokens.startIndex
        while place < tokens.endIndex {
            let length = max(1, names.length(of: tokens[place...]))
            let token = tokens[place]
            let joined = tokens[place..<(place + length)].map { TextToken.bare($0) }.joined(separator: "\u{A0}")
            place += length
            if TextToken.isAddress(token) {
                hasHole = true
                continue
            }
            // A cut end of what was kept of the message: nothing is missing between the words.
            if joined == "…" || joined == "..." {
                if !words.isEmpty { flush(&words, closed: place < tokens.endIndex) }
                continue
            }
            if joined.isEmpty || TextToken.isEmojiCode(token) || QuotePieces.isPicture(token) {
                let goesOn = place < tokens.endIndex && tokens[place].first?.isLowercase == true
                if !goesOn { flush(&words, closed: true) }
                continue
            }
            words.append(token.hasPrefix("@") ? names.shown(joined) : joined)
            if QuotePieces.endsSentence(joined), place >= tokens.endIndex || Self.mayOpen(tokens[place], after: joined)
            {
                flush(&words, closed: true)
            }
        }
        flush(&words, closed: words.last?.last.map { ",;:".contains($0) } ?? false)
    }

    /// `Thanks. that helped` opens a sentence as well as `Thanks. That`; `we just... slept` goes on.
    private static func mayOpen(_ next: Substring, after last: String) -> Bool {
        !(last.hasSuffix("..") || last.hasSuffix("…")) || next.first?.isUppercase == true
    }

    private mutating func flush(_ words: inout [String], closed: Bool) {
        defer {
            words = []
            hasHole = false
        }
        guard !words.isEmpty else { return }
        all.append(One(words: words, follows: follows, isClosed: closed, hasHole: hasHole))
        // Without a mark between them two sentences would run into one.
        follows = closed && (words.last?.last.map { ".!?…,;:)'".contains($0) } ?? false)
    }
}
