private import COnnx

/// What happens to each character before words are cut: lower case, no accents, no control characters, CJK apart.
///
/// A table of what the encoder's own tokenizer does, so that both agree on every plane of Unicode.
/// Shape: `training/transformer_folding.py`.
struct CharacterFolding: @unchecked Sendable {
    // `@unchecked`: the pointers lead into constants of the program.

    private let runs: UnsafeBufferPointer<Pair>
    private let singles: UnsafeBufferPointer<Pair>
    private let pool: UnsafeBufferPointer<UInt32>

    /// Two numbers of the file: a first character, and what is said about it.
    private struct Pair {
        var first: UInt32
        var facts: UInt32
    }

    /// The table that is part of the program; nil when it was damaged, which a test rules out.
    init?() {
        let bytes = UnsafeRawPointer(connx_bytes(CONNX_FOLDING))
        let size = connx_size(CONNX_FOLDING)
        guard let bytes, size >= 20 else { return nil }
        let counts = (0..<5).map { Int(UInt32(littleEndian: bytes.load(fromByteOffset: 4 * $0, as: UInt32.self))) }
        guard counts[0] == 0x4F46_5443, counts[1] == 1, size == 20 + 8 * counts[2] + 8 * counts[3] + 4 * counts[4]
        else {
            return nil
        }
        func pairs(_ at: Int, _ count: Int) -> UnsafeBufferPointer<Pair> {
            UnsafeBufferPointer(start: (bytes + at).assumingMemoryBound(to: Pair.self), count: count)
        }
        runs = pairs(20, counts[2])
        singles = pairs(20 + 8 * counts[2], counts[3])
        let poolStart = bytes + 20 + 8 * (counts[2] + counts[3])
        pool = UnsafeBufferPointer(start: poolStart.assumingMemoryBound(to: UInt32.self), count: counts[4])
    }

    /// What a character becomes.
    enum Outcome {
        case kept
        case leftOut
        case space
        case alone
        case others(UnsafeBufferPointer<UInt32>)
        case syllable
    }

    /// Highest bit of a character in the pool: it stands alone.
    static let aloneBit: UInt32 = 1 << 31

    /// Looks up a character.
    func outcome(of scalar: UInt32) -> Outcome {
        if (0xAC00..<0xD7A4).contains(scalar) { return .syllable }
        if let run = Self.last(in: runs, notAfter: scalar), scalar - run.first < run.facts >> 2 {
            switch run.facts & 3 {
            case 1: return .leftOut
            case 2: return .space
            default: return .alone
            }
        }
        guard let single = Self.last(in: singles, notAfter: scalar), single.first == scalar else { return .kept }
        let start = Int(single.facts >> 8)
        let count = Int(single.facts & 255)
        guard start + count <= pool.count else { return .kept }
        return .others(UnsafeBufferPointer(rebasing: pool[start..<start + count]))
    }

    /// The two or three parts of a Hangul syllable.
    static func parts(ofSyllable scalar: UInt32) -> (UInt32, UInt32, UInt32?) {
        let at = scalar - 0xAC00
        return (0x1100 + at / 588, 0x1161 + at % 588 / 28, at % 28 == 0 ? nil : 0x11A7 + at % 28)
    }

    private static func last(in pairs: UnsafeBufferPointer<Pair>, notAfter scalar: UInt32) -> Pair? {
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].first <= scalar { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : pairs[low - 1]
    }
}
