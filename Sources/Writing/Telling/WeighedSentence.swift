import Signals

/// One whole sentence of a quote, read once: what it tells, and what speaks against telling it.
struct WeighedSentence {
    let words: [QuoteWord]
    /// How many words carry matter.
    let matter: Int
    let hasEffect: Bool
    let hasDeed: Bool
    /// True where it takes up what did not work.
    let turns: Bool
    /// True where it speaks of the person, to the person, or of what came of it.
    let bears: Bool
    /// True where it says more of the person than a name or a thank-you.
    let isTelling: Bool
    /// How many words speak of others than the two.
    let reach: Int
    let hasNumber: Bool
    let namesSubject: Bool
    let isQuestion: Bool
    /// True where it only opens something: `All,`, `here is how:`.
    let dangles: Bool
    let isSpeakersPlan: Bool
    let asks: Bool
    let loudness: Double
    /// What its words do.
    let act: Cut.Act
    /// How many other people it names.
    let others: Int

    init(_ words: [QuoteWord], kind: SignalKind) {
        let isHeard = kind == .recognition
        let sets = words.reduce(into: WordSets()) { $0.formUnion($1.sets) }
        self.words = words
        matter = words.count { $0.is(.content) }
        turns =
            isHeard
            && (words.first?.small == "but"
                || words.contains { ["however", "unfortunately", "sadly"].contains($0.small) })
        hasEffect =
            !turns
            && (Cutter.saysEffect(words[...]) || Self.tellsBeforeAndAfter(words) || isHeard && Self.follows(words))
        hasDeed = isHeard && !turns && Self.tellsDeed(words)
        namesSubject = sets.isAny(of: [.subject, .subjectOwner])
        let thanks = words.firstIndex { $0.is(.thanks) }
        bears =
            !isHeard || hasEffect || hasDeed || namesSubject || thanks != nil
            || words.contains { $0.small == "you" || $0.small == "your" }
        // `thanks, I will look at it`: only the thanks are for the person; `thanks for the table` says what they are for.
        let saysWhatFor = thanks.map { words[$0...].prefix(5).contains { $0.small == "for" } } ?? false
        let speaksTo = words.indices.contains { place in
            (words[place].small == "you" || words[place].small == "your")
                && !(place > 0 && words[place - 1].is(.thanks))
        }
        let praises = isHeard && Cutter.praises(words[...])
        isTelling = !isHeard || hasEffect || hasDeed || saysWhatFor || speaksTo || praises
        reach = words.count { $0.is(.reach) }
        hasNumber = sets.contains(.number)
        isQuestion = words.last?.is(.question) ?? false
        dangles = words.last?.ends(withAny: ",:;") ?? false
        isSpeakersPlan = Self.isSpeakersPlan(words)
        asks = Self.asks(words)
        loudness = Self.loudness(of: words)
        act =
            isHeard && sets.contains(.thanks) && Self.thanks(words)
            ? .thanks : isHeard && !praises ? .plain : Cutter.act(words[...], kind: kind)
        others = words.count { $0.is(.name) && !$0.is(.subject) }
    }

    /// Capitals, exclamation and great words carry nothing that a review can stand on, however kindly they are meant.
    private static func loudness(of words: [QuoteWord]) -> Double {
        let shouted = words.count { $0.is(.shouted) }
        let marks = words.reduce(0) { sum, word in
            word.ends(with: "!") ? sum + (word.text.hasSuffix("!!") ? 2 : 1) : sum
        }
        let great = words.count { $0.is([.intensity, .great]) }
        return min(6, 0.9 * Double(shouted) + 0.7 * Double(marks) + 0.5 * Double(great))
    }

    static let great = CheckWords.set(
        "magnificent epic legendary unreal world earth planet universe continent forever ever entire whole single history"
    )

    /// Thanks that nothing beside them takes back.
    private static func thanks(_ words: [QuoteWord]) -> Bool {
        words.indices.contains { place in
            words[place].is(.thanks)
                && !words[place...].dropFirst().contains { $0.is(.takesBack) }
                && !words[place...].dropFirst().prefix(3).contains { ["advance", "if"].contains($0.small) }
                && !words[..<place].suffix(3).contains {
                    $0.is(.negation) || ["would", "could", "might"].contains($0.small)
                }
        }
    }

