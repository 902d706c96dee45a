/// The word pieces that an encoder knows, by their bytes.
///
/// Open addressing over one array of bytes; pieces inside a word are kept apart from those at its start.
struct PieceVocabulary: Sendable {
    /// How many pieces there are.
    let count: Int
    private let bytes: [UInt8]
    private let slots: [Slot]
    private let mask: Int

    private struct Slot {
        var hash: UInt64 = 0
        var start: Int32 = 0
        var length: Int16 = -1
        var inside = false
        var number: Int32 = 0
    }

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    static let prime: UInt64 = 0x100_0000_01b3

    /// Reads a list of pieces, one a line, `##` before those inside a word; the line's number is the piece's.
    init(lines text: [UInt8]) {
        let lines = text.split(separator: 10, omittingEmptySubsequences: false)
        let filled = text.last == 10 ? lines.count - 1 : lines.count
        var size = 1024
        while size < 2 * filled { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        for (number, line) in lines.prefix(filled).enumerated() {
            var piece = line.last == 13 ? line.dropLast() : line
            let inside = piece.count > 2 && piece.starts(with: [35, 35])
            if inside { piece = piece.dropFirst(2) }
            guard piece.count < 1000 else { continue }
            var hash = Self.seed
            for byte in piece { hash = (hash ^ UInt64(byte)) &* Self.prime }
            var at = Self.slot(hash, inside) & (size - 1)
            while slots[at].length >= 0 { at = (at + 1) & (size - 1) }
            slots[at] = Slot(
                hash: hash,
                start: Int32(piece.startIndex),
                length: Int16(piece.count),
                inside: inside,
                number: Int32(number)
            )
        }
        bytes = text
        self.slots = slots
        mask = size - 1
        count = filled
    }

    private static func slot(_ hash: UInt64, _ inside: Bool) -> Int {
        Int(truncatingIfNeeded: (hash ^ (hash >> 29)) &+ (inside ? 0x9E37_79B9 : 0))
    }

    /// The number of a piece, given its bytes and their hash.
    func number(of piece: ArraySlice<UInt8>, hash: UInt64, inside: Bool) -> Int32? {
        var at = Self.slot(hash, inside) & mask
        while slots[at].length >= 0 {
            let slot = slots[at]
            if slot.hash == hash, slot.inside == inside, Int(slot.length) == piece.count,
                bytes[Int(slot.start)..<Int(slot.start) + piece.count].elementsEqual(piece)
            {
                return slot.number
            }
            at = (at + 1) & mask
        }
        return nil
    }

    /// The number of a whole piece.
    func number(of piece: String) -> Int32? {
        let inside = piece.utf8.count > 2 && piece.utf8.starts(with: [35, 35])
        let bytes = Array(inside ? piece.utf8.dropFirst(2) : piece.utf8[...])
        let hash = bytes.reduce(Self.seed) { ($0 ^ UInt64($1)) &* Self.prime }
        return number(of: bytes[...], hash: hash, inside: inside)
    }
}
