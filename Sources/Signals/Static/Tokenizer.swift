/// Cuts Slack text into tokens that mean the same in every community.
///
/// Words are lower-cased; mentions, addresses, code, identifiers, numbers and names of the people in the talk each
/// become one mark, whatever they say; emoji keep their names; quoted lines are left out. The training script cuts in
/// exactly the same way (`training/features.py`), which parity vectors hold.
///
/// Not thread-safe: each reading call owns one.
struct Tokenizer: ~Copyable {
    /// What is counted while cutting.
    struct Counts: Equatable {
        var tokens = 0
        var words = 0
        var asks = 0
        var shouts = 0
        var mentions = 0
        var links = 0
        var pulls = 0
        var codes = 0
        var blocks = 0
        var identifiers = 0
        var numbers = 0
        var names = 0
        var lines = 0
        var quotes = 0
        var emoji = 0
        var startsWithMention = false
        var endsAsking = false
        var broadcasts = 0
    }

    /// No text gives more tokens.
    static let mostTokens = 320

    /// Hashes of the tokens; the first `counts.tokens` are valid.
    let tokens: UnsafeMutableBufferPointer<UInt64>
    /// The words of the text, each after a space; the first `wordBytes` are valid, and a space follows them.
    let words: UnsafeMutableBufferPointer<UInt8>
    var wordBytes = 0
    var counts = Counts()

    var before: UInt8 = 32

    /// Makes room for texts of at most `limit` bytes.
    init(limit: Int) {
        tokens = .allocate(capacity: Self.mostTokens + 2)
        words = .allocate(capacity: 2 * limit + 16)
        tokens.initialize(repeating: 0)
        words.initialize(repeating: 0)
    }

    deinit {
        tokens.deallocate()
        words.deallocate()
    }

    /// Cuts a text; `names` are the hashes of names that people of the talk go by, `spans` the places of mentions
    /// whose names may hold spaces, ordered by place.
    mutating func cut(_ text: UnsafeBufferPointer<UInt8>, names: [UInt64], spans: [Range<Int>]) {
        counts = Counts()
        wordBytes = 0
        before = 32
        var index = 0
        var lineStart = true
        var span = 0
        while index < text.count, counts.tokens < Self.mostTokens {
            let byte = text[index]
            if byte <= 32 {
                if byte == 10 { endLine(&lineStart) }
                before = byte
                index += 1
                continue
            }
            if lineStart, byte == 62 {
                skipQuote(text, &index)
                continue
            }
            lineStart = false
            while span < spans.count, spans[span].lowerBound < index { span += 1 }
            if span < spans.count, spans[span].lowerBound == index, spans[span].upperBound > index {
                addMention()
                index = min(text.count, spans[span].upperBound)
                before = 32
                continue
            }
            if byte.isLetter || byte.isDigit || byte == 95 {
                if byte == 104, cutAddress(text, &index) { continue }
                cutWord(text, &index, names: names)
                continue
            }
            if byte >= 0x80 {
                if !cutSymbol(text, &index) { cutWord(text, &index, names: names) }
                continue
            }
            cutMark(byte, text, &index)
        }
        words[wordBytes] = 32
        counts.endsAsking = endsAsking
    }

    private var endsAsking: Bool {
        var last = counts.tokens - 1
        guard last >= 0 else { return false }
        while last > 0, tokens[last] == TokenHash.line || tokens[last] == TokenHash.smile { last -= 1 }
        return tokens[last] == TokenHash.ask
    }

    @inline(__always)
    mutating func add(_ hash: UInt64) {
        tokens[counts.tokens] = hash
        counts.tokens += 1
    }

    private mutating func endLine(_ lineStart: inout Bool) {
        if counts.tokens > 0, tokens[counts.tokens - 1] != TokenHash.line {
            add(TokenHash.line)
            counts.lines += 1
        }
        lineStart = true
    }

    private mutating func skipQuote(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        while index < text.count, text[index] != 10 { index += 1 }
        if counts.quotes == 0 { add(TokenHash.quote) }
        counts.quotes += 1
        before = 32
    }

    mutating func addMention() {
        if counts.tokens == 0 { counts.startsWithMention = true }
        add(TokenHash.mention)
        counts.mentions += 1
    }
}
