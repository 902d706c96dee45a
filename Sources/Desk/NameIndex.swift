import Evidence

/// Whose names can stand in some words.
///
/// Texts know a name as one wherever it stands. In a company of thousands, taking everybody's names apart for each text would
/// cost more than the text; so each text is given the names that can occur in what it tells.
struct NameIndex: Sendable {
    /// Names by each of their parts, in small letters.
    private let byPart: [String: Set<String>]
    /// Which parts may be known: most words of a text are nobody's name, and are read no further.
    private let sieve: WordSieve

    init(_ names: some Sequence<String>) {
        var byPart: [String: Set<String>] = [:]
        for name in names {
            for part in Self.parts(of: name) { byPart[part, default: []].insert(name) }
            // `Anne-Marie` may be written in one word.
            if let first = name.split(separator: " ").first {
                byPart[first.lowercased().filter(\.isLetter), default: []].insert(name)
            }
        }
        self.byPart = byPart
        sieve = WordSieve(byPart.keys)
    }

    /// Every name of which a part stands in the entries' words, their channels' names or their voices' names.
    func names(in entries: some Sequence<LedgerEntry>) -> Set<String> {
        var parts: Set<String> = []
        var seen: Set<String> = []
        for entry in entries {
            find(in: entry.quote, &parts)
            for name in [entry.voice.name, entry.channelName] where seen.insert(name).inserted {
                find(in: name, &parts)
            }
        }
        return parts.reduce(into: []) { found, part in
            if let names = byPart[part] { found.formUnion(names) }
        }
    }

    /// The parts of a text that may be names.
    private func find(in text: String, _ parts: inout Set<String>) {
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let start = place
                var number = WordSieve.seed
                var isPlain = true
                while place < bytes.count, WordSieve.isPart(bytes[place]) {
                    if bytes[place] >= 128 { isPlain = false }
                    number = WordSieve.next(number, bytes[place])
                    place += 1
                }
                if place == start {
                    place += 1
                } else if !isPlain {
                    // Letters beyond ASCII become small, and stand apart, by Unicode's rules.
                    parts.formUnion(Self.parts(of: String(decoding: bytes[start..<place], as: UTF8.self)))
                } else if sieve.mayHold(number) {
                    parts.insert(String(decoding: bytes[start..<place], as: UTF8.self).lowercased())
                }
            }
        }
    }

    /// Letters and digits that stand together, in small letters.
    private static func parts(of text: String) -> [String] {
        text.lowercased().unicodeScalars.split { scalar in
            switch scalar.value {
            case 48...57, 97...122: false
            case 0..<128: true
            default: !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            }
        }.map { String($0) }
    }
}

/// Tells at once of most words that they are none of some: it never errs the other way (Bloom 1970).
private struct WordSieve: Sendable {
    private let bits: [UInt64]

    static let seed: UInt64 = 14_695_981_039_346_656_037

    init(_ words: some Collection<String>) {
        var size = 64
        while size < words.count { size *= 2 }
        // A sixteenth of the bits is set at most.
        var bits = [UInt64](repeating: 0, count: size / 4)
        for word in words {
            let number = word.utf8.reduce(Self.seed) { Self.next($0, $1) }
            let bit = Self.bit(number, of: bits.count * 64)
            bits[bit / 64] |= 1 << UInt64(bit % 64)
        }
        self.bits = bits
    }

    func mayHold(_ number: UInt64) -> Bool {
        let bit = Self.bit(number, of: bits.count * 64)
        return bits[bit / 64] & (1 << UInt64(bit % 64)) != 0
    }

    /// A letter or digit, or part of one beyond ASCII.
    static func isPart(_ byte: UInt8) -> Bool {
        byte >= 128 || (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57
    }

    /// The number of a word with one more byte, the same for capitals and small letters.
    static func next(_ number: UInt64, _ byte: UInt8) -> UInt64 {
        (number ^ UInt64(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)) &* 1_099_511_628_211
    }

    private static func bit(_ number: UInt64, of count: Int) -> Int {
        Int((number ^ (number >> 32)) & UInt64(count - 1))
    }
}
