import Workspace

/// The words that are kept of a message.
enum Quote {
    /// The most that is ever kept, in characters.
    static let limit = 400

    /// The whole text when it is short, else the sentences around the first place that names the subject.
    static func cut(_ text: PlainText, naming account: AccountID?) -> String {
        let words = text.text
        guard words.utf8.count > limit, words.count > limit else { return words }
        let place = text.mentions.first { $0.account == account }?.span?.lowerBound ?? 0
        let sentences = self.sentences(of: words)
        let start = sentences.lastIndex { $0.start <= place } ?? 0
        var kept = ""
        for sentence in sentences[start...] {
            guard kept.count + sentence.text.count <= limit - 2 else { break }
            kept += sentence.text
        }
        if kept.isEmpty { kept = wordsOf(sentences.isEmpty ? words : sentences[start].text) }
        let before = start > 0 ? "… " : ""
        let after = kept.hasSuffix(sentences.last?.text ?? "") ? "" : " …"
        return before + trimmed(kept) + after
    }

    private static func wordsOf(_ sentence: String) -> String {
        let cut = sentence.prefix(limit - 4)
        guard let space = cut.lastIndex(where: { $0 == " " || $0 == "\n" }) else { return String(cut) }
        return String(cut[..<space])
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Sentences with the white space behind them, by bytes; `start` in UTF-8 bytes.
    private static func sentences(of text: String) -> [(start: Int, text: String)] {
        var found: [(start: Int, text: String)] = []
        let bytes = Array(text.utf8)
        var start = 0
        var ended = false
        for (index, byte) in bytes.enumerated() {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
            if ended, !isSpace {
                found.append((start, String(decoding: bytes[start..<index], as: UTF8.self)))
                start = index
                ended = false
            }
            let previous = index > 0 ? bytes[index - 1] : 0
            let closes = previous == UInt8(ascii: ".") || previous == UInt8(ascii: "!") || previous == UInt8(ascii: "?")
            if byte == UInt8(ascii: "\n") || (isSpace && closes) { ended = true }
        }
        if start < bytes.count { found.append((start, String(decoding: bytes[start...], as: UTF8.self))) }
        return found
    }
}

/// What a text points at, so that two texts about the same thing can be brought together.
enum Matters {
    /// Addresses without their query, ticket numbers (`INC-137`) and change numbers (`#1234`), each once, ordered.
    static func named(in text: PlainText) -> [String] {
        var found: Set<String> = []
        for link in text.links where !link.hasPrefix("mailto:") && !link.hasPrefix("tel:") {
            let bare = link.prefix { $0 != "?" && $0 != "#" }
            if bare.utf8.count <= 200 { found.insert(bare.lowercased()) }
        }
        for word in text.text.utf8.split(whereSeparator: { !isPartOfName($0) }) {
            if let matter = ticket(word) { found.insert(matter) }
        }
        return found.sorted()
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "#")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func ticket(_ word: Substring.UTF8View) -> String? {
        let bytes = Array(word)
        if bytes.first == UInt8(ascii: "#") {
            let digits = bytes.dropFirst()
            guard digits.count >= 2, digits.count <= 7, digits.allSatisfy(isDigit) else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
        guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")), (2...10).contains(dash) else { return nil }
        let number = bytes[(dash + 1)...]
        guard bytes[..<dash].allSatisfy({ $0 >= 65 && $0 <= 90 }), (1...7).contains(number.count),
            number.allSatisfy(isDigit)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
