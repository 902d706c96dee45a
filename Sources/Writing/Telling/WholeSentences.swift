/// The sentences of a quote as they stand in it, whole.
///
/// Left out: emoji. What stands on either side of something left out is never joined, an emoji apart. A sentence that loses an
/// address has a hole and is not quoted.
struct WholeSentences {
    /// One of them.
    struct One {
        /// Its words as they are shown; a name is one of them.
        var words: [QuoteWord]
        /// True when nothing stands between it and the one before.
        var follows: Bool
        /// True when its own mark ends it.
        var isClosed: Bool
        /// True when something of it is left out.
        var hasHole: Bool
        /// True when it asks.
        var isQuestion: Bool { words.last?.is(.question) ?? false }
    }

    private(set) var all: [One] = []
    private var follows = false
    private var hasHole = false

    init(_ quote: QuoteTokens) {
        for line in quote.lines {
            guard let line else {
                follows = false
                continue
            }
            for part in line { read(part) }
        }
    }

    private mutating func read(_ tokens: [QuoteTokens.Token]) {
        var words: [QuoteWord] = []
        for (place, token) in tokens.enumerated() {
            let next = place + 1 < tokens.count ? tokens[place + 1].raw : nil
            if token.kind == .address {
                hasHole = true
                continue
            }
            // A cut end of what was kept of the message: nothing is missing between the words.
            if token.whole.is(.mark), token.whole.text == "…" || token.whole.text == "..." {
                if !words.isEmpty { flush(&words, closed: next != nil) }
                continue
            }
            if token.kind != .word {
                let goesOn = next?.first?.isLowercase == true
                if !goesOn { flush(&words, closed: true) }
                continue
            }
            words.append(token.whole)
            if QuotePieces.endsSentence(token.whole), next.map({ Self.mayOpen($0, after: token.whole.text) }) ?? true {
                flush(&words, closed: true)
            }
        }
        flush(&words, closed: words.last?.ends(withAny: ",;:") ?? false)
    }

    /// `Thanks. that helped` opens a sentence as well as `Thanks. That`; `we just... slept` goes on.
    private static func mayOpen(_ next: Substring, after last: String) -> Bool {
        !(last.hasSuffix("..") || last.hasSuffix("…")) || next.first?.isUppercase == true
    }

    private mutating func flush(_ words: inout [QuoteWord], closed: Bool) {
        defer {
            words = []
            hasHole = false
        }
        guard let last = words.last else { return }
        all.append(One(words: words, follows: follows, isClosed: closed, hasHole: hasHole))
        // Without a mark between them two sentences would run into one.
        follows = closed && last.ends(withAny: ".!?…,;:)'")
    }
}
