import Signals

/// One whole sentence of a quote, read once: what it tells, and what speaks against telling it.
struct WeighedSentence {
    let words: [String]
    /// The same in small letters without marks.
    let small: [String]
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

    init(_ words: [String], cutter: Cutter, kind: SignalKind) {
        let small = words.map(Cutter.folded)
        let subject = cutter.subject
        let isHeard = kind == .recognition
        self.words = words
        self.small = small
        matter = words.count(where: cutter.isContent)
        turns =
            isHeard && (small.first == "but" || small.contains { ["however", "unfortunately", "sadly"].contains($0) })
        hasEffect =
            !turns && (Cutter.saysEffect(small) || Self.tellsBeforeAndAfter(small) || isHeard && Self.follows(small))
        hasDeed = isHeard && !turns && Self.tellsDeed(small, of: subject)
        namesSubject = small.contains {
            subject.contains($0) || $0.hasSuffix("'s") && subject.contains(String($0.dropLast(2)))
        }
        let thanks = small.firstIndex(where: CutWords.thanks.contains)
        bears =
            !isHeard || hasEffect || hasDeed || namesSubject || thanks != nil
            || small.contains { $0 == "you" || $0 == "your" }
        // `thanks, I will look at it`: only the thanks are for the person; `thanks for the table` says what they are for.
        let saysWhatFor = thanks.map { small[$0...].prefix(5).contains("for") } ?? false
        let speaksTo = zip(small, [""] + small).contains { word, before in
            (word == "you" || word == "your") && !CutWords.thanks.contains(before)
        }
        let praises = isHeard && Cutter.praises(small)
        isTelling = !isHeard || hasEffect || hasDeed || saysWhatFor || speaksTo || praises
        reach = small.count(where: Self.reach.contains)
        hasNumber = words.contains { $0.contains(where: \.isNumber) }
        isQuestion = words.last?.contains("?") ?? false
        dangles = words.last?.last.map { ",:;".contains($0) } ?? false
        isSpeakersPlan = Self.isSpeakersPlan(small)
        asks = Self.asks(small)
        loudness = Self.loudness(of: words, small)
        act = isHeard && Self.thanks(small) ? .thanks : isHeard && !praises ? .plain : Cutter.act(small, kind: kind)
        others = zip(words, small).count { cutter.names.isName($0) && !subject.contains($1) }
    }

    /// Capitals, exclamation and great words carry nothing that a review can stand on, however kindly they are meant.
    private static func loudness(of words: [String], _ small: [String]) -> Double {
        let shouted = words.count { word in
            word.count(where: \.isLetter) > 2 && word.allSatisfy { !$0.isLetter || $0.isUppercase }
        }
        let marks = words.count { $0.hasSuffix("!") } + words.count { $0.hasSuffix("!!") }
        let great = small.count {
            CheckWords.intensities.contains($0) || Self.great.contains($0)
        }
        return min(6, 0.9 * Double(shouted) + 0.7 * Double(marks) + 0.5 * Double(great))
    }

    private static let great = CheckWords.set(
        "magnificent epic legendary unreal world earth planet universe continent forever ever entire whole single history"
    )

    /// Thanks that nothing beside them takes back.
    private static func thanks(_ small: [String]) -> Bool {
        small.indices.contains { place in
            CutWords.thanks.contains(small[place])
                && !small[place...].dropFirst().contains(where: takesBack.contains)
                && !small[place...].dropFirst().prefix(3).contains { ["advance", "if"].contains($0) }
                && !small[..<place].suffix(3).contains {
                    CheckWords.negations.contains($0) || ["would", "could", "might"].contains($0)
                }
        }
    }

    private static let takesBack: Set<String> = [
        "but", "although", "though", "however", "anyway", "anyways", "except", "yet",
    ]

    /// Others than the two who speak.
    static let reach = CheckWords.set(
        "team teams everyone everybody every each company customers users people others all nobody anybody departments"
    )

    /// The person or `you` before a verb of the past, or something of theirs.
    static func tellsDeed(_ small: [String], of subject: Set<String>) -> Bool {
        small.indices.contains { place in
            let word = small[place]
            if word.hasSuffix("'s"), subject.contains(String(word.dropLast(2))) { return true }
            guard subject.contains(word) || ["you", "you've", "you'd", "she", "he"].contains(word) else { return false }
            let behind = small[small.index(after: place)...].prefix(3).prefix { !speakers.contains($0) }
            if behind.contains(where: { CheckWords.modals.contains($0) || $0 == "if" }) { return false }
            return behind.contains { next in
                next.utf8.count > 3 && next.hasSuffix("ed") && next != "need" || WordStem.isPast(next)
            } && !(behind.contains("not") && !behind.contains("only"))
        }
    }

    private static let speakers: Set<String> = ["i", "i'd", "i've", "we", "we've", "we'd", "they", "it"]

    /// What would have been without it, how it was before, since when it is otherwise.
    static func tellsBeforeAndAfter(_ small: [String]) -> Bool {
        let pairs = Set(zip(small, small.dropFirst()).map { "\($0) \($1)" })
        if !pairs.isDisjoint(with: beforeAndAfter) { return true }
        guard small.contains(where: ["since", "until"].contains), let time = small.firstIndex(where: isTime) else {
            return false
        }
        return time > 0 && ["since", "until"].contains(small[time - 1])
    }

    private static let beforeAndAfter: Set<String> = [
        "would have", "would've", "would still", "wouldn't have", "without this", "without that", "without it",
        "without you", "a year", "last year", "last time", "first time", "first week", "first month", "for once",
        "used to", "no longer", "any more", "from today", "never again", "months ago", "years ago", "weeks ago",
        "instead of", "so that", "so we", "so i", "which means", "because of", "per week", "a week", "per day",
        "per month", "before it", "by themselves", "without asking", "ever since", "was gone", "are gone", "is gone",
    ]

    /// `so thursday the queue went …`: what came of it, in a sentence of its own.
    private static func follows(_ small: [String]) -> Bool {
        guard small.count > 4, small[0] == "so" else { return false }
        return ![
            "i", "we", "you", "i'll", "we'll", "i'm", "how", "what", "can", "could", "is", "are", "do", "does", "if",
        ].contains(small[1])
    }

    private static func isTime(_ word: String) -> Bool {
        CheckWords.isDay(word) || ["then", "yesterday", "that", "last"].contains(word)
    }

    /// `I will ask …`, `we'll see`: what the speaker does next.
    private static func isSpeakersPlan(_ small: [String]) -> Bool {
        guard let first = small.first else { return false }
        return ["i'll", "we'll", "i'd"].contains(first)
            || ["i", "we"].contains(first)
                && small.dropFirst().first.map { ["will", "am", "are"].contains($0) } ?? false
    }

    /// `could you also …`, `please look`: a request, not a report.
    private static func asks(_ small: [String]) -> Bool {
        let pairs = Set(zip(small, small.dropFirst()).map { "\($0) \($1)" })
        return small.contains("please") || !pairs.isDisjoint(with: requests)
    }

    private static let requests: Set<String> = [
        "can you", "could you", "would you", "will you", "i'd ask", "i ask", "want you", "need you", "you please",
    ]
}
