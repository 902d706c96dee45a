public import Evidence

/// A stretch of words, and whose evidence they go with.
///
/// Shape: words that were said are bound to the piece of evidence that they come from. When that piece is withdrawn, the words
/// go wherever they were used; what the author wrote stays.
/// Source: `docs/methods.md`, "Words that can be taken back".
public struct WordPart: Sendable, Hashable {
    /// The words; nil when they were taken back.
    public var text: String?
    /// The evidence that they go with; nil for words of the author's or the program's own.
    public let entry: EntryID?
    /// True where they are that evidence's own words.
    public let isQuoted: Bool

    /// Joins words and the evidence that they go with.
    public init(_ text: String?, entry: EntryID? = nil, isQuoted: Bool = false) {
        self.text = text
        self.entry = entry
        self.isQuoted = isQuoted
    }

    /// What stands where words were taken back.
    public static let gap = "[…]"

    /// The text of some parts; neighbours that were taken back make one gap.
    public static func joined(_ parts: [WordPart]) -> String {
        var text = ""
        var isGap = false
        for part in parts {
            if let words = part.text {
                text += words
                isGap = false
            } else if !isGap {
                if let last = text.last, !last.isWhitespace, !"“‘\"(".contains(last) { text += " " }
                text += gap
                isGap = true
            }
        }
        return text
    }
}

/// Finds in a text the words that evidence said.
public struct WordSplitter: Sendable {
    /// The fewest words in a row that count as somebody's words; shorter runs only between quotation marks.
    public static let shortestRun = 3

    private let sources: [(entry: EntryID, words: [String], places: [String: [Int]])]

    /// Takes what was said, by piece of evidence; earlier ones win where two said the same.
    public init(_ quotes: [(entry: EntryID, quote: String)]) {
        sources = quotes.map { entry, quote in
            let words = Self.words(of: quote).map(\.text)
            var places: [String: [Int]] = [:]
            for (place, word) in words.enumerated() { places[word, default: []].append(place) }
            return (entry, words, places)
        }
    }

    /// A text in parts whose join is the text.
    ///
    /// Shape: `owner` is the evidence that the words around the quotes go with; nil where they are the author's own.
    public func parts(of text: String, owner: EntryID? = nil) -> [WordPart] {
        let words = Self.words(of: text)
        let quoted = Self.quotedSpans(in: text)
        var parts: [WordPart] = []
        var written = text.startIndex
        var place = 0
        while place < words.count {
            guard let (entry, length) = longestRun(in: words, at: place),
                length >= Self.shortestRun || isBetweenMarks(words, place, length, quoted)
            else {
                place += 1
                continue
            }
            let (start, end) = (words[place].range.lowerBound, words[place + length - 1].range.upperBound)
            if written < start { parts.append(WordPart(String(text[written..<start]), entry: owner)) }
            parts.append(WordPart(String(text[start..<end]), entry: entry, isQuoted: true))
            written = end
            place += length
        }
        if written < text.endIndex { parts.append(WordPart(String(text[written...]), entry: owner)) }
        return parts
    }

    /// True when a piece of evidence says these words, in this order.
    public func says(_ text: String, _ entry: EntryID) -> Bool {
        let words = Self.words(of: text).map(\.text)
        guard let first = words.first else { return true }
        guard let source = sources.first(where: { $0.entry == entry }) else { return false }
        return (source.places[first] ?? []).contains { place in
            place + words.count <= source.words.count && Array(source.words[place..<place + words.count]) == words
        }
    }

    private func longestRun(in words: [Word], at place: Int) -> (EntryID, Int)? {
        var best: (EntryID, Int)?
        for source in sources {
            for start in source.places[words[place].text] ?? [] {
                var length = 1
                while place + length < words.count, start + length < source.words.count,
                    words[place + length].text == source.words[start + length]
                {
                    length += 1
                }
                if length > (best?.1 ?? 0) { best = (source.entry, length) }
            }
        }
        return best
    }

    /// True when the run is all that stands between two quotation marks.
    private func isBetweenMarks(_ words: [Word], _ place: Int, _ length: Int, _ spans: [Range<String.Index>]) -> Bool {
        let run = words[place].range.lowerBound..<words[place + length - 1].range.upperBound
        return spans.contains { $0.contains(run.lowerBound) && run.upperBound <= $0.upperBound }
    }

    struct Word {
        let text: String
        let range: Range<String.Index>
    }

    /// Runs of letters and digits in small letters; an apostrophe within a word belongs to it.
    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        var index = text.startIndex
        func close(_ end: String.Index) {
            if let begun = start {
                let plain = text[begun..<end].lowercased().filter { $0.isLetter || $0.isNumber }
                words.append(Word(text: plain, range: begun..<end))
            }
            start = nil
        }
        while index < text.endIndex {
            let next = text.index(after: index)
            let character = text[index]
            let joins =
                "'’".contains(character) && start != nil && next < text.endIndex && text[next].isLetter
            if character.isLetter || character.isNumber || joins {
                if start == nil { start = index }
            } else {
                close(index)
            }
            index = next
        }
        close(text.endIndex)
        return words
    }

    private static func quotedSpans(in text: String) -> [Range<String.Index>] {
        var spans: [Range<String.Index>] = []
        var opened: String.Index?
        for index in text.indices {
            switch text[index] {
            case "“": opened = text.index(after: index)
            case "”":
                if let start = opened { spans.append(start..<index) }
                opened = nil
            case "\"":
                if let start = opened {
                    spans.append(start..<index)
                    opened = nil
                } else {
                    opened = text.index(after: index)
                }
            default: break
            }
        }
        return spans
    }
}
