/// A quote taken apart: sentences in the person's own words, without what is no part of them.
///
/// Left out: lines that quote others (`>`), code, logs, addresses, emoji. What stands beside something left out is never
/// joined across it.
struct QuotePieces {
    /// One sentence or part of one.
    struct Piece {
        /// Its words as they are shown; a name is one of them.
        var words: [String]
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
    private let names: NameBook

    init(_ quote: String, names: NameBook) {
        self.names = names
        if Self.holdsPastedTalk(quote) { return }
        var isCode = false
        for line in quote.split(whereSeparator: \.isNewline) {
            let bare = line.drop(while: \.isWhitespace)
            if bare.hasPrefix("```") {
                isCode.toggle()
                continue
            }
            if isCode || bare.hasPrefix(">") || bare.hasPrefix("&gt;") || Self.isLog(bare) { continue }
            read(bare)
        }
    }

    /// Talk of others that was pasted: their words are not the writer's.
    static func holdsPastedTalk(_ quote: String) -> Bool {
        if quote.utf8.contains(UInt8(ascii: "`")), quote.contains("```") { return true }
        if quote.contains("uploaded a file") || quote.contains("commented on") { return true }
        // `name [5:23 PM]`, `[5:23]`
        for part in quote.split(separator: "[").dropFirst() {
            let inside = part.prefix { $0 != "]" }
            if inside.count <= 8, inside.contains(":"), inside.first?.isNumber == true { return true }
        }
        return false
    }

    /// Lines of machines: few letters for their length, or words that no sentence has.
    static func isLog(_ line: Substring) -> Bool {
        var (visible, letters) = (0, 0)
        for scalar in line.unicodeScalars where !scalar.properties.isWhitespace {
            visible += 1
            if scalar.properties.isAlphabetic || "',.".unicodeScalars.contains(scalar) { letters += 1 }
        }
        guard visible > 12 else { return false }
        return line.hasPrefix("---") || line.hasPrefix("$ ") || line.hasPrefix("| ") || line.hasPrefix("at ")
            || Double(letters) < 0.72 * Double(visible)
    }

    private mutating func read(_ line: Substring) {
        isMidway = false
        for part in Self.parted(line) { readPart(part) }
    }

    /// Sentences that were written without a space between them: `the info...I will`, `Thank you.I solved it`.
    static func parted(_ line: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = line.startIndex
        var index = start
        while index < line.endIndex {
            let next = line.index(after: index)
            if ".…".contains(line[index]), next < line.endIndex, index > start, line[next].isLetter {
                let before = line[line.index(before: index)]
                let isPause = line[index] == "…" || before == "."
                if isPause || line[next].isUppercase && Self.isPlainWord(line[start..<index]) {
                    parts.append(line[start...index])
                    start = next
                }
            }
            index = next
        }
        parts.append(line[start...])
        return parts
    }

    /// Small letters only since the last space: `ProposalResponse.Response` and `java.util.List` are names of things.
    private static func isPlainWord(_ text: Substring) -> Bool {
        let word = text.split(whereSeparator: \.isWhitespace).last ?? ""
        return word.count > 1 && word.allSatisfy { $0.isLowercase || $0 == "'" || $0 == "’" }
    }

    private mutating func readPart(_ line: Substring) {
        let tokens = line.split(whereSeparator: \.isWhitespace)
        var words: [String] = []
        var place = tokens.startIndex
        func isOver(_ last: String) -> Bool { last == "…" || last.hasSuffix("…") || last.hasSuffix("..") }
        while place < tokens.endIndex {
            let length = names.length(of: tokens[place...])
            if length > 1 {
                let joined = tokens[place..<(place + length)].map { TextToken.bare($0) }.joined(separator: "\u{A0}")
                words.append((tokens[place].hasPrefix("@") ? "@" : "") + joined)
                place += length
            } else {
                let token = tokens[place]
                place += 1
                if TextToken.isAddress(token) || TextToken.isEmojiCode(token) || Self.isPicture(token) {
                    // What ended before an emoji ended well; before an address it may hang.
                    flush(&words, closed: !TextToken.isAddress(token), joins: false)
                    continue
                }
                let bare = TextToken.bare(token)
                guard !bare.isEmpty else {
                    flush(&words, closed: true, joins: false)
                    continue
                }
                words.append((token.hasPrefix("@") ? "@" : "") + bare)
            }
            guard let last = words.last else { continue }
            if isOver(last) {
                words[words.count - 1] = String(last.prefix { $0 != "…" }.trimmingEnd(of: "."))
                if words.last?.isEmpty == true { words.removeLast() }
                flush(&words, closed: false, joins: false)
                isMidway = false
            } else if Self.endsSentence(last) {
                flush(&words, closed: true, joins: place < tokens.endIndex)
            }
        }
        flush(&words, closed: true, joins: false)
        isMidway = false
    }

    private mutating func flush(_ words: inout [String], closed: Bool, joins: Bool) {
        defer { words = [] }
        let isOpened = !isMidway
        // Behind an address the sentence may go on; behind its end a new one begins.
        isMidway = !closed
        guard let last = words.last else { return }
        pieces.append(
            Piece(
                words: words,
                isClosed: closed && !last.hasSuffix(":"),
                isOpened: isOpened,
                isQuestion: last.contains("?") || Self.asks(words),
                joinsNext: joins
            )
        )
    }

    /// Questions and requests that were written without their mark.
    private static func asks(_ words: [String]) -> Bool {
        let small = words.prefix(4).map(Cutter.folded).filter { !CutWords.openers.contains($0) }
        guard let first = small.first else { return false }
        let second = small.dropFirst().first ?? ""
        return ["how", "what", "why", "where", "who", "which", "whose"].contains(first)
            || ["can", "could", "would", "will", "do", "does", "did", "is", "are", "has", "have", "any"].contains(first)
                && ["you", "we", "i", "someone", "anyone", "somebody", "it", "there", "this", "that", "the", "your"]
                    .contains(second)
            || ["please", "pls", "plz"].contains(first)
    }

    /// Faces and arrows made of marks.
    static func isPicture(_ token: Substring) -> Bool {
        token.count >= 2 && !token.allSatisfy { $0 == "." || $0 == "…" }
            && !token.contains { $0.isLetter || $0.isNumber || "-–—&/+".contains($0) }
            || [":D", ":P", ";P", ":p", ":-D", ":-P", "xD", "XD"].contains(String(token))
    }

    static func endsSentence(_ word: String) -> Bool {
        let bare = word.trimmingEnd(of: "')\"")
        guard let last = bare.last, ".!?".contains(last) else { return false }
        // `Ryan A. and Joe`: an initial ends nothing.
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
