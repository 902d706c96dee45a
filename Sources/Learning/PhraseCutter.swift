import Signals

/// Cuts a message into words, each a number, and marks.
struct PhraseCutter {
    /// The tokens so far.
    private(set) var tokens: [UInt64] = []
    /// How many different words there are among them.
    private(set) var words = 0
    /// A handful, so that a look at each is quicker than a hash.
    private var names: [UInt64] = []

    /// Bytes of a message that are looked at.
    static let limit = 1200
    /// Begin and end of a message.
    static let edge: UInt64 = 1
    private static let mention: UInt64 = 2
    private static let address: UInt64 = 3
    private static let code: UInt64 = 4
    private static let number: UInt64 = 5
    private static let name: UInt64 = 6
    private static let ask: UInt64 = 7

    /// Knows the people of the talk, whose names are no words.
    init(_ passage: Passage) {
        func add(_ who: String) {
            guard who != passage.target.who else { return }
            var part: UInt64 = Self.seed
            var length = 0
            for byte in who.utf8 {
                if byte.isLetter || byte >= 0x80 {
                    part = Self.add(byte, to: part)
                    length += 1
                } else {
                    if length >= 3 { names.append(part | Self.isWord) }
                    (part, length) = (Self.seed, 0)
                }
            }
            if length >= 3 { names.append(part | Self.isWord) }
        }
        for one in passage.before { add(one.who) }
        if let root = passage.root { add(root.who) }
        for mention in passage.target.mentions { add(mention.who) }
        tokens.reserveCapacity(48)
    }

    /// Cuts one message.
    mutating func cut(_ utterance: Utterance) {
        var spans = utterance.mentions.compactMap(\.span)
        if spans.count > 1 { spans.sort { $0.lowerBound < $1.lowerBound } }
        var text = utterance.text
        text.withUTF8 { all in cut(UnsafeBufferPointer(rebasing: all.prefix(Self.limit)), spans: spans) }
        countWords()
    }

    /// Counts different words; beyond a dozen the number no longer matters.
    private mutating func countWords() {
        for (place, token) in tokens.enumerated() where token > Self.ask && words < 12 {
            if !tokens[..<place].contains(token) { words += 1 }
        }
    }

    private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, spans: [Range<Int>]) {
        var at = 0
        var span = 0
        var isLineStart = true
        while at < bytes.count {
            let byte = bytes[at]
            while span < spans.count, spans[span].lowerBound < at { span += 1 }
            if span < spans.count, spans[span].lowerBound == at, spans[span].upperBound > at {
                tokens.append(Self.mention)
                at = spans[span].upperBound
            } else if byte == 62, isLineStart {
                at = Self.find(10, in: bytes, from: at)
            } else if byte == 96 {
                var open = at
                while open < bytes.count, bytes[open] == 96 { open += 1 }
                at = Self.find(96, in: bytes, from: open)
                while at < bytes.count, bytes[at] == 96 { at += 1 }
                tokens.append(Self.code)
            } else if byte.isWordish {
                word(bytes, &at)
            } else {
                if byte == 63 { tokens.append(Self.ask) }
                at += 1
            }
            isLineStart = byte == 10 || isLineStart && byte <= 32
        }
    }

    private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        var isNumber = true
        var hash = Self.seed
        while at < bytes.count, bytes[at].isWordish || bytes[at] == 39 {
            if !bytes[at].isDigit { isNumber = false }
            if bytes[at] != 39 { hash = Self.add(bytes[at], to: hash) }
            at += 1
        }
        if at + 2 < bytes.count, bytes[at] == 58, bytes[at + 1] == 47, bytes[at + 2] == 47 {
            while at < bytes.count, bytes[at] > 32 { at += 1 }
            return tokens.append(Self.address)
        }
        hash |= Self.isWord
        tokens.append(isNumber ? Self.number : names.contains(hash) ? Self.name : hash)
    }

    private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != byte { at += 1 }
        return at
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    /// Set in every word and in no mark.
    private static let isWord: UInt64 = 1 << 63

    /// FNV-1a, capitals of ASCII made small.
    @inline(__always)
    private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte &- 65 < 26 ? byte | 32 : byte)) &* 0x100_0000_01b3
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 48 < 10 }
    fileprivate var isLetter: Bool { (self | 32) &- 97 < 26 }
    fileprivate var isWordish: Bool { isLetter || isDigit || self >= 0x80 || self == 95 }
}
