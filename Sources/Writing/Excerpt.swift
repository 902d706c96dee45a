/// A verbatim part of a quote, short enough to be read at a glance.
enum Excerpt {
    /// The most telling stretch of a quote of at most so many words; a cut end is marked.
    ///
    /// Whole sentences that stand together come before a cut one, and those that name somebody before others.
    /// - Returns: nil when the quote has no words of its own.
    static func of(_ quote: String, words limit: Int) -> String? {
        let sentences = sentences(of: quote)
        var best: (weight: Double, text: Substring)?
        for start in sentences.indices {
            var end = start
            while end + 1 < sentences.count, sentences[end].endIndex <= sentences[end + 1].startIndex,
                wordCount(quote[sentences[start].startIndex..<sentences[end + 1].endIndex]) <= limit
            {
                end += 1
            }
            let stretch = stripped(quote[sentences[start].startIndex..<sentences[end].endIndex])
            guard stretch.contains(where: \.isLetter) else { continue }
            let weight = weight(stretch, position: start)
            if best.map({ weight > $0.weight }) ?? true { best = (weight, stretch) }
        }
        return best.map { cut($0.text, words: limit) }
    }

    /// How many words a text has.
    static func wordCount(_ text: some StringProtocol) -> Int {
        text.split(whereSeparator: \.isWhitespace).count
    }

    /// Long words carry matter; a name shows whom it is about; people say the main thing first.
    private static func weight(_ stretch: Substring, position: Int) -> Double {
        let content = stretch.split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 5 }.count
        let names = stretch.contains("@") ? 2.0 : 0
        return Double(min(content, 12)) + names - Double(position) * 0.3 - (stretch.hasSuffix("?") ? 4 : 0)
    }

    private static func sentences(of text: String) -> [Substring] {
        var found: [Substring] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let next = text.index(after: index)
            let ends =
                text[index].isNewline
                || (".!?".contains(text[index]) && (next == text.endIndex || text[next].isWhitespace))
            if ends {
                found.append(text[start..<(text[index].isNewline ? index : next)])
                start = next
            }
            index = next
        }
        if start < text.endIndex { found.append(text[start...]) }
        return found
    }

    /// Without greeting mentions, list marks and emoji names at the ends.
    private static func stripped(_ sentence: Substring) -> Substring {
        var rest = sentence
        var changed = true
        while changed {
            changed = false
            while let first = rest.first, first.isWhitespace || "…-•>,*".contains(first) {
                rest.removeFirst()
                changed = true
            }
            while let last = rest.last, last.isWhitespace || "….,;:–-".contains(last), !endsWithEmoji(rest) {
                rest.removeLast()
                changed = true
            }
            if let end = emojiPrefix(rest) {
                rest = rest[end...]
                changed = true
            } else if endsWithEmoji(rest), let start = emojiStart(rest) {
                rest = rest[..<start]
                changed = true
            }
        }
        return rest
    }

    private static func emojiPrefix(_ text: Substring) -> Substring.Index? {
        guard text.first == ":" else { return nil }
        let body = text.dropFirst()
        guard let end = body.firstIndex(of: ":"), isEmojiName(body[..<end]) else { return nil }
        return body.index(after: end)
    }

    private static func endsWithEmoji(_ text: Substring) -> Bool { emojiStart(text) != nil }

    private static func emojiStart(_ text: Substring) -> Substring.Index? {
        guard text.last == ":" else { return nil }
        let body = text.dropLast()
        guard let start = body.lastIndex(of: ":"), isEmojiName(body[body.index(after: start)...]) else { return nil }
        return start
    }

    private static func isEmojiName(_ name: Substring) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "_+-".contains($0) }
    }

    private static func cut(_ sentence: Substring, words limit: Int) -> String {
        let words = sentence.split(whereSeparator: \.isWhitespace)
        guard words.count > limit else { return String(sentence) }
        let kept = words.prefix(limit)
        // A stretch that ends at a comma reads whole; look for one in its last third.
        let comma = kept.lastIndex { $0.hasSuffix(",") || $0.hasSuffix(";") }
        let last = comma.flatMap { $0 >= limit * 2 / 3 ? $0 : nil } ?? kept.endIndex - 1
        var text = sentence[..<words[last].endIndex]
        while let end = text.last, ",;:.".contains(end) { text.removeLast() }
        return text + " …"
    }
}
