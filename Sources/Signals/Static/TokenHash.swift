/// The hash of a token: FNV-1a over its bytes, 64 bits.
///
/// Marks that stand for something else than a word (a mention, an address, code) begin with a byte that no word has.
enum TokenHash {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    static let prime: UInt64 = 0x100_0000_01B3

    static let mention = mark("mention")
    static let all = mark("all")
    static let url = mark("url")
    static let pull = mark("pull")
    static let issue = mark("issue")
    static let commit = mark("commit")
    static let code = mark("code")
    static let block = mark("block")
    static let identifier = mark("identifier")
    static let number = mark("number")
    static let name = mark("name")
    static let line = mark("line")
    static let quote = mark("quote")
    static let begin = mark("begin")
    static let end = mark("end")

    static let ask = of("?")
    static let shout = of("!")
    static let stop = of(".")
    static let dots = of("...")
    static let plusOne = of(":+1:")
    static let smile = of(":slightly_smiling_face:")
    static let oldSmile = of(":simple_smile:")
    static let wink = of(":wink:")
    static let sad = of(":disappointed:")
    static let tada = of(":tada:")
    static let pray = of(":pray:")
    static let clap = of(":clap:")
    static let heart = of(":heart:")
    static let here = of("here")
    static let channel = of("channel")
    static let everyone = of("everyone")

    static func of(_ text: StaticString) -> UInt64 {
        text.withUTF8Buffer { bytes in of(bytes, from: 0, to: bytes.count) }
    }

    @inline(__always)
    static func of(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> UInt64 {
        var hash = seed
        for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* prime }
        return hash
    }

    static func mark(_ text: StaticString) -> UInt64 {
        text.withUTF8Buffer { bytes in
            var hash = (seed ^ 1) &* prime
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
            return hash
        }
    }
}

/// A namespace keeps one word apart in the target, in the message it answers and in the author's own message before.
enum GramSpace {
    static let word = TokenHash.of("word")
    static let characters = TokenHash.of("char")
    static let answered = TokenHash.of("before")
    static let own = TokenHash.of("own")
}

extension UInt8 {
    @inline(__always) var isLowercase: Bool { self &- 97 < 26 }
    @inline(__always) var isUppercase: Bool { self &- 65 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    @inline(__always) var isDigit: Bool { self &- 48 < 10 }
    /// A letter, a digit or an underscore of ASCII.
    @inline(__always) var isWordish: Bool { isLetter || isDigit || self == 95 }
}
