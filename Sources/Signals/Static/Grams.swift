/// Lists the hash buckets of n-grams.
///
/// Not thread-safe: each reading call owns one.
struct Grams {
    /// The first `count` buckets are valid.
    private(set) var buckets: [UInt32]
    private(set) var count = 0

    /// Makes room for the n-grams of texts of at most `limit` bytes.
    init(limit: Int) {
        buckets = Array(repeating: 0, count: 8 * (2 * limit + 16) + 3 * Tokenizer.mostTokens + 16)
    }

    @inline(__always)
    private static func bucket(_ hash: UInt64, _ space: UInt64, _ shift: UInt64) -> UInt32 {
        var mixed = hash ^ space
        mixed ^= mixed >> 33
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        mixed ^= mixed >> 29
        return UInt32(truncatingIfNeeded: mixed >> shift)
    }

    /// The 1…`order`-grams of begin, the tokens and end.
    mutating func listTokens(_ tokenizer: borrowing Tokenizer, order: Int, space: UInt64, bits: Int) {
        let shift = UInt64(64 - bits)
        let total = tokenizer.counts.tokens
        var previous = TokenHash.begin
        var pair: UInt64 = 0
        var at = 0
        let tokens = tokenizer.tokens
        buckets.withUnsafeMutableBufferPointer { out in
            for index in 0...total {
                let hash = index < total ? tokens[index] : TokenHash.end
                if index < total {
                    out[at] = Self.bucket(hash, space, shift)
                    at &+= 1
                }
                let two = (previous &* 0x9E37_79B9_7F4A_7C15) ^ hash
                out[at] = Self.bucket(two, space, shift)
                at &+= 1
                if order > 2, index > 0 {
                    out[at] = Self.bucket((pair &* 0x9E37_79B9_7F4A_7C15) ^ hash, space, shift)
                    at &+= 1
                }
                pair = two
                previous = hash
            }
        }
        count = at
    }

    /// The runs of 2…5 characters inside each word, with the space before and after it.
    mutating func listCharacters(_ tokenizer: borrowing Tokenizer, bits: Int) {
        let shift = UInt64(64 - bits)
        let space = GramSpace.characters
        let total = tokenizer.wordBytes
        var at = 0
        let words = tokenizer.words
        buckets.withUnsafeMutableBufferPointer { out in
            var start = 0
            while start < total {
                var end = start + 1
                while end < total, words[end] != 32 { end &+= 1 }
                for first in start..<end {
                    var hash = (TokenHash.seed ^ UInt64(words[first])) &* TokenHash.prime
                    let last = min(4, end &- first)
                    for step in 1...4 where step <= last {
                        hash = (hash ^ UInt64(words[first &+ step])) &* TokenHash.prime
                        out[at &+ step &- 1] = Self.bucket(hash, space, shift)
                    }
                    at &+= last
                }
                start = end
            }
        }
        count = at
    }
}

extension Grams {
    /// Adds up the table's rows of the listed buckets.
    func sum(_ table: GramTable, scale: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>) {
        buckets.withUnsafeBufferPointer { all in
            table.sum(UnsafeBufferPointer(rebasing: all[..<count]), scale: scale, into: out)
        }
    }
}
