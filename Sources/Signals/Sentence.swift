/// A part of a text that ends with a stop, a question or exclamation mark or a line's end.
struct Sentence {
    let words: Substring
    let bytes: Range<Int>

    /// True when it speaks to or of several people at once.
    var namesGroup: Bool {
        var last: UInt64 = 0
        for word in Self.words(words) {
            if Self.groups.contains(word.hash) { return true }
            if word.hash == Self.all, Self.beforeAll.contains(last) { return true }
            last = word.hash
        }
        return false
    }

    /// True when it speaks to two people at once.
    var namesPair: Bool { Self.words(words).contains { $0.hash == Self.both } }

    private static let all = TokenHash.of("all")
    private static let both = TokenHash.of("both")
    private static let groups = hashes(["everyone", "everybody", "guys", "folks", "team", "yall"])
    private static let beforeAll = hashes(["you", "thanks", "thank", "hi", "hello"])

    private static func hashes(_ words: [StaticString]) -> Set<UInt64> { Set(words.map { TokenHash.of($0) }) }

    /// The sentences of a text, without the empty ones.
    static func list(_ text: String) -> [Sentence] {
        var out: [Sentence] = []
        var start = 0
        var offset = 0
        var filled = false
        var last: UInt8 = 32
        func close(_ end: Int) {
            if filled {
                let from = text.utf8.index(text.utf8.startIndex, offsetBy: start)
                let to = text.utf8.index(text.utf8.startIndex, offsetBy: end)
                out.append(Sentence(words: text[from..<to], bytes: start..<end))
            }
            filled = false
            start = end
        }
        for byte in text.utf8 {
            if last == 46, byte <= 32 { close(offset) }
            offset += 1
            if byte.isLetter || byte >= 0x80 { filled = true }
            if byte == 10 || byte == 33 || byte == 63 { close(offset) }
            last = byte
        }
        close(offset)
        return out
    }

    /// The plain words of a text in lower case, hashed, apostrophes left out, with their places.
    static func words(_ text: Substring) -> [(hash: UInt64, place: Int)] {
        var out: [(hash: UInt64, place: Int)] = []
        var hash = TokenHash.seed
        var start: Int?
        var last: UInt8 = 32
        var mentioned = false
        var place = 0
        for byte in text.utf8 {
            if byte.isLetter || byte >= 0x80 {
                if start == nil {
                    start = place
                    mentioned = last == 64 || last == 95 || last.isDigit
                }
                hash = (hash ^ UInt64(byte.isUppercase ? byte | 0x20 : byte)) &* TokenHash.prime
            } else if byte != 39 {
                if let begin = start, !mentioned { out.append((hash, begin)) }
                hash = TokenHash.seed
                start = nil
            }
            last = byte
            place += 1
        }
        if let begin = start, !mentioned { out.append((hash, begin)) }
        return out
    }
}
