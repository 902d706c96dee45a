/// Which word lists a word stands in, and what its letters show; asked once for each word, since every list asks about every word.
struct WordSets: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    // Lists of `CutWords`.
    static let opener = Self(rawValue: 1 << 0)
    static let closer = Self(rawValue: 1 << 1)
    static let turn = Self(rawValue: 1 << 2)
    static let unfit = Self(rawValue: 1 << 3)
    static let aside = Self(rawValue: 1 << 4)
    static let pointer = Self(rawValue: 1 << 5)
    static let effect = Self(rawValue: 1 << 6)
    static let thanks = Self(rawValue: 1 << 7)
    static let praise = Self(rawValue: 1 << 8)
    static let praised = Self(rawValue: 1 << 9)
    static let advice = Self(rawValue: 1 << 10)
    static let view = Self(rawValue: 1 << 11)
    static let warning = Self(rawValue: 1 << 12)
    static let weighing = Self(rawValue: 1 << 13)
    static let promise = Self(rawValue: 1 << 14)
    static let settling = Self(rawValue: 1 << 15)
    static let repair = Self(rawValue: 1 << 16)
    static let finishing = Self(rawValue: 1 << 17)
    static let unreal = Self(rawValue: 1 << 18)
    static let generic = Self(rawValue: 1 << 19)
    static let half = Self(rawValue: 1 << 20)
    // Lists of `CheckWords`.
    static let negation = Self(rawValue: 1 << 21)
    static let function = Self(rawValue: 1 << 22)
    static let starter = Self(rawValue: 1 << 23)
    static let auxiliary = Self(rawValue: 1 << 24)
    static let modal = Self(rawValue: 1 << 25)
    static let movable = Self(rawValue: 1 << 26)
    static let intensity = Self(rawValue: 1 << 27)
    /// An irregular form of the past.
    static let past = Self(rawValue: 1 << 28)
    // Lists of `WordingLists`.
    static let personality = Self(rawValue: 1 << 29)
    static let forbidden = Self(rawValue: 1 << 30)
    static let opensForbidden = Self(rawValue: 1 << 31)
    // Lists of `WeighedSentence`.
    static let reach = Self(rawValue: 1 << 32)
    static let great = Self(rawValue: 1 << 33)
    static let takesBack = Self(rawValue: 1 << 34)
    static let opensBeforeAndAfter = Self(rawValue: 1 << 35)
    static let opensRequest = Self(rawValue: 1 << 36)
    /// The first of two words of effect, such as `no longer`.
    static let opensEffect = Self(rawValue: 1 << 37)
    /// You and what is yours.
    static let second = Self(rawValue: 1 << 38)

    // Of the text itself.
    /// One of the person's names.
    static let subject = Self(rawValue: 1 << 44)
    /// One of them with `'s`.
    static let subjectOwner = Self(rawValue: 1 << 45)
    /// A name of somebody.
    static let name = Self(rawValue: 1 << 46)
    /// Begins with `@`.
    static let called = Self(rawValue: 1 << 47)
    /// Has neither a letter nor a digit.
    static let mark = Self(rawValue: 1 << 48)
    static let number = Self(rawValue: 1 << 49)
    static let capital = Self(rawValue: 1 << 50)
    /// More than two letters, all of them capitals.
    static let shouted = Self(rawValue: 1 << 51)
    /// Has a mark that people seldom write.
    static let odd = Self(rawValue: 1 << 52)
    /// Has an `@` that is not its first mark.
    static let strayAt = Self(rawValue: 1 << 53)
    static let opensBracket = Self(rawValue: 1 << 54)
    static let closesBracket = Self(rawValue: 1 << 55)
    static let apostrophe = Self(rawValue: 1 << 56)
    static let question = Self(rawValue: 1 << 57)
    /// Carries matter: five letters and more, in no list of words that say nothing, and no name.
    static let content = Self(rawValue: 1 << 58)
    /// Nothing but plain letters, digits and marks.
    static let ascii = Self(rawValue: 1 << 59)

    /// Words that need no source.
    static let empty: Self = [.function, .negation]

    func isAny(of others: Self) -> Bool { rawValue & others.rawValue != 0 }

    /// The lists in which a word stands, in small letters.
    static func lists(of small: String) -> Self { table[small] ?? [] }

    private static let table: [String: Self] = {
        var table: [String: Self] = [:]
        func add(_ words: some Sequence<String>, _ sets: Self) {
            for word in words { table[word, default: []].formUnion(sets) }
        }
        add(CutWords.openers, .opener)
        add(CutWords.closers, .closer)
        add(CutWords.turns, .turn)
        add(CutWords.unfit, .unfit)
        add(CutWords.asides, .aside)
        add(CutWords.pointers, .pointer)
        add(CutWords.effects, .effect)
        add(CutWords.thanks, .thanks)
        add(CutWords.praise, .praise)
        add(CutWords.praised, .praised)
        add(CutWords.advice, .advice)
        add(CutWords.views, .view)
        add(CutWords.warnings, .warning)
        add(CutWords.weighing, .weighing)
        add(CutWords.promises, .promise)
        add(CutWords.settling, .settling)
        add(CutWords.repairs, .repair)
        add(CutWords.finishing, .finishing)
        add(CutWords.unreal, .unreal)
        add(CutWords.generic, .generic)
        add(CutWords.halves, .half)
        add(CheckWords.negations, .negation)
        add(CheckWords.function, .function)
        add(CheckWords.starters, .starter)
        add(CheckWords.auxiliaries, .auxiliary)
        add(CheckWords.modals, .modal)
        add(CheckWords.movable, .movable)
        add(CheckWords.intensities, .intensity)
        add(WordStem.pasts, .past)
        add(WordingLists.personality, .personality)
        add(WordingLists.forbiddenWords, .forbidden)
        add(WordingLists.firstOfPairs, .opensForbidden)
        add(WeighedSentence.reach, .reach)
        add(WeighedSentence.great, .great)
        add(WeighedSentence.takesBack, .takesBack)
        add(WeighedSentence.beforeAndAfter.compactMap(first), .opensBeforeAndAfter)
        add(WeighedSentence.requests.compactMap(first), .opensRequest)
        add(["no", "so", "because"], .opensEffect)
        add(["you", "your", "you've", "you're", "you'd", "yours", "yourself"], .second)
        return table
    }()

    private static func first(_ phrase: String) -> String? { phrase.split(separator: " ").first.map(String.init) }
}
