/// Words of a text as the encoder and the topics cut them: runs of letters and digits, in lower case, without accents.
enum PlainWords {
    /// The words, at most `limit` of them; for places where a few texts are read.
    static func cut(_ text: some StringProtocol, limit: Int = .max) -> [ArraySlice<UInt8>] {
        let row = WordRow(text, words: limit)
        return (0..<row.count).map { row.bytes[row.range($0)] }
    }

    /// A letter or a digit, or part of a letter beyond Latin.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 }

    /// Letters from À to ſ without their accents.
    static let latin: [[UInt8]] = {
        let plain =
            "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th ss a a a a a a ae c e e e e i i i i "
            + "d n o o o o o _ o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
            + "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o "
            + "o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"
        return plain.split(separator: " ").map { Array(($0 == "_" ? " " : $0).utf8) }
    }()

    /// Where FNV-1a begins.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a of 64 bits.
    @inline(__always)
    static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = Self.seed) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
