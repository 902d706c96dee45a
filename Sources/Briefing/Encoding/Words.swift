/// Words of a text as the encoder and the topics cut them: runs of letters and digits, in lower case, without accents.
enum PlainWords {
    /// The words, at most `limit` of them.
    static func cut(_ text: some StringProtocol, limit: Int = .max) -> [ArraySlice<UInt8>] {
        let bytes = folded(text)
        var words: [ArraySlice<UInt8>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            if isWord(byte) {
                if start == nil { start = index }
            } else if let first = start {
                words.append(bytes[first..<index])
                start = nil
                if words.count >= limit { return words }
            }
        }
        if let start { words.append(bytes[start...]) }
        return words
    }

    /// A letter or a digit, or part of a letter beyond Latin.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 }

    /// The text in lower case, with Latin letters bare of their accents; marks beyond ASCII become spaces.
    static func folded(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: value)
                bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
            } else if value >= 0xC0, value < 0x180 {
                bytes.append(contentsOf: latin[Int(value) - 0xC0])
            } else if scalar.properties.isAlphabetic {
                bytes.append(contentsOf: Array(String(scalar).lowercased().utf8))
            } else if scalar != "’" {
                bytes.append(32)
            }
        }
        return bytes
    }

    /// Letters from À to ſ without their accents.
    private static let latin: [[UInt8]] = {
        let plain =
            "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th ss a a a a a a ae c e e e e i i i i "
            + "d n o o o o o _ o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
            + "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o "
            + "o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"
        return plain.split(separator: " ").map { Array(($0 == "_" ? " " : $0).utf8) }
    }()

    @inline(__always)
    static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
