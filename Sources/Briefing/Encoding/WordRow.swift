/// The words of a text, cut once: their letters in one row, ends and hashes beside it.
///
/// Nothing is made for a single word, and a row can be filled again, so that reading a text costs no memory of its own.
/// Source: words are runs of letters and digits, in lower case, Latin letters bare of their accents.
struct WordRow: Sendable {
    /// The letters of all words, one word after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each word ends in `bytes`; it begins where the one before ends.
    private(set) var ends: [Int32] = []
    /// Each word's FNV-1a.
    private(set) var hashes: [UInt64] = []
    /// Where each word ends in the text, in bytes.
    private var places: [Int32] = []
    private var hash = PlainWords.seed
    private var open = false

    /// An empty row.
    init() {}

    /// The words of a text.
    init(_ text: some StringProtocol, words most: Int = .max) {
        cut(String(text), words: most)
    }

    /// How many words there are.
    var count: Int { ends.count }

    /// Where a word stands in `bytes`.
    @inline(__always)
    func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word]) }

    /// How many words end within the first bytes of the text.
    func count(within limit: Int) -> Int {
        var count = places.count
        while count > 0, Int(places[count - 1]) > limit { count -= 1 }
        return count
    }

    /// Cuts a text, or its first bytes; words that were there are let go.
    mutating func cut(_ text: String, bytes limit: Int = .max, words most: Int = .max) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        hash = PlainWords.seed
        open = false
        var text = text
        text.withUTF8 { utf8 in
            var at = 0
            while at < utf8.count {
                let byte = utf8[at]
                let next: Int
                if byte < 0x80 {
                    let small = byte &- 65 < 26 ? byte | 0x20 : byte
                    if PlainWords.isWord(small) { append(small) } else { close(at) }
                    next = at + 1
                } else {
                    next = at + Self.length(byte)
                    take(Self.scalar(utf8, at), at)
                }
                if ends.count >= most || at >= limit { break }
                at = next
            }
            // A word that is cut in two by the limit is none.
            if utf8.count <= limit { close(utf8.count) }
        }
        if open { dropLast() }
    }

    private mutating func dropLast() {
        open = false
        bytes.removeSubrange(Int(ends.last ?? 0)...)
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        bytes.append(byte)
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        open = true
    }

    private mutating func close(_ place: Int) {
        guard open else { return }
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        places.append(Int32(truncatingIfNeeded: place))
        hash = PlainWords.seed
        open = false
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ place: Int) {
        if scalar.value >= 0xC0, scalar.value < 0x180 {
            for byte in PlainWords.latin[Int(scalar.value) - 0xC0] {
                if PlainWords.isWord(byte) { append(byte) } else { close(place) }
            }
        } else if scalar.properties.isAlphabetic {
            for byte in String(scalar).lowercased().utf8 { append(byte) }
        } else if scalar != "’" {
            close(place)
        }
    }

    private static func length(_ first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> Unicode.Scalar {
        let count = length(utf8[at])
        var value = UInt32(utf8[at]) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
        for byte in utf8[(at + 1)..<min(at + count, utf8.count)] { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value) ?? " "
    }
}

/// Hashes and what they stand for, in two rows without a gap between.
///
/// The hashes are good ones, so that a hash's own bits say where to look first.
struct HashRow: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private let mask: Int

    /// Room for a number of hashes.
    init(room: Int) {
        var size = 16
        while size < room * 3 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// What a hash stands for; nil for none.
    ///
    /// Values are 0 or more.
    @inline(__always)
    subscript(_ hash: UInt64) -> Int32? {
        get {
            let slot = slot(hash)
            return values[slot] >= 0 ? values[slot] : nil
        }
        set {
            let slot = slot(hash)
            keys[slot] = hash
            values[slot] = newValue ?? -1
        }
    }

    @inline(__always)
    private func slot(_ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while values[slot] >= 0, keys[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }
}
