public import Evidence
import Signals

/// Tells episodes one after the other for texts of other modules, about the person and to the person.
///
/// Shape: both forms tell the same words of the same evidence. What is checked is the one with the name; the one to the person
/// differs from it by the pronoun alone. Source: `docs/methods.md`, "Telling".
public struct EpisodeTeller: Sendable {
    private var named: Telling
    private var spoken: Telling
    private let check: CitationCheck

    /// How many forms are tried before an episode is left out.
    static let attempts = 4
    /// The most words of whole sentences: a page that is read in a minute has little room.
    static let passageWords = 32

    /// Begins a text about one person.
    public init(subject: String, quoteWords: Int, names: Set<String> = [], check: CitationCheck) {
        named = Telling(subject: subject, quoteWords: quoteWords, names: names, passageWords: Self.passageWords)
        spoken = named.inOwnVoice(of: subject)
        self.check = check
    }

    /// One episode in both forms.
    public struct Told: Sendable, Hashable {
        /// With the person's name.
        public let named: Sentence
        /// To the person, as “you”.
        public let toPerson: Sentence
    }

    /// The next sentence; nil when nothing of it can be quoted, or when no form of it stands the check.
    public mutating func tell(_ episode: Happening) -> Told? {
        guard let material = named.material(of: episode, blockedToo: true), !material.isBareThanks else { return nil }
        for attempt in 0..<Self.attempts {
            var (left, right) = (named, spoken)
            // What came of it goes before the whole does.
            let told = attempt < 2 ? material : material.bare
            let sentence = left.tell(told, attempt: attempt)
            let own = right.tell(told, attempt: attempt)
            guard check.verdict(of: sentence) == .supported else { continue }
            (named, spoken) = (left, right)
            return Told(
                named: sentence,
                toPerson: Sentence(Self.toPerson(own.text), sources: own.sources, role: own.role)
            )
        }
        return nil
    }

    /// True for a colleague's thanks that say neither what they are for nor what came of it.
    public func isBareThanks(_ entry: LedgerEntry) -> Bool {
        entry.kind == .recognition && entry.voice.person != entry.subject && named.isBareThanks(entry.quote)
    }

    /// `I`, `me` and `my` become `you` and `your`, outside of what is quoted.
    static func toPerson(_ text: String) -> String {
        var words: [String] = []
        var isQuoted = false
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let core = word.prefix { $0.isLetter }
            let small = isQuoted ? nil : pronouns[String(core)]
            words.append(small.map { $0 + word.dropFirst(core.count) } ?? String(word))
            if !isQuoted, word.lowercased() == "was", words.dropLast().last?.lowercased() == "you" {
                words[words.count - 1] = "were"
            }
            for character in word where "“”".contains(character) { isQuoted = character == "“" }
        }
        let joined = words.joined(separator: " ")
        return Telling.capitalised(joined)
    }

    private static let pronouns = ["I": "you", "me": "you", "my": "your", "My": "Your"]
}
