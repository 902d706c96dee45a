/// What somebody would want to know who was not there: which work, what was done, what came of it.
///
/// A rule about words, asked once. What the giver answers then is taken as it is. English only: words of another language are
/// taken as they are. Source: `docs/methods.md`, "Asking for feedback"; Kluger and DeNisi (1996) on feedback about the task.
public enum VaguenessCheck {
    /// One of the three.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Which work.
        case work
        /// What the person did.
        case behaviour
        /// What came of it.
        case effect

        /// The question that asks for it.
        public var question: String {
            switch self {
            case .work: "Which piece of work was it, and when?"
            case .behaviour: "What did they do or say that you saw?"
            case .effect: "What came of it, for you or for the work?"
            }
        }
    }

    /// What is missing; empty where enough is said.
    public static func missing(in words: FeedbackWords) -> [Part] {
        let whole = FeedbackText(words.text)
        guard whole.isEnglish else { return [] }
        // Written into one field, it may say all three; then every part is looked for in the whole.
        let isOneText = [words.work, words.behaviour, words.effect].count { !$0.isEmpty } == 1
        func says(_ field: String) -> Bool { !isOneText && FeedbackText(field).namesSomething }
        var missing: [Part] = []
        if !says(words.work) && !whole.namesWork { missing.append(.work) }
        if !says(words.behaviour) && !whole.tellsAct { missing.append(.behaviour) }
        if !says(words.effect) && !whole.tellsEffect { missing.append(.effect) }
        return missing
    }

    /// What to ask back, in one sentence or two; nil where nothing is missing.
    public static func question(for words: FeedbackWords) -> String? {
        let missing = missing(in: words)
        guard !missing.isEmpty else { return nil }
        return "Thank you. Once more, since it is kept for longer than a moment: "
            + missing.map(\.question).joined(separator: " ")
    }
}

/// A text about work, as the check looks at it.
struct FeedbackText {
    private let text: String
    private let words: [String]
    private let content: [String]

    init(_ text: String) {
        self.text = text
        words = WordSplitter.words(of: text).map(\.text)
        content = words.filter { $0.count >= 3 && !Self.empty.contains($0) && !Self.praise.contains($0) }
    }

    /// True for English, and for texts too short to tell.
    var isEnglish: Bool {
        guard words.count >= 8 else { return true }
        return words.count { Self.empty.contains($0) } * 8 >= words.count
    }

    /// Two words of matter at least: praise alone names nothing.
    var namesSomething: Bool { content.count >= 2 }

    /// A ticket, an address, a number, a conversation, a day, or something of "the …".
    var namesWork: Bool {
        if text.contains("#") || text.contains("://") { return true }
        if words.contains(where: { word in word.contains(where: \.isNumber) && word.contains(where: \.isLetter) }) {
            return true
        }
        if words.contains(where: Self.times.contains) && content.count >= 3 { return true }
        for (word, next) in zip(words, words.dropFirst()) where Self.pointing.contains(word) {
            if next.count >= 4 && !Self.praise.contains(next) && !Self.hollow.contains(next) { return true }
        }
        return false
    }

    /// A word for something done, in the past or going on.
    var tellsAct: Bool {
        words.contains { word in
            if Self.acts.contains(word) { return true }
            guard word.count >= 5, !Self.notActs.contains(word), !Self.praise.contains(word) else { return false }
            return word.hasSuffix("ed") || word.hasSuffix("ing")
        }
    }

    /// A word that says what came of it.
    var tellsEffect: Bool {
        let joined = " " + words.joined(separator: " ") + " "
        return Self.effects.contains { joined.contains(" \($0) ") }
    }

    private static let praise: Set<String> = [
        "great", "good", "nice", "awesome", "amazing", "super", "excellent", "fantastic", "brilliant", "best", "better",
        "wonderful", "perfect", "solid", "strong", "cool", "outstanding", "helpful", "kind", "friendly", "reliable",
        "professional", "smart", "pleasure", "joy", "star", "rockstar", "legend", "hero", "thanks", "thank", "thankful",
        "grateful", "kudos", "congrats", "congratulations", "well", "done", "love", "loved", "like", "liked",
        "appreciate", "appreciated", "amazed", "impressed", "impressive", "happy", "keep", "everything", "anything",
        "always", "really", "very", "much", "lot", "lots", "positive", "attitude", "energy", "team", "player", "person",
        "colleague", "job", "work", "working", "worker", "bad", "poor", "sloppy", "slow", "difficult", "okay", "fine",
    ]
    /// Words that carry nothing by themselves.
    private static let empty: Set<String> = [
        "the", "a", "an", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is",
        "was", "were", "are", "be", "been", "being", "it", "its", "this", "that", "these", "those", "he", "she", "they",
        "them", "their", "his", "her", "him", "you", "your", "we", "our", "us", "i", "me", "my", "so", "too", "not",
        "no", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "should", "all", "any",
        "some", "up", "out", "about", "just", "also", "when", "who", "what", "which", "how", "there", "here", "then",
        "than", "more", "most", "every", "each", "into", "over", "if", "such", "own", "same", "only",
    ]
    private static let pointing: Set<String> = ["the", "our", "this", "that", "on", "during", "in", "for"]
    private static let hollow: Set<String> = [
        "whole", "same", "past", "last", "time", "times", "best", "things", "thing", "stuff", "general", "team", "them",
        "their", "your", "this", "that", "everything", "everyone", "what", "which", "these", "those", "those", "years",
        "months", "weeks", "company", "office", "work", "job",
    ]
    private static let times: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "yesterday", "week", "sprint", "quarter", "month",
    ]
    private static let acts: Set<String> = [
        "wrote", "read", "built", "made", "took", "gave", "ran", "led", "kept", "found", "cut", "told", "taught", "sat",
        "drew", "brought", "caught", "said", "spoke", "held", "set", "sent", "paired", "stood", "chose", "broke", "put",
        "asks", "asked", "explains", "reviews", "writes", "answers", "listens", "interrupts", "shares", "tests",
        "documents", "plans", "checks", "interrupted", "stopped", "pushed", "split", "began", "saw", "drove", "fought",
    ]
    private static let notActs: Set<String> = [
        "thing", "things", "something", "anything", "everything", "nothing", "being", "having", "during", "morning",
        "evening", "need", "indeed", "speed", "amazing", "outstanding", "interesting", "exciting", "inspiring",
        "talented", "dedicated", "motivated", "experienced", "skilled", "gifted", "impressed", "pleased", "going",
        "wedding", "building", "meeting", "feeling", "spring", "string", "bring", "king",
    ]
    private static let effects: [String] = [
        "so that", "so we", "so i", "so they", "so the", "so nobody", "so everybody", "because of", "thanks to",
        "as a result", "which meant", "that meant", "it meant", "meant that", "which let", "let us", "let me",
        "helped us", "helped me", "helped the", "saved", "saves", "without", "no longer", "since then", "led to",
        "allowed us", "allowed me", "allowed the", "made it", "made us", "made me", "made the", "unblocked", "avoided",
        "prevented", "we could", "i could", "they could", "now we", "now i", "now the", "now it", "faster", "sooner",
        "later than", "had to", "cost us", "cost me", "waited", "lost", "won", "shipped on", "in time", "on time",
        "fewer", "less", "instead of", "i learned", "we learned", "i understood", "we understood", "went down",
        "went up", "dropped", "held us", "nobody", "everyone knew", "everybody knew", "felt able", "hours", "minutes",
    ]
}
