/// A text as the check sees it: words with their place, their form, their stem and what binds them to the word before.
struct CheckedText {
    private(set) var words: [Word]

    struct Word {
        /// As it stands, without a possessive ending.
        let text: String
        /// Small letters.
        let small: String
        /// What its forms have in common.
        let stem: String
        /// Where it stands, in UTF-16 code units.
        let span: Range<Int>
        /// True when it begins with a capital.
        let isCapital: Bool
        /// True for the first word of a sentence.
        let opens: Bool
        /// Which clause and which sentence it stands in.
        let clause: Int
        let sentence: Int
        /// True for `#name`.
        let isPlace: Bool
        /// True for `Ana's`.
        let isPossessive: Bool
        /// True where a quotation stands before it.
        let followsQuote: Bool
        /// True when a negation stands over it.
        var isNegated = false
        /// True where it is asked for, wished, planned or guessed.
        var isPlanned = false

        let isNegation: Bool
        let isFunction: Bool
        let hasDigit: Bool
        let number: String?
        var isVerb = false
        /// True for words that carry matter.
        var isContent: Bool { !isFunction && !isNegation && !isPlace }
        /// True for words that stand between others without binding them: `also`, `first`, `quickly`.
        var isAside: Bool {
            small.hasSuffix("ly") || CheckWords.movable.contains(small)
                || ["first", "last", "once", "twice", "also", "not", "never"].contains(small)
        }
        var isPreposition: Bool { CheckWords.prepositions.contains(small) }
    }

    /// Reads a text; what lies in `hidden` (UTF-16) counts as a break between thoughts.
    init(_ text: String, hiding hidden: [Range<Int>] = []) {
        var scan = Scan(hidden: hidden)
        let characters = Array(text)
        var offset = 0
        for (place, character) in characters.enumerated() {
            scan.take(character, next: place + 1 < characters.count ? characters[place + 1] : " ", at: offset)
            offset += character.utf16.count
        }
        scan.close()
        words = Self.planned(Self.negated(Self.verbs(scan.words)))
    }

    /// Reads characters into words.
    private struct Scan {
        var words: [Word] = []
        let hidden: [Range<Int>]
        private var opens = true
        private var clause = 0
        private var sentence = 0
        private var current = ""
        private var start = 0
        private var followsQuote = false

        init(hidden: [Range<Int>]) { self.hidden = hidden }

        mutating func take(_ character: Character, next: Character, at offset: Int) {
            if let gap = hidden.first(where: { $0.contains(offset) }) {
                close()
                if gap.lowerBound == offset {
                    clause += 1
                    followsQuote = true
                }
                return
            }
            if character.isLetter || character.isNumber || "'’%_".contains(character)
                || "#@".contains(character) && current.isEmpty
            {
                if current.isEmpty { start = offset }
                current.append(character)
            } else if ".,:/-".contains(character), !current.isEmpty, next.isLetter || next.isNumber {
                // 1,200 · 02:10 · v1.2 · keep-running: one word each.
                let isBetweenDigits = next.isNumber && current.last?.isNumber == true
                if character == "," || character == "/" || character == ":" && !isBetweenDigits, !isBetweenDigits {
                    close()
                    if character != "/" { clause += 1 }
                } else {
                    current.append(character)
                }
            } else {
                close()
                if ".!?".contains(character) || character.isNewline {
                    opens = true
                    sentence += 1
                    clause += 1
                } else if ",;:()–—".contains(character) {
                    clause += 1
                }
            }
        }

        mutating func close() {
            guard !current.isEmpty else { return }
            let isPlace = current.first == "#" && current.dropFirst().contains(where: \.isLetter)
            let length = current.utf16.count
            var word = current.trimmed(of: "'’-.,:/#@_")
            current = ""
            guard !word.isEmpty else { return }
            var small = word.lowercased().replacing("’", with: "'")
            let isPossessive = small.hasSuffix("'s") && !CheckWords.function.contains(small)
            if isPossessive {
                word.removeLast(2)
                small.removeLast(2)
            }
            let hasDigit = small.utf8.contains { (48...57).contains($0) }
            let isNegation = CheckWords.negations.contains(small)
            words.append(
                Word(
                    text: word,
                    small: small,
                    stem: WordStem.of(CheckWords.synonyms[small] ?? small),
                    span: start..<(start + length),
                    isCapital: word.first?.isUppercase ?? false,
                    opens: opens,
                    clause: clause,
                    sentence: sentence,
                    isPlace: isPlace,
                    isPossessive: isPossessive,
                    followsQuote: followsQuote,
                    isNegation: isNegation,
                    isFunction: CheckWords.function.contains(small) && !isNegation,
                    hasDigit: hasDigit,
                    number: hasDigit ? Self.plain(small) : CheckWords.numbers[small]
                )
            )
            opens = false
            followsQuote = false
        }

