import Foundation

/// A title cut into words and marks, in a form that patterns can be held against.
///
/// Reading is linear in the length of the title, whatever stands in it.
struct TitleText: Sendable, Hashable {
    /// A word, or one mark that is neither letter, digit nor space.
    struct Token: Sendable, Hashable {
        var text: String
        var isWord: Bool
        var spaceBefore: Bool
    }

    private(set) var tokens: [Token]

    /// Cuts text that is already in small letters.
    init(_ text: String) {
        tokens = []
        var word = ""
        var space = false
        func endWord(_ tokens: inout [Token]) {
            guard !word.isEmpty else { return }
            tokens.append(Token(text: word, isWord: true, spaceBefore: space && !tokens.isEmpty))
            word = ""
            space = false
        }
        for scalar in text.unicodeScalars {
            if Self.isWord(scalar) {
                word.unicodeScalars.append(scalar)
            } else if scalar == " " || scalar.properties.isWhitespace {
                endWord(&tokens)
                space = true
            } else {
                endWord(&tokens)
                tokens.append(Token(text: String(scalar), isWord: false, spaceBefore: space && !tokens.isEmpty))
                space = false
            }
        }
        endWord(&tokens)
        trim()
    }

    init(tokens: [Token]) {
        self.tokens = tokens
        trim()
    }

    /// The words and marks as one line.
    var line: String {
        var line = ""
        for token in tokens { line += (token.spaceBefore && !line.isEmpty ? " " : "") + token.text }
        return line
    }

    /// Words only; marks are left out.
    var words: [String] { tokens.filter(\.isWord).map(\.text) }

    /// The last stretch without a space: its first token's place.
    var lastChunk: Int { tokens.lastIndex(where: \.spaceBefore) ?? 0 }

    /// Marks at the ends that carry no meaning go.
    private mutating func trim() {
        let loose: Set<String> = [",", ";", "-"]
        while let last = tokens.last, !last.isWord, loose.contains(last.text) { tokens.removeLast() }
        let lead = tokens.prefix { !$0.isWord && loose.contains($0.text) }.count
        tokens.removeFirst(lead)
        if !tokens.isEmpty { tokens[0].spaceBefore = false }
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "_"
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    // MARK: Letters

    /// Small letters in one form: full-width letters, ligatures and Roman digits become plain ones.
    static func plain(_ title: String) -> String {
        let ascii = title.utf8.allSatisfy { $0 < 0x80 }
        let text = ascii ? title.lowercased() : title.precomposedStringWithCompatibilityMapping.lowercased()
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "’": plain.append("'")
            case "(", ")", "[", "]", "–", "—", "/", "|", "{", "}", "·", "•", "\u{2012}", "\u{2015}":
                plain.append(" ")
            // Invisible signs that word processors leave behind.
            case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}"..."\u{2064}", "\u{FEFF}", "\u{FE00}"..."\u{FE0F}": break
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// A word without accents, for looking it up.
    static func unaccented(_ word: String) -> String {
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
        var bare = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                bare.append(scalar)
            } else if let letters = letters[scalar] {
                for letter in letters.unicodeScalars { bare.append(letter) }
            } else if !(0x300...0x36F).contains(scalar.value) {
                bare.append(scalar)
            }
        }
        return String(bare)
    }

    /// Accented small letters of European languages, and ё, which is often written without its dots.
    private static let letters: [Unicode.Scalar: String] = {
        let table = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšșſ",
            "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "е": "ё",
        ]
        var letters: [Unicode.Scalar: String] = [:]
        for (plain, accented) in table { for scalar in accented.unicodeScalars { letters[scalar] = plain } }
        return letters
    }()
}
