extension Tokenizer {
    /// Cuts a word, a number, an identifier or a name that starts at `index`.
    mutating func cutWord(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, names: [UInt64]) {
        let mark = wordBytes
        words[mark] = 32
        wordBytes = mark + 1
        let shape = copyWord(text, &index)
        before = 97
        if shape.letters == 0 {
            wordBytes = mark
            if shape.digits > 0 {
                add(TokenHash.number)
                counts.numbers += 1
            }
            return
        }
        if shape.isIdentifier {
            wordBytes = mark
            add(TokenHash.identifier)
            counts.identifiers += 1
            return
        }
        if names.contains(shape.hash) {
            wordBytes = mark
            add(TokenHash.name)
            counts.names += 1
            return
        }
        add(shape.hash)
        counts.words += 1
    }

    /// What a word is made of; the hash is that of the bytes that are kept.
    private struct Shape {
        var letters = 0
        var digits = 0
        var isIdentifier = false
        var hash = TokenHash.seed
        var end: Int

        @inline(__always)
        mutating func keep(_ byte: UInt8, in words: UnsafeMutableBufferPointer<UInt8>) {
            words[end] = byte
            end &+= 1
            hash = (hash ^ UInt64(byte)) &* TokenHash.prime
        }

        /// Keeps a letter outside ASCII; false where the word ends.
        mutating func keepWide(
            _ text: UnsafeBufferPointer<UInt8>,
            _ index: inout Int,
            start: Int,
            in words: UnsafeMutableBufferPointer<UInt8>
        ) -> Bool {
            let byte = text[index]
            if byte == 0xC3, index + 1 < text.count, (0x80...0x9E).contains(text[index + 1]) {
                keep(byte, in: words)
                keep(text[index + 1] + 32, in: words)
                index += 2
            } else {
                guard !(byte == 0xF0 && index > start), text.separatorWidth(at: index) == 0 else { return false }
                keep(byte, in: words)
                index += 1
            }
            letters += 1
            return true
        }
    }

    /// Copies the word in lower case, apostrophes left out and digits folded to `0`, and says what it is made of.
    private mutating func copyWord(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Shape {
        let shape = Self.copyWord(text, &index, into: words, at: wordBytes)
        wordBytes = shape.end
        return shape
    }

    private static func copyWord(
        _ text: UnsafeBufferPointer<UInt8>,
        _ place: inout Int,
        into words: UnsafeMutableBufferPointer<UInt8>,
        at first: Int
    ) -> Shape {
        let start = place
        let count = text.count
        var shape = Shape(end: first)
        var index = start
        defer { place = index }
        while index < count {
            let byte = text[index]
            if byte.isLetter {
                if byte <= 90, index > start, text[index - 1].isLowercase { shape.isIdentifier = true }
                shape.keep(byte | 0x20, in: words)
                shape.letters += 1
            } else if byte.isDigit {
                if words[shape.end &- 1] != 48 { shape.keep(48, in: words) }
                shape.digits += 1
            } else if byte == 95 {
                if index > start, index + 1 < count, text[index + 1].isLetter || text[index + 1].isDigit {
                    shape.isIdentifier = true
                }
            } else if byte == 39 {
                guard index + 1 < count, text[index + 1].isLetter else { return shape }
            } else if byte == 46 {
                guard index + 1 < count, text[index + 1].isLetter || text[index + 1].isDigit else { return shape }
                shape.isIdentifier = true
            } else if byte == 0xE2, index + 2 < count, text[index + 1] == 0x80, text[index + 2] == 0x99 {
                index += 2
            } else if byte >= 0x80 {
                guard shape.keepWide(text, &index, start: start, in: words) else { return shape }
                continue
            } else {
                return shape
            }
            index += 1
        }
        return shape
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes at `index` only separate (dashes, quotes, spaces and signs outside ASCII); 0 for letters.
    @inline(__always)
    func separatorWidth(at index: Int) -> Int {
        let byte = self[index]
        if byte == 0xC2 { return 2 }
        if byte == 0xE2, index + 2 < count, (0x80...0xBF).contains(self[index + 1]) { return 3 }
        if byte == 0xEF, index + 2 < count, self[index + 1] == 0xB8 { return 3 }
        return 0
    }

    /// True when the bytes of `needle` stand somewhere in these.
    func holds(_ needle: StaticString) -> Bool {
        needle.withUTF8Buffer { needle in
            guard count >= needle.count else { return false }
            search: for start in 0...count - needle.count {
                for offset in 0..<needle.count where self[start + offset] != needle[offset] { continue search }
                return true
            }
            return false
        }
    }
}

/// How a mention looks in plain text.
enum MentionShape {
    /// Where the name after the `@` at `index` ends; `index + 1` when no name follows.
    static func end(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        var end = index + 1
        while end < text.count,
            text[end].isWordish || text[end] == 46 || text[end] == 45
                || (text[end] >= 0x80 && text.separatorWidth(at: end) == 0)
        { end += 1 }
        while end > index + 1, text[end - 1] == 46 || text[end - 1] == 45 { end -= 1 }
        return end
    }
}
