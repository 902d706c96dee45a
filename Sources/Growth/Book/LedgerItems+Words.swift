extension LedgerItems {
    /// True when recognition has words enough to describe behaviour: `wordCount`, without counting on.
    static func describes(_ quote: String) -> Bool {
        var quote = quote
        let quick = quote.withUTF8 { hasWords($0, atLeast: minimumWords) }
        return quick || wordCount(quote) >= minimumWords
    }

    /// Finds so many plain words of ASCII; false where there are fewer, or where something else stands among them.
    private static func hasWords(_ bytes: UnsafeBufferPointer<UInt8>, atLeast wanted: Int) -> Bool {
        var found = 0
        var start = 0
        for (place, byte) in bytes.enumerated() {
            if byte >= 128 { return false }
            guard byte == 32 || (byte >= 9 && byte <= 13) else { continue }
            // A mark after the space would make one character of both.
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            if next >= 128 { return false }
            if isPlainWord(bytes[start..<place]) { found += 1 }
            if found == wanted { return true }
            start = place + 1
        }
        return false
    }

    /// True for letters among nothing but letters, digits and the usual marks: no name, address or emoji code.
    private static func isPlainWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var hasLetter = false
        for byte in word {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): hasLetter = true
            case UInt8(ascii: "@"), UInt8(ascii: ":"): return false
            default: break
            }
        }
        return hasLetter
    }
}
