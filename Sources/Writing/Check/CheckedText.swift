/// A text as the check sees it: words with their form, their stem and whether a negation stands over them.
struct CheckedText {
    let words: [Word]

    struct Word {
        /// As it stands.
        let text: String
        /// Small letters.
        let small: String
        /// What its forms have in common.
        let stem: String
        /// True when it begins with a capital.
        let isCapital: Bool
        /// True for the first word of a sentence.
        let opens: Bool
        /// Which clause it stands in.
        let clause: Int
        /// True when a negation stands over it.
        var isNegated = false

        var hasDigit: Bool { text.utf8.contains { (48...57).contains($0) } }
        var isNegation: Bool { CheckWords.negations.contains(small) }
        /// True for words that carry matter.
        var isContent: Bool { small.utf8.count > 2 && !CheckWords.empty.contains(small) && !isNegation }
    }

    init(_ text: String) {
        var words: [Word] = []
        var opens = true
        var clause = 0
        var current = ""
        func close() {
            let word = current.trimmed(of: "'’-.,:/")
            current = ""
            guard !word.isEmpty else { return }
            let small = word.lowercased().replacing("’", with: "'")
            words.append(
                Word(
                    text: word,
                    small: small,
                    stem: WordStem.of(small),
                    isCapital: word.first?.isUppercase ?? false,
                    opens: opens,
                    clause: clause
                )
            )
            opens = false
        }
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            let next = place + 1 < characters.count ? characters[place + 1] : " "
            if character.isLetter || character.isNumber || character == "'" || character == "’" || character == "%" {
                current.append(character)
            } else if ".,:/-".contains(character), !current.isEmpty, next.isLetter || next.isNumber {
                // 1,200 · 02:10 · v1.2 · keep-running: one word each.
                if character == "," || character == "/", !(next.isNumber && current.last?.isNumber == true) {
                    close()
                    if character == "," { clause += 1 }
                } else {
                    current.append(character)
                }
            } else {
                close()
                if ".!?".contains(character) || character.isNewline { opens = true }
                if ".!?,;:()".contains(character) || character.isNewline { clause += 1 }
            }
        }
        close()
        self.words = Self.negated(words)
    }

    private static let turns: Set<String> = [
        "but", "and", "or", "since", "because", "when", "if", "before", "after", "until", "while", "which", "that",
        "so", "then",
    ]

    /// A negation stands over the next three words of matter in its clause; a word that begins another thought ends it.
    private static func negated(_ words: [Word]) -> [Word] {
        var words = words
        for place in words.indices {
            let isInstead =
                place > 0 && ["rather than", "instead of"].contains("\(words[place - 1].small) \(words[place].small)")
            guard words[place].isNegation || isInstead else { continue }
            var reach = 3
            for other in words.indices.dropFirst(place + 1) {
                guard words[other].clause == words[place].clause, !turns.contains(words[other].small), reach > 0
                else { break }
                words[other].isNegated = true
                if words[other].isContent { reach -= 1 }
            }
        }
        return words
    }
}

/// What the forms of an English word have in common; rough, the same for source and sentence.
enum WordStem {
    private static let irregular: [String: String] = [
        "broke": "break", "broken": "break", "wrote": "write", "written": "write", "built": "build", "found": "find",
        "led": "lead", "kept": "keep", "held": "hold", "ran": "run", "gave": "give", "given": "give", "took": "take",
        "taken": "take", "made": "make", "brought": "bring", "caught": "catch", "taught": "teach", "thought": "think",
        "sent": "send", "spent": "spend", "lost": "lose", "won": "win", "met": "meet", "left": "leave",
        "began": "begin",
        "begun": "begin", "chose": "choose", "chosen": "choose", "drove": "drive", "driven": "drive", "grew": "grow",
        "grown": "grow", "knew": "know", "known": "know", "saw": "see", "seen": "see", "spoke": "speak",
        "spoken": "speak", "rewrote": "rewrite", "rewritten": "rewrite", "rebuilt": "rebuild", "went": "go",
        "fell": "fall", "rose": "rise", "told": "tell", "sold": "sell", "understood": "understand", "stood": "stand",
        "came": "come", "became": "become", "got": "get", "did": "do", "done": "do", "went's": "go", "shown": "show",
    ]

    static func of(_ word: String) -> String {
        if let base = irregular[word] { return base }
        var letters = Array(word.utf8)
        func ends(_ text: String) -> Bool {
            letters.count > text.utf8.count + 2 && letters.suffix(text.utf8.count).elementsEqual(text.utf8)
        }
        if ends("'s") { letters.removeLast(2) }
        if ends("ies") || ends("ied") {
            letters.removeLast(3)
            letters.append(UInt8(ascii: "y"))
        } else if ends("ing") {
            letters.removeLast(3)
            undouble(&letters)
        } else if ends("ed") {
            letters.removeLast(2)
            undouble(&letters)
        } else if ends("es") {
            letters.removeLast(2)
        } else if ends("s"), !ends("ss") {
            letters.removeLast()
        } else if ends("ly") {
            letters.removeLast(2)
        }
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func undouble(_ letters: inout [UInt8]) {
        guard letters.count > 3, let last = letters.last, letters[letters.count - 2] == last,
            !"lsz".utf8.contains(last)
        else { return }
        letters.removeLast()
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
