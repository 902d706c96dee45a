/// One place of a text that could be put better: where, why and how.
///
/// Source: `docs/methods.md`, "Wording". Works on any text while it is typed; no data about anybody is needed.
public struct WordingLint: Sendable, Hashable {
    /// Where it stands.
    ///
    /// Units: UTF-16 code units from the beginning of the text, as browsers count.
    public let span: Range<Int>
    /// The words there.
    public let found: String
    /// What sort of thing.
    public let reason: Reason

    /// What sort of thing.
    public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
        /// A word about what somebody is like.
        case character
        /// A word that has no place in talk about colleagues at work.
        case forbidden
        /// A rating, grade or rank.
        case rating
        /// One person held against another.
        case comparison
        /// Health, family, age, sex, faith or origin.
        case privateMatter = "private matter"
        /// Praise that names nothing.
        case vaguePraise = "vague praise"
        /// Always, never.
        case absolute
        /// Number of people as a measure of scope.
        case headcount
        /// A softener that leaves open what was seen.
        case hedge
        /// A claim that cites nothing.
        case noSource = "no source"
        /// A sentence that is hard to read at once.
        case longSentence = "long sentence"
    }

    /// One sentence: what is the matter.
    public var words: String {
        switch reason {
        case .character: "“\(found)” is about character, not about what was done."
        case .forbidden: "“\(found)” guesses at a state of mind or a threat; it cannot be seen from work."
        case .rating: "“\(found)” is a grade; drafts hold none."
        case .comparison: "“\(found)” holds one person against another."
        case .privateMatter: "“\(found)” may touch private life."
        case .vaguePraise: "“\(found)” could be said of anybody."
        case .absolute: "“\(found)” leaves no exception; one exception makes it wrong."
        case .headcount: "“\(found)” counts people; scope is how far the work reaches."
        case .hedge: "“\(found)” leaves open what was seen."
        case .noSource: "This claims something and cites nothing."
        case .longSentence: "This sentence has more than 30 words."
        }
    }

    /// What to do instead.
    public var suggestion: String {
        switch reason {
        case .character: "Which behaviour did you see? Say when, and what it changed."
        case .forbidden: "Say what happened and what would help."
        case .rating: "Say what was done and what it changed; the reader can judge."
        case .comparison: "Hold the work against the ladder's words, or leave the others out."
        case .privateMatter: "Leave it out unless it is about the work itself."
        case .vaguePraise: "Name the piece of work and its effect."
        case .absolute: "Name the times that you saw."
        case .headcount: "Say which systems, teams or customers the work reached."
        case .hedge: "Say what you saw, on which day."
        case .noSource: "Cite the evidence, or mark it as your own view."
        case .longSentence: "Make two of it."
        }
    }

    /// Sentences with more words than this are long.
    static let mostWords = 30

    /// Everything in a free text that could be put better, in order; words in “quotes” are others' and are passed over.
    ///
    /// Shape: `citing` is true for a text that cites evidence; nil where sources are not asked for.
    public static func find(in text: String, citing: Bool? = nil) -> [WordingLint] {
        let words = LintWords(text)
        var found = words.singles + words.phrases
        found += words.long
        if citing == false, !words.isQuestion, words.count >= 4, let whole = words.whole {
            found.append(WordingLint(span: whole, found: "", reason: .noSource))
        }
        return found.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
    }

    /// True where a word is about character; the rest is not looked for.
    static func speaksOfCharacter(_ text: String) -> Bool { LintWords(text).speaksOfCharacter }
}

/// A text's words with where they stand; those between curly quotation marks are left out.
private struct LintWords {
    private struct Word {
        let small: String
        let span: Range<Int>
        let sentence: Int
    }

    private var words: [Word] = []
    private let text: String
    let isQuestion: Bool

    init(_ text: String) {
        self.text = text
        isQuestion = text.trimmingEnd(of: " \n\t").hasSuffix("?")
        var small = ""
        var start = 0
        var place = 0
        var sentence = 0
        var isQuote = false
        var words: [Word] = []
        func close() {
            let bare = small.trimmingCharacters(of: "'-")
            if !bare.isEmpty {
                let lead = small.utf16.count - small.drop { "'-".contains($0) }.utf16.count
                words.append(
                    Word(small: bare, span: (start + lead)..<(start + lead + bare.utf16.count), sentence: sentence)
                )
            }
            small = ""
        }
        for character in text {
            if character == "“" { isQuote = true }
            if let byte = character.asciiValue, byte != 10 {
                if !isQuote, Self.isPart(byte) {
                    if small.isEmpty { start = place }
                    small.unicodeScalars.append(UnicodeScalar(byte >= 65 && byte <= 90 ? byte | 0x20 : byte))
                } else {
                    close()
                    if !isQuote, byte == 46 || byte == 33 || byte == 63 { sentence += 1 }
                }
                place += 1
                continue
            }
            if !isQuote, character.isLetter || character.isNumber || character == "’" {
                if small.isEmpty { start = place }
                small += character == "’" ? "'" : character.lowercased()
            } else {
                close()
                if character == "\n", !isQuote { sentence += 1 }
            }
            if character == "”" { isQuote = false }
            place += character.utf16.count
        }
        close()
        self.words = words
    }

