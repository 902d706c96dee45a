extension Tokenizer {
    /// Cuts a word, a number, an identifier or a name that starts at `index`.
    mutating func cutWord(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, names: [UInt64]) {
        let mark = wordBytes
        words[wordBytes] = 32
        wordBytes += 1
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
        var hash = TokenHash.seed
        for place in mark + 1..<wordBytes { hash = (hash ^ UInt64(words[place])) &* TokenHash.prime }
        if names.contains(hash) {
            wordBytes = mark
            add(TokenHash.name)
            counts.names += 1
            return
        }
        add(hash)
        counts.words += 1
    }

    private struct Shape {
        var letters = 0
        var digits = 0
        var isIdentifier = false
    }

    /// Copies the word in lower case, apostrophes left out and digits folded to `0`, and says what it is made of.
    private mutating func copyWord(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Shape {
        let start = index
        let count = text.count
        var shape = Shape()
        while index < count {
            let byte = text[index]
            if byte.isLetter {
                if byte <= 90, index > start, text[index - 1].isLowercase { shape.isIdentifier = true }
                keep(byte | 0x20)
                shape.letters += 1
            } else if byte.isDigit {
                if words[wordBytes - 1] != 48 { keep(48) }
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
                guard copyWide(text, &index, start: start) else { return shape }
                shape.letters += 1
                continue
            } else {
                return shape
            }
            index += 1
        }
        return shape
    }

    /// Copies a letter outside ASCII; false where the word ends.
    @inline(__always)
    private mutating func copyWide(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, start: Int) -> Bool {
        let byte = text[index]
        if byte == 0xC3, index + 1 < text.count, (0x80...0x9E).contains(text[index + 1]) {
            keep(byte)
            keep(text[index + 1] + 32)
            index += 2
            return true
        }
        guard !(byte == 0xF0 && index > start), text.separatorWidth(at: index) == 0 else { return false }
        keep(byte)
        index += 1
        return true
    }

    @inline(__always)
    private mutating func keep(_ byte: UInt8) {
        words[wordBytes] = byte
        wordBytes += 1
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
