/// A quote in lines of tokens, taken apart once: both ways of quoting it begin from these.
///
/// Left out: lines that quote others (`>`), logs; nothing is left of a quote that holds code or talk of others that was pasted.
struct QuoteTokens {
    /// What stands between two spaces, or a name of several words.
    struct Token {
        /// As it stands; of a name its first word.
        let raw: Substring
        let kind: Kind
        /// As a cut shows it: `@` stays.
        let cut: QuoteWord
        /// As a whole sentence shows it.
        let whole: QuoteWord
    }

    enum Kind {
        case word, address, picture
        /// Nothing is left of it.
        case nothing
    }

    /// Parts of the lines; nil for a line that is left out.
    private(set) var lines: [[[Token]]?] = []

    init(_ quote: String, reader: WordReader) {
        if Self.holdsPastedTalk(quote) { return }
        for line in WordBreaks.lines(quote) {
            let bare = line.drop(while: \.isWhitespace)
            if bare.hasPrefix(">") || bare.hasPrefix("&gt;") || Self.isLog(bare) {
                lines.append(nil)
                continue
            }
            lines.append(Self.parted(bare).map { Self.tokens(of: $0, reader: reader) })
        }
    }

    private static func tokens(of line: Substring, reader: WordReader) -> [Token] {
        let tokens = WordBreaks.split(line)
        var found: [Token] = []
        found.reserveCapacity(tokens.count)
        var place = tokens.startIndex
        while place < tokens.endIndex {
            let token = tokens[place]
            let length = max(1, reader.names.length(of: tokens[place...]))
            let bare =
                length == 1
                ? TextToken.bare(token)
                : tokens[place..<(place + length)].map { TextToken.bare($0) }.joined(separator: "\u{A0}")
            place += length
            let kind: Kind =
                TextToken.isAddress(token)
                ? .address
                : TextToken.isEmojiCode(token) || TextToken.isPicture(token)
                    ? .picture : bare.isEmpty ? .nothing : .word
            let word = reader.word(bare)
            let isCalled = token.utf8.first == UInt8(ascii: "@") && token.hasPrefix("@")
            found.append(
                Token(
                    raw: token,
                    kind: length > 1 ? .word : kind,
                    cut: isCalled ? reader.word("@" + bare) : word,
                    whole: isCalled ? reader.word(reader.names.shown(bare)) : word
                )
            )
        }
        return found
    }

    /// Talk of others that was pasted, or code: their words are not the writer's.
    static func holdsPastedTalk(_ quote: String) -> Bool {
        if WordBreaks.holds(quote, "```") { return true }
        if WordBreaks.holds(quote, "uploaded a file") || WordBreaks.holds(quote, "commented on") { return true }
        guard quote.utf8.contains(UInt8(ascii: "[")) else { return false }
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
        for scalar in line.unicodeScalars {
            if scalar.value < 128 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte == 32 || byte >= 9 && byte <= 13 { continue }
                visible += 1
                let isLetter = (byte | 0x20) >= 97 && (byte | 0x20) <= 122
                if isLetter || byte == 39 || byte == 44 || byte == 46 { letters += 1 }
                continue
            }
            if scalar.properties.isWhitespace { continue }
            visible += 1
            if scalar.properties.isAlphabetic { letters += 1 }
        }
        guard visible > 12 else { return false }
        return line.hasPrefix("---") || line.hasPrefix("$ ") || line.hasPrefix("| ") || line.hasPrefix("at ")
            || Double(letters) < 0.72 * Double(visible)
    }

    /// Sentences that were written without a space between them: `the info...I will`, `Thank you.I solved it`.
    static func parted(_ line: Substring) -> [Substring] {
        guard mayPart(line) else { return [line] }
        var parts: [Substring] = []
        var start = line.startIndex
        var index = start
        while index < line.endIndex {
            let next = line.index(after: index)
            if ".…".contains(line[index]), next < line.endIndex, index > start, line[next].isLetter {
                let before = line[line.index(before: index)]
                let isPause = line[index] == "…" || before == "."
                if isPause || line[next].isUppercase && isPlainWord(line[start..<index]) {
                    parts.append(line[start...index])
                    start = next
                }
            }
            index = next
        }
        parts.append(line[start...])
        return parts
    }

    /// True where a stop stands right before a letter; a line with other than plain letters may always have one.
    private static func mayPart(_ line: Substring) -> Bool {
        var isStop = false
        for byte in line.utf8 {
            if byte >= 128 || isStop && (byte | 0x20) >= 97 && (byte | 0x20) <= 122 { return true }
            isStop = byte == UInt8(ascii: ".")
        }
        return false
    }

    /// Small letters only since the last space: `ProposalResponse.Response` and `java.util.List` are names of things.
    private static func isPlainWord(_ text: Substring) -> Bool {
        let word = text.split(whereSeparator: \.isWhitespace).last ?? ""
        return word.count > 1 && word.allSatisfy { $0.isLowercase || $0 == "'" || $0 == "’" }
    }
}