    static let takesBack: Set<String> = [
        "but", "although", "though", "however", "anyway", "anyways", "except", "yet",
    ]

    /// Others than the two who speak.
    static let reach = CheckWords.set(
        "team teams everyone everybody every each company customers users people others all nobody anybody departments"
    )

    /// The person or `you` before a verb of the past, or something of theirs.
    static func tellsDeed(_ words: [QuoteWord]) -> Bool {
        words.indices.contains { place in
            let word = words[place]
            if word.is(.subjectOwner) { return true }
            guard word.is(.subject) || ["you", "you've", "you'd", "she", "he"].contains(word.small) else {
                return false
            }
            let behind = words[(place + 1)...].prefix(3).prefix { !speakers.contains($0.small) }
            if behind.contains(where: { $0.is(.modal) || $0.small == "if" }) { return false }
            return behind.contains { next in
                next.is(.past) || next.small.utf8.count > 3 && next.small.hasSuffix("ed") && next.small != "need"
            } && !(behind.contains { $0.small == "not" } && !behind.contains { $0.small == "only" })
        }
    }

    private static let speakers: Set<String> = ["i", "i'd", "i've", "we", "we've", "we'd", "they", "it"]

    /// True where two words stand side by side that are a pair of these; `opens` marks the first ones.
    private static func hasPair(_ words: [QuoteWord], of pairs: Set<String>, opens: WordSets) -> Bool {
        zip(words, words.dropFirst()).contains { $0.is(opens) && pairs.contains("\($0.small) \($1.small)") }
    }

    /// What would have been without it, how it was before, since when it is otherwise.
    static func tellsBeforeAndAfter(_ words: [QuoteWord]) -> Bool {
        if hasPair(words, of: beforeAndAfter, opens: .opensBeforeAndAfter) { return true }
        guard words.contains(where: isSince), let time = words.firstIndex(where: { isTime($0.small) }) else {
            return false
        }
        return time > 0 && isSince(words[time - 1])
    }

    private static func isSince(_ word: QuoteWord) -> Bool { word.small == "since" || word.small == "until" }

    static let beforeAndAfter: Set<String> = [
        "would have", "would've", "would still", "wouldn't have", "without this", "without that", "without it",
        "without you", "a year", "last year", "last time", "first time", "first week", "first month", "for once",
        "used to", "no longer", "any more", "from today", "never again", "months ago", "years ago", "weeks ago",
        "instead of", "so that", "so we", "so i", "which means", "because of", "per week", "a week", "per day",
        "per month", "before it", "by themselves", "without asking", "ever since", "was gone", "are gone", "is gone",
    ]

    /// `so thursday the queue went …`: what came of it, in a sentence of its own.
    private static func follows(_ words: [QuoteWord]) -> Bool {
        guard words.count > 4, words[0].small == "so" else { return false }
        return ![
            "i", "we", "you", "i'll", "we'll", "i'm", "how", "what", "can", "could", "is", "are", "do", "does", "if",
        ].contains(words[1].small)
    }

    private static func isTime(_ word: String) -> Bool {
        CheckWords.isDay(word) || ["then", "yesterday", "that", "last"].contains(word)
    }

    /// `I will ask …`, `we'll see`: what the speaker does next.
    private static func isSpeakersPlan(_ words: [QuoteWord]) -> Bool {
        guard let first = words.first?.small else { return false }
        return ["i'll", "we'll", "i'd"].contains(first)
            || ["i", "we"].contains(first)
                && words.dropFirst().first.map { ["will", "am", "are"].contains($0.small) } ?? false
    }

    /// `could you also …`, `please look`: a request, not a report.
    private static func asks(_ words: [QuoteWord]) -> Bool {
        words.contains { $0.small == "please" } || hasPair(words, of: requests, opens: .opensRequest)
    }

    static let requests: Set<String> = [
        "can you", "could you", "would you", "will you", "i'd ask", "i ask", "want you", "need you", "you please",
    ]
}