    /// A letter, a digit, `'` or `-`.
    private static func isPart(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57 || byte == 39 || byte == 45
    }

    var count: Int { words.count }
    var whole: Range<Int>? {
        guard let first = words.first, let last = words.last else { return nil }
        return first.span.lowerBound..<last.span.upperBound
    }

    var speaksOfCharacter: Bool { words.indices.contains(where: isAboutCharacter) }

    private func isAboutCharacter(_ place: Int) -> Bool {
        let word = words[place].small
        guard WordingLists.personality.contains(word) else { return false }
        let before = place > 0 ? words[place - 1].small : ""
        let after = place + 1 < words.count ? words[place + 1].small : ""
        return !Self.isAboutThing(word, before: before, after: after)
    }

    var singles: [WordingLint] {
        words.indices.compactMap { place in
            let word = words[place]
            let before = place > 0 ? words[place - 1].small : ""
            let after = place + 1 < words.count ? words[place + 1].small : ""
            if isAboutCharacter(place) { return lint(place..<(place + 1), .character) }
            if WordingLists.privateMatters.contains(word.small),
                !Self.isAboutSystem(word.small, before: before, after: after)
            {
                return lint(place..<(place + 1), .privateMatter)
            }
            return WordingLists.absolutes.contains(word.small) ? lint(place..<(place + 1), .absolute) : nil
        }
    }

    /// Words that name character and things alike: a difficult bug, a smart contract, a weak point.
    private static func isAboutThing(_ word: String, before: String, after: String) -> Bool {
        let things: Set<String> = [
            "bug", "bugs", "problem", "problems", "migration", "question", "questions", "decision", "decisions", "case",
            "cases",
            "contract", "contracts", "point", "points", "test", "tests", "start", "storage", "cache", "key", "keys",
            "language",
            "number", "numbers", "reference", "mode", "plan", "goal", "goals", "services", "topic", "trade-off",
            "change", "task",
        ]
        return things.contains(after) && !["attitude", "personality", "temperament"].contains(word)
            || ["driven"].contains(word) && !before.isEmpty && !["is", "was", "very", "so", "highly"].contains(before)
    }

    /// Words of systems that are also words of life: health checks, parent and child processes, old versions.
    private static func isAboutSystem(_ word: String, before: String, after: String) -> Bool {
        let systems: Set<String> = [
            "check", "checks", "endpoint", "endpoints", "status", "probe", "probes", "process", "processes", "node",
            "nodes",
            "version", "versions", "code", "api", "apis", "key", "keys", "table", "tables", "client", "cluster", "path",
            "team's",
            "condition", "conditions", "service", "system", "systems", "point", "type", "types", "of", "source", "data",
            "config",
        ]
        return systems.contains(after) || word == "single" && after != "mother" && after != "father"
            || ["old", "older", "age", "aged", "race", "union", "family", "foreign"].contains(word)
                && !["is", "was", "too", "so", "very", "their", "her", "his", "your", "my", "years"].contains(before)
    }

    /// A phrase of the lists, in the order in which they are looked through.
    private struct Phrase {
        let words: [String]
        let reason: WordingLint.Reason
        let order: Int
    }

    /// All phrases by their first word.
    private static let listed: [String: [Phrase]] = {
        let lists: [([String], WordingLint.Reason)] = [
            (WordingLists.forbidden, .forbidden), (WordingLists.ratings, .rating),
            (WordingLists.comparisons, .comparison),
            (WordingLists.vague, .vaguePraise), (WordingLists.headcount, .headcount), (WordingLists.hedges, .hedge),
        ]
        var listed: [String: [Phrase]] = [:]
        var order = 0
        for (list, reason) in lists {
            for phrase in list {
                let words = phrase.split(separator: " ").map(String.init)
                guard let first = words.first else { continue }
                listed[first, default: []].append(Phrase(words: words, reason: reason, order: order))
                order += 1
            }
        }
        return listed
    }()

    var phrases: [WordingLint] {
        var found: [(order: Int, lint: WordingLint)] = []
        for place in words.indices {
            for phrase in Self.listed[words[place].small] ?? [] where place + phrase.words.count <= words.count {
                let range = place..<(place + phrase.words.count)
                if zip(words[range], phrase.words).allSatisfy({
                    $0.small == $1 && $0.sentence == words[place].sentence
                }) {
                    found.append((phrase.order, lint(range, phrase.reason)))
                }
            }
        }
        return found.sorted { ($0.order, $0.lint.span.lowerBound) < ($1.order, $1.lint.span.lowerBound) }.map(\.lint)
    }

    var long: [WordingLint] {
        Dictionary(grouping: words.indices) { words[$0].sentence }.values.compactMap { places in
            guard places.count > WordingLint.mostWords, let first = places.min(), let last = places.max() else {
                return nil
            }
            return lint(first..<(last + 1), .longSentence)
        }
    }

    private func lint(_ range: Range<Int>, _ reason: WordingLint.Reason) -> WordingLint {
        let span = words[range.lowerBound].span.lowerBound..<words[range.upperBound - 1].span.upperBound
        let start = String.Index(utf16Offset: span.lowerBound, in: text)
        let end = String.Index(utf16Offset: span.upperBound, in: text)
        return WordingLint(span: span, found: String(text[start..<end]), reason: reason)
    }
}
