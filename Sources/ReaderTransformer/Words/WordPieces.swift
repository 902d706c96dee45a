/// Cuts text into the word pieces of an encoder, as its own tokenizer does.
///
/// Source: Devlin et al., *BERT* (2019), section 3; Wu et al., *Google's Neural Machine Translation System* (2016), section
/// 4.1. Longest piece first; a word that cannot be cut, or has more than 100 characters, is one unknown piece.
public struct WordPieces: Sendable {
    /// Numbers of the pieces that are no words.
    let unknown: Int32
    let start: Int32
    let end: Int32
    private let vocabulary: PieceVocabulary
    private let folding: CharacterFolding
    private let marks: [(text: [UInt8], number: Int32)]
    /// Characters of a word past which it is unknown.
    static let longestWord = 100

    /// Reads the pieces of a vocabulary file, one a line.
    ///
    /// Errors: the vocabulary lacks the pieces that begin, end and replace words.
    public init(vocabulary lines: [UInt8]) throws(ModelError) {
        let vocabulary = PieceVocabulary(lines: lines)
        guard let folding = CharacterFolding(), let unknown = vocabulary.number(of: "[UNK]"),
            let start = vocabulary.number(of: "[CLS]"), let end = vocabulary.number(of: "[SEP]")
        else { throw .damagedPart("the vocabulary") }
        self.vocabulary = vocabulary
        self.folding = folding
        self.unknown = unknown
        self.start = start
        self.end = end
        marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].compactMap { mark in
            vocabulary.number(of: mark).map { (Array(mark.utf8), $0) }
        }
    }

    /// The numbers of the pieces of a text, without a mark before and after.
    public func numbers(of text: String) -> [Int32] {
        var text = text
        return text.withUTF8 { numbers(of: $0) }
    }

    private func numbers(of bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
        var out: [Int32] = []
        var word = Word()
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= 0x80 {
                let (scalar, length) = Self.scalar(bytes, at)
                fold(scalar, &word, &out)
                at += length
                continue
            }
            if byte == 91, let mark = marks.first(where: { Self.starts(bytes, at, $0.text) }) {
                close(&word, &out)
                out.append(mark.number)
                at += mark.text.count
                continue
            }
            at += 1
            switch byte {
            case 97...122, 48...57: word.append(byte)
            case 65...90: word.append(byte | 0x20)
            case 9, 10, 13, 32: close(&word, &out)
            case 0..<32, 127: continue
            default: alone(UInt32(byte), &word, &out)
            }
        }
        close(&word, &out)
        return out
    }

    private func fold(_ scalar: UInt32, _ word: inout Word, _ out: inout [Int32]) {
        switch folding.outcome(of: scalar) {
        case .kept: word.append(scalar: scalar)
        case .leftOut: return
        case .space: close(&word, &out)
        case .alone: alone(scalar, &word, &out)
        case .syllable:
            let (first, second, third) = CharacterFolding.parts(ofSyllable: scalar)
            word.append(scalar: first)
            word.append(scalar: second)
            if let third { word.append(scalar: third) }
        case .others(let others):
            for other in others {
                if other & CharacterFolding.aloneBit != 0 {
                    alone(other & ~CharacterFolding.aloneBit, &word, &out)
                } else if other == 32 {
                    close(&word, &out)
                } else {
                    word.append(scalar: other)
                }
            }
        }
    }

    private func alone(_ scalar: UInt32, _ word: inout Word, _ out: inout [Int32]) {
        close(&word, &out)
        word.append(scalar: scalar)
        close(&word, &out)
    }

    /// Cuts the word that was gathered, and begins another.
    private func close(_ word: inout Word, _ out: inout [Int32]) {
        defer { word.clear() }
        guard !word.isEmpty else { return }
        guard word.characters <= Self.longestWord else {
            out.append(unknown)
            return
        }
        let mark = out.count
        var from = 0
        while from < word.bytes.count {
            guard let (number, end) = longest(from, word) else {
                out.removeSubrange(mark...)
                out.append(unknown)
                return
            }
            out.append(number)
            from = end
        }
    }

    /// The longest known piece at a place of a word, and where it ends.
    private func longest(_ from: Int, _ word: borrowing Word) -> (Int32, Int)? {
        var hashes: [(end: Int, hash: UInt64)] = []
        hashes.reserveCapacity(word.bytes.count - from)
        var hash = PieceVocabulary.seed
        for at in from..<word.bytes.count {
            hash = (hash ^ UInt64(word.bytes[at])) &* PieceVocabulary.prime
            let next = at + 1
            // A piece ends where a character ends.
            if next == word.bytes.count || word.bytes[next] & 0xC0 != 0x80 { hashes.append((next, hash)) }
        }
        for (end, hash) in hashes.reversed() {
            if let number = vocabulary.number(of: word.bytes[from..<end], hash: hash, inside: from > 0) {
                return (number, end)
            }
        }
        return nil
    }

    /// The characters of a word while it is gathered.
    private struct Word {
        var bytes: [UInt8] = []
        var characters = 0
        var isEmpty: Bool { characters == 0 }

        mutating func append(_ byte: UInt8) {
            characters += 1
            if characters <= WordPieces.longestWord { bytes.append(byte) }
        }

        mutating func append(scalar: UInt32) {
            characters += 1
            guard characters <= WordPieces.longestWord, let scalar = Unicode.Scalar(scalar) else { return }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }

        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
            characters = 0
        }
    }

    private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ text: [UInt8]) -> Bool {
        at + text.count <= bytes.count && text.indices.allSatisfy { bytes[at + $0] == text[$0] }
    }

    /// The character at a place of valid UTF-8, and its length.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
        func more(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset] & 0x3F) }
        let first = UInt32(bytes[at])
        if first < 0xE0 { return ((first & 0x1F) << 6 | more(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | more(1) << 6 | more(2), 3) }
        return ((first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3), 4)
    }
}
