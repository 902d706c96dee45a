/// A part of a text that ends with a stop, a question or exclamation mark or a line's end.
struct Sentence {
    let words: Substring
    let bytes: Range<Int>

    /// True when it speaks to or of several people at once.
    var namesGroup: Bool {
        var last: UInt64 = 0
        for word in Self.words(words) {
            if Self.groups.contains(word.hash) { return true }
            if word.hash == Self.all || word.hash == Self.those, Self.beforeAll.contains(last) { return true }
            last = word.hash
        }
        return false
    }

    /// True when it speaks to two people at once.
    var namesPair: Bool { Self.words(words).contains { $0.hash == Self.both } }

    static let all = TokenHash.of("all")
    private static let those = TokenHash.of("those")
    private static let both = TokenHash.of("both")
    static let groups = hashes([
        "everyone", "everybody", "guys", "folks", "team", "yall", "alle", "allen", "tous", "todos",
        "wszystkim",
    ])
    private static let beforeAll = hashes([
        "you", "thanks", "thank", "hi", "hello", "nice", "work", "job", "to", "great", "congrats", "kudos", "thx",
        "cheers",
    ])

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

    /// A plain word: its hash in lower case, apostrophes left out, and where it stands.
    struct Word {
        let hash: UInt64
        let place: Int
        let end: Int
        let isCapital: Bool
        /// The hash of what stands before an apostrophe, as in “Bo's”, and its end.
        let stem: UInt64
        let stemEnd: Int
    }

    /// The plain words of a text; no mentions.
    static func words(_ text: Substring) -> [Word] {
        var out: [Word] = []
        var hash = TokenHash.seed
        var start: Int?
        var stem: (hash: UInt64, end: Int)?
        var isCapital = false
        var last: UInt8 = 32
        var mentioned = false
        var place = 0
        func close() {
            if let begin = start, !mentioned {
                out.append(
                    Word(
                        hash: hash,
                        place: begin,
                        end: place,
                        isCapital: isCapital,
                        stem: stem?.hash ?? hash,
                        stemEnd: stem?.end ?? place
                    )
                )
            }
            hash = TokenHash.seed
            start = nil
            stem = nil
        }
        for byte in text.utf8 {
            if byte.isLetter || byte >= 0x80 {
                if start == nil {
                    start = place
                    isCapital = byte.isUppercase
                    mentioned = last == 64 || last == 95 || last.isDigit
                }
                hash = (hash ^ UInt64(byte.isUppercase ? byte | 0x20 : byte)) &* TokenHash.prime
            } else if byte == 39 {
                if start != nil { stem = (hash, place) }
            } else {
                close()
            }
            last = byte
            place += 1
        }
        close()
        return out
    }
}
