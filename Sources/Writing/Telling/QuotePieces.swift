/// A quote in sentences or parts of them, in the person's own words, without what is no part of them.
///
/// Left out: addresses, emoji. What stands beside something left out is never joined across it.
struct QuotePieces {
    /// One sentence or part of one.
    struct Piece {
        /// Its words as they are shown; a name is one of them.
        var words: [QuoteWord]
        /// True when its last word ends a sentence.
        var isClosed: Bool
        /// True when its first word begins a sentence.
        var isOpened: Bool
        /// True when it asks.
        var isQuestion: Bool
        /// True when the next piece follows it without anything between them.
        var joinsNext: Bool
    }

    private(set) var pieces: [Piece] = []
    private var isMidway = false

    init(_ quote: QuoteTokens, reader: WordReader) {
        for case let line? in quote.lines {
            isMidway = false
            for part in line { read(part, reader) }
        }
    }

    private mutating func read(_ tokens: [QuoteTokens.Token], _ reader: WordReader) {
        var words: [QuoteWord] = []
        for (place, token) in tokens.enumerated() {
            switch token.kind {
            case .address, .picture:
                // What ended before an emoji ended well; before an address it may hang.
                flush(&words, closed: token.kind == .picture, joins: false)
                continue
            case .nothing:
                flush(&words, closed: true, joins: false)
                continue
            case .word: words.append(token.cut)
            }
            let last = token.cut
            if Self.trails(last) {
                words.removeLast()
                let rest = String(last.text.prefix { $0 != "…" }.trimmingEnd(of: "."))
                if !rest.isEmpty { words.append(reader.word(rest)) }
                flush(&words, closed: false, joins: false)
                isMidway = false
            } else if Self.endsSentence(last) {
                flush(&words, closed: true, joins: place + 1 < tokens.count)
            }
        }
        flush(&words, closed: true, joins: false)
        isMidway = false
    }

    /// `…`, `well...`: it goes on, or did.
    private static func trails(_ word: QuoteWord) -> Bool {
        guard word.sets.contains(.ascii) else { return word.text.hasSuffix("…") || word.text.hasSuffix("..") }
        return word.text.utf8.last == UInt8(ascii: ".") && word.text.hasSuffix("..")
    }

    private mutating func flush(_ words: inout [QuoteWord], closed: Bool, joins: Bool) {
        defer { words = [] }
        let isOpened = !isMidway
        // Behind an address the sentence may go on; behind its end a new one begins.
        isMidway = !closed
        guard let last = words.last else { return }
        pieces.append(
            Piece(
                words: words,
                isClosed: closed && !last.ends(with: ":"),
                isOpened: isOpened,
                isQuestion: last.is(.question) || Self.asks(words),
                joinsNext: joins
            )
        )
    }

    /// Questions and requests that were written without their mark.
    private static func asks(_ words: [QuoteWord]) -> Bool {
        let small = words.prefix(4).lazy.filter { !$0.is(.opener) }.map(\.small)
        guard let first = small.first else { return false }
        let second = small.dropFirst().first ?? ""
        return ["how", "what", "why", "where", "who", "which", "whose"].contains(first)
            || ["can", "could", "would", "will", "do", "does", "did", "is", "are", "has", "have", "any"].contains(first)
                && ["you", "we", "i", "someone", "anyone", "somebody", "it", "there", "this", "that", "the", "your"]
                    .contains(second)
            || ["please", "pls", "plz"].contains(first)
    }

    static func endsSentence(_ word: QuoteWord) -> Bool {
        // Most words end with a letter.
        if word.sets.contains(.ascii), !word.ends(withAny: "')\".!?") { return false }
        let bare = word.text.trimmingEnd(of: "')\"")
        guard let last = bare.last, ".!?".contains(last) else { return false }
        // `Omar H. and Ben`: an initial ends nothing.
        if bare.count == 2, last == ".", bare.first?.isUppercase == true, bare.first != "I" { return false }
        return !["e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "no.", "mr.", "ms.", "dr."].contains(
            bare.lowercased()
        )
    }
}

extension StringProtocol {
    /// Without these characters at the end.
    func trimmingEnd(of characters: String) -> String {
        var text = self[...]
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
