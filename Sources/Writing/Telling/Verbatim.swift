/// Compares a quote with the words that it comes from: marks, addresses and emoji are no words.
///
/// Source: `docs/methods.md`, "Quotes".
public enum Verbatim {
    /// True when the quote stands in the words; `…` in it or at an end marks a cut, and its parts stand in order.
    public static func says(_ words: String, _ quote: String) -> Bool {
        let source = normal(words)
        var rest = source[...]
        var isAny = false
        for part in quote.replacing("...", with: "…").split(separator: "…") {
            let wanted = normal(String(part))
            guard !wanted.isEmpty else { continue }
            guard let end = end(of: wanted, in: rest) else { return false }
            rest = rest[end...]
            isAny = true
        }
        return isAny
    }

    /// Where the words end whose beginning and end are borders of words; nil where they do not stand there.
    private static func end(of wanted: String, in text: Substring) -> Substring.Index? {
        var from = text.startIndex
        while let range = text[from...].firstRange(of: wanted) {
            let opens = range.lowerBound == text.startIndex || !isWord(text[text.index(before: range.lowerBound)])
            let closes = range.upperBound == text.endIndex || !isWord(text[range.upperBound])
            if opens || !isWord(wanted.first ?? " "), closes || !isWord(wanted.last ?? " ") { return range.upperBound }
            from = text.index(after: range.lowerBound)
        }
        return nil
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Small letters, single spaces, one sort of quotation mark; without `@`, emoji, addresses, marks of emphasis and `…`.
    static func normal(_ text: String) -> String {
        var words: [String] = []
        let spaced = text.replacing("...", with: " ").replacing("…", with: " ")
        for token in spaced.split(whereSeparator: \.isWhitespace) where !TextToken.isAddress(token) {
            let bare = TextToken.bare(token)
            if !bare.isEmpty, !TextToken.isEmojiCode(bare) { words.append(bare.lowercased()) }
        }
        return words.joined(separator: " ")
    }
}

/// What stands between two spaces of a message.
enum TextToken {
    /// True for an address of the web or of mail.
    static func isAddress(_ token: some StringProtocol) -> Bool {
        let text = token.drop { "<([\"'".contains($0) }
        return text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.")
            || text.hasPrefix("mailto:")
    }

    /// True for `:tada:` and the like, also several in a row.
    static func isEmojiCode(_ token: some StringProtocol) -> Bool {
        guard token.count > 2, token.first == ":" else { return false }
        let text = token.hasSuffix(":") ? token[...] : token.prefix { !".,!?".contains($0) }
        guard text.last == ":" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "_+-:".contains($0) } && text.contains(where: \.isLetter)
    }

    /// Without marks of emphasis, emoji and the `@` of a name; all quotation marks are one.
    static func bare(_ token: some StringProtocol) -> String {
        // Most words have no mark that is taken out.
        if token.utf8.allSatisfy({ $0 < 128 && !marks.contains($0) }) { return String(token) }
        var text = ""
        for character in token {
            switch character {
            case "`", "*": continue
            case "“", "”", "„", "\"", "‘", "’", "«", "»": text.append("'")
            case "\u{A0}": text.append(" ")
            default: if !isEmoji(character) { text.append(character) }
            }
        }
        while let first = text.first, "_~".contains(first) { text.removeFirst() }
        while let last = text.last, "_~".contains(last) { text.removeLast() }
        if let place = text.firstIndex(of: "@"), text[..<place].allSatisfy({ !$0.isLetter && !$0.isNumber }) {
            text.remove(at: place)
        }
        return text
    }

    private static let marks = Set("`*\"_~@".utf8)

    private static func isEmoji(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
                || (scalar.properties.isEmoji && scalar.value > 0x2190)
        }
    }
}
