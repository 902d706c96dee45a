/// Words that say more about a person than about work, by class; one for each language.
///
/// Everybody's texts are read with the same list, and nothing about the writer or the person is needed for it.
public struct LanguageLexicon: Sendable, Hashable {
    /// What a word does in a review.
    public enum Class: String, Sendable, Hashable, CaseIterable, Codable {
        /// It blames a trait.
        case personality
        /// It praises a trait of getting along.
        case communal
        /// It praises a trait of getting things.
        case agency
        /// It praises a gift.
        case genius
        /// It takes the claim half back.
        case hedge
        /// It claims more than anybody saw.
        case exaggeration
        /// It speaks of leave, family or hours.
        case availability

        /// True for words about what somebody is, where what somebody did should stand.
        public var isAboutPerson: Bool {
            switch self {
            case .personality, .communal, .agency, .genius: true
            case .hedge, .exaggeration, .availability: false
            }
        }

        /// What to ask the writer.
        public var question: String {
            switch self {
            case .personality, .communal, .agency: "Which behaviour did you see?"
            case .genius: "What did they do, and what came of it?"
            case .hedge: "Did you see it, or not? Say what you saw."
            case .exaggeration: "When exactly? Name the times."
            case .availability: "Leave it out: leave, family and hours are no part of a review."
            }
        }
    }

    /// A word found in a text.
    public struct Finding: Sendable, Hashable {
        /// As it stands in the text.
        public let word: String
        /// Its class.
        public let kind: Class
        /// Its place in the text, in UTF-8 bytes.
        public let place: Range<Int>
    }

    /// The language's code.
    public let language: String
    private let terms: [String: [Term]]

    private struct Term: Sendable, Hashable {
        let words: [String]
        let kind: Class
        let takesEndings: Bool
        let onlyOfPeople: Bool
    }

    /// Reads a list: one class a line, `class: word, word`; lines of unknown classes are left out.
    public init(language: String, text: String) {
        var terms: [String: [Term]] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let kind = Class(rawValue: String(parts[0].filter { $0 != " " })) else { continue }
            for entry in parts[1].split(separator: ",") {
                let words = Self.tokens(String(entry)).map(\.text)
                guard let first = words.first else { continue }
                let term = Term(
                    words: words,
                    kind: kind,
                    takesEndings: entry.contains("*"),
                    onlyOfPeople: entry.contains("~")
                )
                // By the first four letters, so that endings are met, too.
                terms[String(first.prefix(4)), default: []].append(term)
            }
        }
        self.language = language
        self.terms = terms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// Every word of the list in a text, in its order; `names` are words by which the person may be called.
    public func findings(in text: String, names: Set<String> = []) -> [Finding] {
        let tokens = Self.tokens(text)
        let called = Set(names.map { $0.lowercased() })
        var found: [Finding] = []
        var place = 0
        while place < tokens.count {
            guard let term = term(at: place, in: tokens, called) else {
                place += 1
                continue
            }
            let last = place + term.words.count - 1
            let range = tokens[place].place.lowerBound..<tokens[last].place.upperBound
            let word = String(decoding: Array(text.utf8)[range], as: UTF8.self)
            found.append(Finding(word: word, kind: term.kind, place: range))
            place = last + 1
        }
        return found
    }

    private func term(at place: Int, in tokens: [Token], _ called: Set<String>) -> Term? {
        terms[String(tokens[place].text.prefix(4))]?.first { term in
            guard place + term.words.count <= tokens.count else { return false }
            for (offset, word) in term.words.enumerated() {
                let token = tokens[place + offset].text
                let isLast = offset == term.words.count - 1
                guard isLast && term.takesEndings ? token.hasPrefix(word) : token == word else { return false }
            }
            return !term.onlyOfPeople || Self.isSaidOfPerson(place, tokens, called)
        }
    }

    private static let linking: Set<String> = [
        "is", "was", "are", "were", "be", "been", "being", "seems", "seemed", "seem", "becomes", "became", "gets",
        "got",
        "appears", "comes", "came", "feels", "i'm", "he's", "she's", "they're",
    ]
    private static let between: Set<String> = [
        "a", "an", "very", "too", "quite", "rather", "often", "so", "really", "sometimes", "always", "overly", "bit",
        "little", "not", "across", "as", "also", "can", "may", "could", "and", "extremely", "more", "most", "over",
        "to",
    ]
    private static let persons: Set<String> = ["he", "she", "they", "who", "you", "him", "her", "them"]
    private static let kinds: Set<String> = [
        "person", "personality", "colleague", "individual", "woman", "man", "tone",
    ]

    /// “she is very difficult”, “Ana can be intense”, “a warm person”; not “the migration was difficult”.
    private static func isSaidOfPerson(_ place: Int, _ tokens: [Token], _ called: Set<String>) -> Bool {
        if place + 1 < tokens.count, kinds.contains(tokens[place + 1].text) { return true }
        var back = place - 1
        while back >= 0, place - back < 5, between.contains(tokens[back].text) { back -= 1 }
        guard back >= 0, linking.contains(tokens[back].text) else { return false }
        if ["he's", "she's", "they're"].contains(tokens[back].text) { return true }
        while back >= 1, between.contains(tokens[back - 1].text) || linking.contains(tokens[back - 1].text) {
            back -= 1
        }
        guard back >= 1 else { return false }
        let subject = tokens[back - 1].text
        return persons.contains(subject) || called.contains(subject)
    }

    struct Token {
        let text: String
        let place: Range<Int>
    }

    /// Lower-case words with their places; apostrophes and hyphens belong to a word.
    static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var word = ""
        var (start, place) = (0, 0)
        func end() {
            if !word.isEmpty { tokens.append(Token(text: word, place: start..<place)) }
            word = ""
        }
        for character in text {
            let size = character.utf8.count
            let joins = character == "'" || character == "’" || character == "-"
            if character.isLetter || character.isNumber || (joins && !word.isEmpty) {
                if word.isEmpty { start = place }
                word += character == "’" ? "'" : character.lowercased()
            } else {
                end()
            }
            place += size
        }
        end()
        return tokens
    }
}
