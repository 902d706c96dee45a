/// Compares a quote with the words that it comes from: marks, addresses and emoji are no words.
///
/// Source: `docs/methods.md`, "Quotes".
public enum Verbatim {
    /// True when the quote stands in the words; `…` in it or at an end marks a cut, and its parts stand in order.
    public static func says(_ words: String, _ quote: String) -> Bool { says(normal: normal(words), quote) }

    /// The same for words that were made normal before.
    static func says(normal source: String, _ quote: String) -> Bool {
        var rest = source[...]
        var isAny = false
        let quote = WordBreaks.holds(quote, "...") ? quote.replacing("...", with: "…") : quote
        for part in quote.split(separator: "…") {
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
        while let range = place(of: wanted, in: text[from...]) {
            let opens = range.lowerBound == text.startIndex || !isWord(text[text.index(before: range.lowerBound)])
            let closes = range.upperBound == text.endIndex || !isWord(text[range.upperBound])
            if opens || !isWord(wanted.first ?? " "), closes || !isWord(wanted.last ?? " ") { return range.upperBound }
            from = text.index(after: range.lowerBound)
        }
        return nil
    }

    /// By bytes; words that are written in two ways, such as a letter and its accent, are compared by characters.
    private static func place(of wanted: String, in text: Substring) -> Range<Substring.Index>? {
        guard WordBreaks.isPlain(text), WordBreaks.isPlain(wanted[...]) else { return text.firstRange(of: wanted) }
        let (bytes, sought) = (text.utf8, Array(wanted.utf8))
        guard let first = sought.first else { return nil }
        var start = bytes.startIndex
        while let next = bytes[start...].firstIndex(of: first) {
            var (place, count) = (next, 0)
            while place < bytes.endIndex, count < sought.count, bytes[place] == sought[count] {
                bytes.formIndex(after: &place)
                count += 1
            }
            if count == sought.count { return next..<place }
            start = bytes.index(after: next)
        }
        return nil
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Small letters, single spaces, one sort of quotation mark; without `@`, emoji, addresses, marks of emphasis and `…`.
    static func normal(_ text: String) -> String {
        var words: [String] = []
        var spaced = text
        if WordBreaks.holds(spaced, "...") { spaced = spaced.replacing("...", with: " ") }
        if WordBreaks.holds(spaced, "…") { spaced = spaced.replacing("…", with: " ") }
        for token in WordBreaks.split(spaced[...]) where !TextToken.isAddress(token) {
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
        // What most words begin with opens no address.
        let opening = token.utf8.first { !Self.openers.contains($0) }
        guard opening == UInt8(ascii: "h") || opening == UInt8(ascii: "w") || opening == UInt8(ascii: "m") else {
            return false
        }
        let text = token.drop { "<([\"'".contains($0) }
        return text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.")
            || text.hasPrefix("mailto:")
    }

    /// True for `:tada:` and the like, also several in a row.
    static func isEmojiCode(_ token: some StringProtocol) -> Bool {
        guard token.utf8.first == UInt8(ascii: ":"), token.count > 2, token.first == ":" else { return false }
        let text = token.hasSuffix(":") ? token[...] : token.prefix { !".,!?".contains($0) }
        guard text.last == ":" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "_+-:".contains($0) } && text.contains(where: \.isLetter)
    }

    private static let openers = Array("<([\"'".utf8)

    /// Faces and arrows made of marks.
    static func isPicture(_ token: Substring) -> Bool {
        var (isPlain, hasLetter, length) = (true, false, 0)
        for byte in token.utf8 {
            length += 1
            if byte >= 128 { isPlain = false }
            if (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57 { hasLetter = true }
        }
        // A plain word of some length with a letter in it is none.
        if isPlain, hasLetter, length > 3 { return false }
        return token.count >= 2 && !token.allSatisfy { $0 == "." || $0 == "…" }
            && !token.contains { $0.isLetter || $0.isNumber || "-–—&/+".contains($0) }
            || [":D", ":P", ";P", ":p", ":-D", ":-P", "xD", "XD"].contains(String(token))
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
