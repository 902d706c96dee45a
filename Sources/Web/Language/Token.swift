/// A piece of a Mustache template: text, a variable, an inline tag, or something that parts what is read.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case text, variable, opening, closing, cut
    }

    let kind: Kind
    let text: String

    var isTag: Bool { kind == .opening || kind == .closing }
    var isOpening: Bool { kind == .opening }
    /// A tag's name.
    var name: String { isTag ? Self.name(of: text) : "" }

    /// True for text with a letter in it that is no character reference and not the program's name alone.
    var hasWords: Bool {
        guard kind == .text else { return false }
        let bytes = Array(text.utf8)
        var letters: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "&"), let end = bytes[place...].firstIndex(of: UInt8(ascii: ";")),
                bytes[place..<end].dropFirst().allSatisfy({ Self.isLetter($0) || Self.isReference($0) })
            {
                place = end
            } else if Self.isLetter(bytes[place]) {
                letters.append(bytes[place])
            }
            place += 1
        }
        return !letters.isEmpty && letters != Self.program
    }

    private static let program = Array("Crosstie".utf8)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }
    private static func isReference(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || (byte >= 48 && byte <= 57) }

    /// Tags inside a sentence; all others part it.
    private static let inline: Set<String> = ["a", "strong", "span", "time", "code", "em", "q", "s", "sup"]

    static func name(of tag: String) -> String {
        String(tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
    }

    /// Text between two parting pieces, and the parting pieces.
    enum Run {
        case words([Token])
        case cut(String)
    }

    static func runs(of template: String) -> [Run] {
        var runs: [Run] = []
        var run: [Token] = []
        for token in all(of: template) {
            guard token.kind == .cut else {
                run.append(token)
                continue
            }
            if !run.isEmpty { runs.append(.words(run)) }
            run = []
            runs.append(.cut(token.text))
        }
        return run.isEmpty ? runs : runs + [.words(run)]
    }

    /// Which opening tag belongs to which closing one, both ways.
    static func partners(in run: [Token]) -> [Int: Int] {
        var partners: [Int: Int] = [:]
        var open: [Int] = []
        for (place, token) in run.enumerated() {
            if token.kind == .opening { open.append(place) }
            guard token.kind == .closing, let last = open.last, run[last].name == token.name else { continue }
            open.removeLast()
            partners[last] = place
            partners[place] = last
        }
        return partners
    }

    /// Every piece, in order; joined again they are the template.
    static func all(of template: String) -> [Token] {
        let bytes = Array(template.utf8)
        var tokens: [Token] = []
        var (place, text) = (0, 0)
        func flush(_ end: Int) {
            if text < end {
                tokens.append(Token(kind: .text, text: String(decoding: bytes[text..<end], as: UTF8.self)))
            }
        }
        while place < bytes.count {
            let end: Int? =
                switch bytes[place] {
                case UInt8(ascii: "{"): mustache(bytes, place)
                case UInt8(ascii: "<"): markup(bytes, place)
                default: nil
                }
            guard let end else {
                place += 1
                continue
            }
            flush(place)
            tokens.append(token(String(decoding: bytes[place..<end], as: UTF8.self)))
            (place, text) = (end, end)
        }
        flush(bytes.count)
        return tokens
    }

    private static func token(_ text: String) -> Token {
        if text.hasPrefix("{{") {
            let sign = text.dropFirst(2).first ?? "}"
            return Token(kind: "#^/$<>!".contains(sign) ? .cut : .variable, text: text)
        }
        guard inline.contains(name(of: text)) else { return Token(kind: .cut, text: text) }
        return Token(kind: text.hasPrefix("</") ? .closing : .opening, text: text)
    }

    /// The end of `{{…}}` or `{{{…}}}`; nil where it is a brace like any other.
    private static func mustache(_ bytes: [UInt8], _ start: Int) -> Int? {
        let brace = UInt8(ascii: "{")
        guard start + 1 < bytes.count, bytes[start + 1] == brace else { return nil }
        let braces = start + 2 < bytes.count && bytes[start + 2] == brace ? 3 : 2
        var place = start + braces
        while place + braces <= bytes.count {
            if bytes[place..<place + braces].allSatisfy({ $0 == UInt8(ascii: "}") }) { return place + braces }
            place += 1
        }
        return nil
    }

    /// The end of a tag, which may hold `{{…}}`; nil where it is a sign like any other.
    private static func markup(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let first = bytes[start + 1]
        guard isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "!") else { return nil }
        var place = start + 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ">"): return place + 1
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "{"): place = mustache(bytes, place) ?? place + 1
            default: place += 1
            }
        }
        return nil
    }

    /// Where the value of a tag's `aria-label` stands; nil for a tag without.
    static func label(in tag: String) -> Range<Int>? {
        let (bytes, name) = (Array(tag.utf8), Array("aria-label=\"".utf8))
        guard bytes.count > name.count else { return nil }
        for place in 0..<bytes.count - name.count where bytes[place] == name[0] {
            let start = place + name.count
            guard Array(bytes[place..<start]) == name,
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            return start..<end
        }
        return nil
    }
}
