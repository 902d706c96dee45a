import Evidence
import Signals
import Writing

/// Words of an entry as they stand, for what cannot be cut into a sentence; the verb claims nothing.
///
/// Source: `docs/methods.md`, "1:1 preparation". Only words that name the person, or are the person's own about their work.
struct WholeQuote {
    /// The person's name, and its parts in small letters.
    let subject: String
    private let parts: Set<String>
    /// First names of people, in small letters.
    private let people: Set<String>

    /// The most words of it.
    static let longest = 42
    /// Fewer words of matter than this say nothing by themselves; own words need more, since nobody else vouches for them.
    static let matter = (heard: 5, own: 6)
    /// Thanks to more people than this are about none of them.
    static let mostNamed = 3

    init(subject: String, names: Set<String>) {
        self.subject = subject
        people = Set(names.compactMap { $0.split(separator: " ").first?.lowercased().filter(\.isLetter) })
        parts = Set(subject.lowercased().split(separator: " ").map(String.init)).filter { $0.count >= 2 }
    }

    /// The sentence about the fullest entry of an episode that may be quoted whole; nil where there is none.
    func sentence(_ episode: Happening) -> (named: Sentence, toPerson: Sentence)? {
        let quotable = episode.entries.filter(isQuotable)
        guard !quotable.isEmpty else { return nil }
        let names = EpisodeWorth.names(of: subject)
        let entries = quotable.map { ($0, EpisodeWorth.fullness(of: $0, names: names)) }.sorted {
            ($0.1, $1.0.id) > ($1.1, $0.0.id)
        }.map(\.0)
        for entry in entries {
            guard let words = words(of: entry) else { continue }
            let place = "On \(DateWords.day(of: entry.moment)) in #\(entry.channelName)"
            let isOwn = entry.voice.person == entry.subject
            func made(_ voice: String) -> Sentence {
                Sentence("\(place), \(voice) wrote: “\(words)”", sources: [entry.id], role: .claim)
            }
            let first = subject.split(separator: " ").first.map(String.init) ?? subject
            return (made(isOwn ? first : entry.voice.name), made(isOwn ? "you" : entry.voice.name))
        }
        return nil
    }

    /// Thanks and critique that name the person; own words about own work.
    private func isQuotable(_ entry: LedgerEntry) -> Bool {
        if entry.voice.person == entry.subject {
            return ![.recognition, .feedback, .blocked].contains(entry.kind)
                && entry.confidence >= Happening.clearEnough
        }
        guard entry.kind == .recognition || entry.kind == .feedback else { return false }
        let tokens = Self.tokens(of: entry.quote)
        return tokens.contains { names($0) } && tokens.count(where: isSomebody) <= Self.mostNamed
    }

    private func isSomebody(_ token: Substring) -> Bool {
        token.hasPrefix("@") || people.contains(token.lowercased().filter(\.isLetter))
    }

    /// A word of five letters and more that is neither a name nor thanks.
    private func isMatter(_ token: Substring) -> Bool {
        let word = token.lowercased().filter(\.isLetter)
        return word.count >= 5 && !word.hasPrefix("thank") && !isSomebody(token) && !names(token)
    }

    /// How many words of matter stand in the quotes of a sentence.
    func matter(in sentence: Sentence) -> Int {
        let parts = sentence.text.split(omittingEmptySubsequences: false) { "“”".contains($0) }
        return parts.indices.filter { !$0.isMultiple(of: 2) }.reduce(0) { sum, place in
            sum + Self.tokens(of: parts[place]).count { isMatter($0) }
        }
    }

    private func names(_ token: Substring) -> Bool {
        let word = token.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }
        guard parts.contains(word.lowercased()) else { return false }
        // Two small letters may be any word; with a capital or an `@` they are a name.
        return word.count > 2 || token.hasPrefix("@") || word.first?.isUppercase == true
    }

    /// Whole sentences around the one that names the person, as many as fit, verbatim; nil where something forbids it.
    private func words(of entry: LedgerEntry) -> String? {
        let sentences = Self.sentences(of: entry.quote)
        guard !sentences.isEmpty else { return nil }
        let isOwn = entry.voice.person == entry.subject
        var first = isOwn ? 0 : sentences.firstIndex { $0.contains { names($0) } } ?? 0
        var last = first
        func count(_ range: ClosedRange<Int>) -> Int { sentences[range].joined().count { !names($0) } }
        guard count(first...last) <= Self.longest else { return nil }
        while last + 1 < sentences.count, count(first...(last + 1)) <= Self.longest { last += 1 }
        while !isOwn, first > 0, count((first - 1)...last) <= Self.longest { first -= 1 }
        let matter = sentences[first...last].joined().count { isMatter($0) }
        guard matter >= (isOwn ? Self.matter.own : Self.matter.heard) else { return nil }
        var text = sentences[first...last].map { $0.joined(separator: " ") }.joined(separator: " ")
        if last + 1 < sentences.count { text += " …" }
        let isKind = WordingLint.find(in: text).allSatisfy { !Self.kept.contains($0.reason) }
        return isKind && Verbatim.says(entry.quote, text) ? text : nil
    }

    /// What is never repeated, whoever said it.
    private static let kept: Set<WordingLint.Reason> = [.character, .forbidden, .rating, .comparison, .privateMatter]

    private static func tokens(of quote: some StringProtocol) -> [Substring] {
        quote.split(whereSeparator: \.isWhitespace).map { Substring($0) }
    }

    /// The sentences of a quote in words as they are shown; none where it holds code or talk that was pasted.
    private static func sentences(of quote: String) -> [[Substring]] {
        guard !quote.contains("```"), !quote.contains("http"), !quote.contains("\n>"), !quote.hasPrefix(">"),
            !quote.contains("“"), !quote.contains("”"), !quote.contains("["), !quote.contains("|")
        else { return [] }
        var sentences: [[Substring]] = []
        for line in quote.split(whereSeparator: \.isNewline) {
            var words: [Substring] = []
            for token in tokens(of: line) where !isMark(token) {
                words.append(shown(token))
                if let end = token.last(where: { $0 != "\"" && $0 != ")" }), ".!?…".contains(end), words.count > 1 {
                    sentences.append(words)
                    words = []
                }
            }
            if !words.isEmpty { sentences.append(words) }
        }
        return sentences
    }

    /// A code of an emoji, an emoji, a cut's mark, or nothing but marks.
    private static func isMark(_ token: Substring) -> Bool {
        !token.contains { $0.isLetter || $0.isNumber } || token.first == ":" && token.last == ":"
    }

    private static func shown(_ token: Substring) -> Substring {
        Substring(token.filter { $0 != "*" && $0 != "`" && $0 != "@" }.replacing("\"", with: "'"))
    }
}
