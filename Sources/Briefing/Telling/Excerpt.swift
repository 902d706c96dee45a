/// Sentences taken from a text as they stand.
public enum Excerpt {
    /// Words of a sentence that is shown whole.
    static let mostWords = 34

    /// The first sentences that say something: no bylines, no calls to read on, no repetition of the headline.
    ///
    /// Nothing is added but `…` where a sentence is cut.
    public static func sentences(of text: String, headline: String, most: Int = 2) -> [String] {
        let title = Set(PlainWords.cut(headline).map { String(decoding: $0, as: UTF8.self) })
        var found: [String] = []
        for sentence in split(text.prefix(3_000)) {
            let words = PlainWords.cut(sentence).map { String(decoding: $0, as: UTF8.self) }
            guard words.count >= 5, !isFiller(words, sentence) else { continue }
            let own = Set(words)
            if found.isEmpty, !title.isEmpty, own.intersection(title).count * 10 >= own.count * 9 { continue }
            if found.contains(where: { $0.hasPrefix(sentence.prefix(30)) }) { continue }
            found.append(cut(sentence, words: mostWords))
            if found.count == most { break }
        }
        return found
    }

    /// The beginning of a text that has no headline of its own.
    public static func headline(_ text: String) -> String { cut(split(text.prefix(600)).first ?? text, words: 16) }

    /// The text up to a number of words, with `…` where more followed.
    static func cut(_ text: String, words: Int) -> String {
        var count = 0
        var end = text.startIndex
        var inWord = false
        for index in text.indices {
            let blank = text[index].isWhitespace
            if !blank, !inWord {
                if count == words {
                    return String(text[..<end]).trimmingMarks + " …"
                }
                count += 1
            }
            inWord = !blank
            if !blank { end = text.index(after: index) }
        }
        return String(text[..<end])
    }

    /// Sentences: a mark of the end, a space, and something that begins one.
    static func split(_ text: some StringProtocol) -> [String] {
        var sentences: [String] = []
        var current = ""
        let letters = Array(text)
        for (index, letter) in letters.enumerated() {
            if letter == "\n" {
                add(&current, &sentences)
                continue
            }
            current.append(letter)
            guard letter == "." || letter == "!" || letter == "?" || letter == "…", index + 2 < letters.count,
                letters[index + 1].isWhitespace
            else { continue }
            let next = letters[(index + 1)...].first { !$0.isWhitespace }
            guard let next, next.isUppercase || next.isNumber || "“\"'‘(«".contains(next),
                letter != "." || !endsShort(current)
            else { continue }
            add(&current, &sentences)
        }
        add(&current, &sentences)
        return sentences
    }

    private static func add(_ current: inout String, _ sentences: inout [String]) {
        let text = current.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !text.isEmpty { sentences.append(text) }
        current = ""
    }

    /// True where the dot belongs to a short form: `e.g.`, `Dr.`, `U.S.`, `No.`.
    private static func endsShort(_ text: String) -> Bool {
        guard let last = text.dropLast().split(whereSeparator: { $0.isWhitespace || $0 == "(" }).last else {
            return false
        }
        if last.count == 1, last.allSatisfy(\.isLetter) { return true }
        if last.contains("."), last.allSatisfy({ $0.isLetter || $0 == "." }) { return true }
        return [
            "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "etc", "inc", "ltd", "co", "approx", "fig", "art", "sec",
            "ca", "bzw",
        ]
        .contains(last.lowercased())
    }

    private static func isFiller(_ words: [String], _ sentence: String) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        return fillers.contains { text.contains(" \($0) ") } || sentence.hasSuffix("[…]") && words.count < 8
    }

    private static let fillers = [
        "appeared first on", "continue reading", "read more", "read the full", "click here", "subscribe", "sign up",
        "all rights reserved",
        "cookie policy", "article url", "comments url", "submitted by", "view comments", "photo by", "image credit",
        "originally published",
        "share this", "follow us", "min read", "skip to content", "table of contents", "sponsored",
    ]
}

extension String {
    fileprivate var trimmingMarks: String {
        var text = self
        while let last = text.last, ",;:–—-(“\"".contains(last) || last.isWhitespace { text.removeLast() }
        return text
    }
}
