/// How easily a text reads; English only.
///
/// Source: Kincaid et al. 1975; the syllable rule is ours (`docs/methods.md`, "Readability").
public struct Readability: Sendable, Hashable {
    /// Sentences, each ended by a stop, a question or an exclamation mark.
    public let sentences: Int
    /// Words: a letter, then letters, apostrophes and hyphens.
    public let words: Int
    /// Syllables, by spelling.
    public let syllables: Int

    /// Counts a text.
    public init(_ text: String) {
        let found = Self.words(of: text)
        words = found.count
        sentences = found.isEmpty ? 0 : max(1, Self.ends(in: text))
        syllables = found.reduce(0) { $0 + Self.syllables(of: $1) }
    }

    /// School years that it takes to read it at ease, Flesch–Kincaid; 0 for a text without words.
    public var grade: Double {
        guard words > 0 else { return 0 }
        return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    }

    /// Reading ease after Flesch, higher is easier; 0 for a text without words.
    public var ease: Double {
        guard words > 0 else { return 0 }
        return 206.835 - 1.015 * Double(words) / Double(sentences) - 84.6 * Double(syllables) / Double(words)
    }

    /// Words in a sentence, on average; 0 for a text without words.
    public var sentenceLength: Double { sentences > 0 ? Double(words) / Double(sentences) : 0 }

    private static func words(of text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for byte in text.utf8 {
            if isLetter(byte) || (!word.isEmpty && (byte == 39 || byte == 45)) {
                word.append(byte)
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Marks that end a sentence: a run of them before a space or the end of the text.
    private static func ends(in text: String) -> Int {
        var count = 0
        var isRun = false
        var hasWords = false
        for byte in text.utf8 {
            if byte == 46 || byte == 33 || byte == 63 {
                isRun = true
            } else {
                if isRun, byte == 32 || (9...13).contains(byte) {
                    if hasWords { count += 1 }
                    hasWords = false
                }
                isRun = false
                if isLetter(byte) { hasWords = true }
            }
        }
        return count + (hasWords ? 1 : 0)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }

    /// Groups of vowels, less a silent e, and less the endings that are not spoken; at least one.
    static func syllables(of word: [UInt8]) -> Int {
        let letters = word.filter(isLetter).map { $0 | 0x20 }
        var groups = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouy".utf8.contains(letter)
            if isVowel, !wasVowel { groups += 1 }
            wasVowel = isVowel
        }
        func ends(_ text: String) -> Bool {
            letters.count > text.utf8.count && letters.suffix(text.utf8.count).elementsEqual(text.utf8)
        }
        if ends("e"), !ends("le"), !ends("ee"), !ends("ye") {
            groups -= 1
        } else if ends("es"), !["ses", "xes", "zes", "ches", "shes", "ges", "ces"].contains(where: ends) {
            groups -= 1
        } else if ends("ed"), !ends("ted"), !ends("ded") {
            groups -= 1
        }
        return max(1, groups)
    }
}
