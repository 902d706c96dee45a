/// A few words to be found in a title, one after the other.
///
/// Shape: `^` begin, `$` end, `a/b` either, `word?` perhaps, `*` one word, `*?` perhaps one, `*3` up to three,
/// `!word` not followed by it; several patterns are parted by ` | `. Marks between words are passed over.
/// Finding is linear in the number of words: gaps are short, and nothing is tried twice from the same place.
struct TitlePattern: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case begin
        case end
        case word([String], optional: Bool)
        case gap(atMost: Int, atLeast: Int)
        case not([String])
    }

    /// The pattern as it is written.
    let source: String
    private let alternatives: [[Part]]

    /// Reads a pattern; what it cannot mean is taken as a word.
    init(_ source: String) {
        self.source = source
        var alternatives: [[Part]] = [[]]
        for piece in source.split(separator: " ") {
            if piece == "|" {
                alternatives.append([])
            } else {
                alternatives[alternatives.count - 1].append(Self.part(piece))
            }
        }
        self.alternatives = alternatives.filter { !$0.isEmpty }
    }

    /// Words of which at least one has to be there: those of each alternative's first fixed place.
    var keys: Set<String> {
        var keys: Set<String> = []
        for parts in alternatives {
            for case .word(let words, false) in parts {
                keys.formUnion(words)
                break
            }
        }
        return keys
    }

    /// Where the pattern is found among words; nil when it is not.
    func range(in words: [String]) -> Range<Int>? {
        for parts in alternatives {
            let starts = parts.first == .begin ? 0..<min(1, words.count) : 0..<words.count
            for start in starts {
                if let end = Self.match(parts, 0, words, from: start) { return start..<end }
            }
        }
        return nil
    }

    private static func match(_ parts: [Part], _ first: Int, _ words: [String], from start: Int) -> Int? {
        var place = start
        for index in first..<parts.count {
            switch parts[index] {
            case .begin: guard place == 0 else { return nil }
            case .end: guard place == words.count else { return nil }
            case .not(let others): if place < words.count, others.contains(words[place]) { return nil }
            case .word(let wanted, let optional):
                let found = place < words.count && wanted.contains(words[place])
                if optional, found, let end = match(parts, index + 1, words, from: place + 1) {
                    return end
                }
                if optional { continue }
                guard found else { return nil }
                place += 1
            case .gap(let most, let least):
                for length in least...most where place + length <= words.count {
                    if let end = match(parts, index + 1, words, from: place + length) { return end }
                }
                return nil
            }
        }
        return place
    }

    private static func part(_ piece: Substring) -> Part {
        switch piece {
        case "^": return .begin
        case "$": return .end
        case "*": return .gap(atMost: 1, atLeast: 1)
        case "*?": return .gap(atMost: 1, atLeast: 0)
        case "*2": return .gap(atMost: 2, atLeast: 0)
        case "*3": return .gap(atMost: 3, atLeast: 0)
        default: break
        }
        if piece.first == "!" { return .not(piece.dropFirst().split(separator: "/").map(String.init)) }
        let optional = piece.last == "?" && piece.count > 1
        let bare = optional ? piece.dropLast() : piece
        return .word(bare.split(separator: "/").map(String.init), optional: optional)
    }
}