        /// A number in one form: `1,200` and `1200`, `40%` and `40`.
        private static func plain(_ word: String) -> String {
            word.filter { $0 != "," && $0 != "%" }
        }
    }

    /// Which words are verbs as far as their form and the word before them tell.
    private static func verbs(_ words: [Word]) -> [Word] {
        var words = words
        for place in words.indices where words[place].isContent && !words[place].hasDigit && !words[place].isPossessive
        {
            let before = words[..<place].last { other in
                !other.isAside || other.clause != words[place].clause || CheckWords.articles.contains(other.small)
            }
            words[place].isVerb = isVerb(
                words[place],
                after: before.flatMap { $0.clause == words[place].clause ? $0 : nil }
            )
        }
        return words
    }

    private static func isVerb(_ word: Word, after before: Word?) -> Bool {
        let small = word.small
        let isNoun =
            before.map { CheckWords.articles.contains($0.small) && $0.small != "that" || $0.isPossessive } ?? false
        if isNoun { return false }
        if small.hasSuffix("ed"), small.utf8.count > 4, WordStem.of(small) != small { return true }
        if WordStem.isPast(small) { return true }
        if CheckWords.unchanging.contains(small) { return before.map { !$0.isPreposition } ?? true }
        let stem = word.stem
        guard CheckWords.verbStems.contains(stem) else { return false }
        if small.hasSuffix("ing") { return before.map { !$0.isContent || $0.isVerb || $0.isCapital } ?? true }
        if small.hasSuffix("s"), !small.hasSuffix("ss") {
            return before.map { !$0.isPreposition && !$0.isVerb && $0.number == nil } ?? false
        }
        guard let before else { return word.opens && CheckWords.verbs.contains(small) }
        return CheckWords.modals.contains(before.small) || before.small == "to" || before.small == "not"
            || [
                "i", "we", "you", "they", "please", "let", "me", "don't", "don’t", "didn't", "did", "can't", "and",
                "then",
            ]
            .contains(before.small)
    }

    private static let turns = CheckWords.bindings.subtracting(["nor"])

    /// A negation stands over the next three words of matter in its clause; a word that begins another thought ends it.
    private static func negated(_ words: [Word]) -> [Word] {
        var words = words
        for place in words.indices {
            guard Self.denies(words, place) else { continue }
            for other in Self.reach(of: place, in: words) { words[other].isNegated = true }
        }
        return words
    }

    /// True for a word that denies what comes behind it.
    static func denies(_ words: [Word], _ place: Int) -> Bool {
        let word = words[place]
        if word.isNegation || CheckWords.denials.contains(word.small) { return true }
        guard place > 0 else { return false }
        return ["rather than", "instead of"].contains("\(words[place - 1].small) \(word.small)")
    }

    /// The words of matter over which a negation stands.
    static func reach(of place: Int, in words: [Word]) -> [Int] {
        var found: [Int] = []
        for other in words.indices.dropFirst(place + 1) {
            guard words[other].clause == words[place].clause, found.count < 3,
                !turns.contains(words[other].small) || words[other].small == "that" && found.isEmpty,
                found.isEmpty || !Self.subjects.contains(words[other].small)
            else { break }
            if words[other].isContent { found.append(other) }
        }
        return found
    }

    private static let subjects = CheckWords.set(
        "i we he she they i'll we'll he'll she'll they'll i'd we'd i'm we're i've we've you"
    )

    /// What follows a wish, a request or a plan in its clause is planned.
    private static func planned(_ words: [Word]) -> [Word] {
        var words = words
        var clause = -1
        var sentence = -1
        var isPlanned = false
        var isCondition = false
        for place in words.indices {
            let word = words[place]
            if word.sentence != sentence {
                isPlanned = false
                isCondition = false
            } else if word.clause != clause, !isCondition {
                isPlanned = false
            }
            clause = word.clause
            sentence = word.sentence
            if CheckWords.plans.contains(word.small) {
                isPlanned = true
                if ["if", "unless", "please"].contains(word.small) { isCondition = true }
            } else if word.small == "next", place + 1 < words.count, words[place + 1].small == "time" {
                isPlanned = true
                isCondition = true
            } else if isCommand(word, words, place) {
                isPlanned = true
            }
            words[place].isPlanned = isPlanned
        }
        return words
    }

    /// A verb in its plain form at the beginning of a sentence asks for something.
    private static func isCommand(_ word: Word, _ words: [Word], _ place: Int) -> Bool {
        let isFirst = place == 0 || words[place - 1].clause != word.clause
        if place + 1 < words.count, words[place + 1].isVerb || CheckWords.auxiliaries.contains(words[place + 1].small) {
            return false
        }
        return isFirst && CheckWords.verbs.contains(word.small) && !WordStem.isPast(word.small)
            && !CheckWords.unchanging.contains(word.small)
    }
}

extension String {
    /// Without these characters at either end.
    fileprivate func trimmed(of characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
