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
            if Self.isPart(character) || (character == "#" || character == "@") && current.isEmpty {
                if current.isEmpty { start = offset }
                current.append(character)
            } else if !current.isEmpty, ".,:/-".contains(character), next.isLetter || next.isNumber {
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
                if character == " " { return }
                if ".!?".contains(character) || character.isNewline {
                    opens = true
                    sentence += 1
                    clause += 1
                } else if ",;:()–—".contains(character) {
                    clause += 1
                }
            }
        }

        /// A letter, a digit, or a mark that stands within a word.
        private static func isPart(_ character: Character) -> Bool {
            guard let byte = character.asciiValue else {
                return character.isLetter || character.isNumber || character == "’"
            }
            return (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57 || byte == 39 || byte == 37
                || byte == 95
        }

        mutating func close() {
            guard !current.isEmpty else { return }
            let isPlace = current.first == "#" && current.dropFirst().contains(where: \.isLetter)
            let length = current.utf16.count
            var word = current.trimmed(of: "'’-.,:/#@_")
            current = ""
            guard !word.isEmpty else { return }
            var small = word.lowercased()
            if small.utf8.contains(0xE2) { small = small.replacing("’", with: "'") }
            let isPossessive =
                small.utf8.last == UInt8(ascii: "s") && small.hasSuffix("'s") && !CheckWords.function.contains(small)
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
                    number: hasDigit ? Self.plain(small) : CheckWords.numbers[small] ?? Self.compound(small)
                )
            )
            opens = false
            followsQuote = false
        }

        /// A number in one form: `1,200` and `1200`, `40%` and `40`.
        private static func plain(_ word: String) -> String {
            let plain = word.filter { $0 != "," && $0 != "%" }
            // `85k` is 85,000.
            guard plain.utf8.count > 1, plain.utf8.last == UInt8(ascii: "k") else { return plain }
            let digits = plain.dropLast()
            return digits.utf8.allSatisfy { (48...57).contains($0) } ? digits + "000" : plain
        }

        /// `twenty-five`.
        private static func compound(_ word: String) -> String? {
            guard word.utf8.contains(UInt8(ascii: "-")) else { return nil }
            let parts = word.split(separator: "-")
            guard parts.count == 2, let tens = CheckWords.numbers[String(parts[0])].flatMap(Int.init),
                let ones = CheckWords.numbers[String(parts[1])].flatMap(Int.init), tens >= 20, tens <= 90,
                tens.isMultiple(of: 10), ones < 10
            else { return nil }
            return String(tens + ones)
        }
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
