/// Who answers whom in a passage.
struct Talk {
    /// Up to four messages before the target, oldest first; a known thread root that fits among them stands first.
    let before: [Utterance]
    /// The root, where it is further back than `before` reaches.
    let root: Utterance?
    /// Index of the last message before the target by somebody else.
    let other: Int?

    /// How many messages before the target are read.
    static let depth = 4

    /// Finds out who answers whom.
    init(_ passage: borrowing Passage) {
        var before = passage.before.count > Self.depth ? Array(passage.before.suffix(Self.depth)) : passage.before
        var root = passage.root
        if let first = root {
            if before.contains(where: { $0.who == first.who && $0.text == first.text }) {
                root = nil
            } else if before.count < Self.depth {
                before.insert(first, at: 0)
                root = nil
            }
        }
        self.before = before
        self.root = root
        let author = passage.target.who
        other = before.lastIndex { $0.who != author }
    }

    /// True when nobody with the same name spoke before that message.
    func isFirst(_ place: Int) -> Bool {
        for earlier in 0..<place where before[earlier].who == before[place].who { return false }
        return true
    }

    /// The message that the target seems to answer.
    func answered(by author: String) -> Utterance? {
        if let other { return before[other] }
        guard let root, root.who != author else { return nil }
        return root
    }
}

/// Names as people write them: `_` stands for a space, letters of any case.
enum PersonName {
    /// True when both names mean one person.
    static func same(_ one: String, _ two: String) -> Bool {
        if one == two { return true }
        let left = one.utf8
        let right = two.utf8
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { folded($0) == folded($1) }
    }

    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 {
        byte.isUppercase ? byte | 0x20 : byte == 95 ? 32 : byte
    }

    /// Adds the hashes of the parts of a name that may stand in a text for the person.
    ///
    /// A part has three letters or more and is no everyday word.
    static func addParts(of name: String, to hashes: inout [UInt64]) {
        var hash = TokenHash.seed
        var length = 0
        func close(_ hashes: inout [UInt64]) {
            if length >= 3, !ambiguous.contains(hash), !hashes.contains(hash) { hashes.append(hash) }
            hash = TokenHash.seed
            length = 0
        }
        for byte in name.utf8 {
            if byte.isLetter || byte >= 0x80 {
                hash = (hash ^ UInt64(byte.isUppercase ? byte | 0x20 : byte)) &* TokenHash.prime
                length += 1
            } else {
                close(&hashes)
            }
        }
        close(&hashes)
    }

    /// Given names and surnames that are everyday words; they are taken for names only when mentioned.
    private static let ambiguous: Set<UInt64> = {
        let words: [StaticString] = [
            "will", "mark", "may", "grant", "art", "rich", "bill", "sue", "drew", "chase", "hope", "dawn", "june",
            "april", "pat", "ray", "rob", "max", "guy", "sunny", "jack", "frank", "faith", "joy", "grace", "long",
            "king", "page", "price", "young", "brown", "green", "white", "black", "wood", "stone", "case", "field",
            "day", "best", "good", "love", "little", "small", "short", "power", "bush", "cook", "baker", "banks",
            "bell", "rose", "ruby", "crystal", "jade", "penny", "van", "the", "and", "bot", "admin", "user", "test",
            "dev", "team", "simple", "nick", "don", "ben",
        ]
        return Set(words.map { TokenHash.of($0) })
    }()
}
