/// A word of a quote, read once.
struct QuoteWord: Hashable, Sendable {
    /// As it is shown.
    let text: String
    /// In small letters, without marks at its ends.
    let small: String
    /// What is known of it.
    let sets: WordSets

    func `is`(_ sets: WordSets) -> Bool { self.sets.isAny(of: sets) }

    /// True when its last mark is this one; `mark` is plain.
    func ends(with mark: Character) -> Bool {
        guard sets.contains(.ascii) else { return text.last == mark }
        return text.utf8.last == mark.asciiValue
    }

    /// True when its last mark is one of these.
    func ends(withAny marks: String) -> Bool {
        guard sets.contains(.ascii) else { return text.last.map { marks.contains($0) } ?? false }
        guard let last = text.utf8.last else { return false }
        return marks.utf8.contains(last)
    }

    /// True when it begins with a single quotation mark.
    var opensQuote: Bool { sets.contains(.apostrophe) && text.hasPrefix("'") }
}

/// Reads words for one person: who is known by name, and which names are the person's.
struct WordReader: Sendable {
    let names: NameBook
    /// The person's names, in small letters.
    let subject: Set<String>

    func word(_ text: String) -> QuoteWord {
        var shape = Letters(text)
        let small = Cutter.folded(text)
        shape.sets.formUnion(WordSets.lists(of: small))
        if subject.contains(small) { shape.sets.insert(.subject) }
        if small.utf8.last == UInt8(ascii: "s"), small.hasSuffix("'s"), subject.contains(String(small.dropLast(2))) {
            shape.sets.insert(.subjectOwner)
        }
        if names.isName(text, folded: small) { shape.sets.insert(.name) }
        if small.utf8.count >= 5, !shape.sets.isAny(of: [.name, .function, .negation, .starter]) {
            shape.sets.insert(.content)
        }
        return QuoteWord(text: text, small: small, sets: shape.sets)
    }

    /// The words of a text that was made of these: those that are still the same are not read again.
    func words(of text: String, from words: ArraySlice<QuoteWord>) -> [QuoteWord] {
        var next = words.startIndex
        return WordBreaks.split(text[...]).map { token in
            let token = String(token)
            if let known = words[next...].prefix(3).firstIndex(where: { $0.text == token }) {
                next = known + 1
                return words[known]
            }
            return word(token)
        }
    }

    /// All words of a text as they stand in it.
    func words(of text: String) -> [QuoteWord] { WordBreaks.split(text[...]).map { word(String($0)) } }
}

/// What the letters and marks of a word show.
private struct Letters {
    var sets: WordSets

    private static let odd = Array("{}<>=/\\|[]#$%&^~+;".utf8)

    init(_ text: String) {
        var (letters, smalls, digits, marks) = (0, 0, 0, 0)
        var found: WordSets = []
        var isPlain = true
        for byte in text.utf8 {
            switch byte {
            case 97...122: (letters, smalls) = (letters + 1, smalls + 1)
            case 65...90: letters += 1
            case 48...57: digits += 1
            case 128...: isPlain = false
            case UInt8(ascii: "@"): if marks + letters + digits > 0 { found.insert(.strayAt) }
            case UInt8(ascii: "("): found.insert(.opensBracket)
            case UInt8(ascii: ")"): found.insert(.closesBracket)
            case UInt8(ascii: "'"): found.insert(.apostrophe)
            case UInt8(ascii: "?"): found.insert(.question)
            case _ where Self.odd.contains(byte): found.insert(.odd)
            default: break
            }
            marks += 1
        }
        guard isPlain else {
            sets = Self.read(text)
            return
        }
        sets = found.union(.ascii)
        let first = text.utf8.first ?? 0
        if first == UInt8(ascii: "@") {
            sets.insert(.called)
            // `strayAt` is asked of words that do not begin with it.
            sets.remove(.strayAt)
        }
        if (65...90).contains(first) { sets.insert(.capital) }
        if letters + digits == 0 { sets.insert(.mark) }
        if digits > 0 { sets.insert(.number) }
        if letters > 2, smalls == 0 { sets.insert(.shouted) }
    }

    /// The same by characters, for words with others than plain letters.
    private static func read(_ text: String) -> WordSets {
        var sets: WordSets = []
        let isCalled = text.hasPrefix("@")
        if isCalled { sets.insert(.called) }
        if !isCalled, text.contains("@") { sets.insert(.strayAt) }
        if !text.contains(where: { $0.isLetter || $0.isNumber }) { sets.insert(.mark) }
        if text.contains(where: \.isNumber) { sets.insert(.number) }
        if text.first?.isUppercase == true { sets.insert(.capital) }
        if text.count(where: \.isLetter) > 2, text.allSatisfy({ !$0.isLetter || $0.isUppercase }) {
            sets.insert(.shouted)
        }
        if text.contains(where: { "{}<>=/\\|[]#$%&^~+;".contains($0) }) { sets.insert(.odd) }
        if text.contains("(") { sets.insert(.opensBracket) }
        if text.contains(")") { sets.insert(.closesBracket) }
        // Asked for before the words themselves are: a plain one inside of another character does no harm.
        if text.utf8.contains(UInt8(ascii: "'")) { sets.insert(.apostrophe) }
        if text.contains("?") { sets.insert(.question) }
        return sets
    }
}

/// Text walked by bytes where it holds plain letters only, and by characters elsewhere.
enum WordBreaks {
    static func isPlain(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 < 128 } }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }

    /// What stands between spaces.
    static func split(_ text: Substring) -> [Substring] {
        guard isPlain(text) else { return text.split(whereSeparator: \.isWhitespace) }
        var parts: [Substring] = []
        let bytes = text.utf8
        var start: Substring.Index?
        var place = bytes.startIndex
        while place < bytes.endIndex {
            if isSpace(bytes[place]) {
                if let begin = start { parts.append(text[begin..<place]) }
                start = nil
            } else if start == nil {
                start = place
            }
            bytes.formIndex(after: &place)
        }
        if let begin = start { parts.append(text[begin...]) }
        return parts
    }

    /// The lines that hold something.
    static func lines(_ text: String) -> [Substring] {
        guard isPlain(text[...]) else { return text.split(whereSeparator: \.isNewline) }
        return text.utf8.split { $0 >= 10 && $0 <= 13 }.map { Substring($0) }
    }

    /// True when a text holds a plain stretch.
    static func holds(_ text: String, _ wanted: StaticString) -> Bool {
        let count = wanted.utf8CodeUnitCount
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= count else { return false }
            let first = wanted.utf8Start.pointee
            var place = 0
            while place + count <= bytes.count {
                if bytes[place] == first {
                    var same = 1
                    while same < count, bytes[place + same] == wanted.utf8Start[same] { same += 1 }
                    if same == count { return true }
                }
                place += 1
            }
            return false
        }
    }
}
