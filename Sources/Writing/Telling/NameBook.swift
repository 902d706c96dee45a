/// Names that are read as one word, so that a text does not depend on how long a name is.
struct NameBook: Sendable {
    /// Every name of more than one part, in parts.
    private var known: Set<[String]> = []
    /// Names that may stand as one word.
    private var single: Set<String> = []
    /// How many parts names have that begin so, the longest first.
    private var lengths: [String: [Int]] = [:]
    private var written: [String: String] = [:]

    /// Full names, and the given name of each by itself.
    init(_ names: some Sequence<String>) {
        for name in names {
            let parts = name.split(separator: " ").map { $0.lowercased() }
            guard let first = parts.first else { continue }
            if let given = name.split(separator: " ").first, given.first?.isUppercase == true {
                written[first] = String(given)
            }
            if parts.count > 1 {
                known.insert(parts)
                if lengths[first]?.contains(parts.count) != true { lengths[first, default: []].append(parts.count) }
            }
            if first.count > 1 { single.insert(first) }
        }
        for first in lengths.keys { lengths[first]?.sort(by: >) }
    }

    /// A name as its owner writes it, where it was called in small letters; marks at its end stay.
    func shown(_ called: String) -> String {
        let core = called.prefix { $0.isLetter || $0 == "-" }
        guard called.first?.isLowercase == true, let name = written[core.lowercased()] else { return called }
        return name + called.dropFirst(core.count)
    }

    /// How many tokens from a place on are one name, none being 0.
    ///
    /// Shape: without `@` a name needs a capital, since many given names are words as well.
    func length(of tokens: ArraySlice<Substring>) -> Int {
        guard let token = tokens.first, let byte = token.utf8.first else { return 0 }
        // Most words begin with a small letter.
        guard byte < 97 || byte > 122 else { return 0 }
        let isCalled = token.hasPrefix("@")
        guard isCalled || token.first?.isUppercase == true else { return 0 }
        let first = Self.folded(token)
        for count in lengths[first] ?? [] where count <= tokens.count {
            if known.contains(tokens.prefix(count).map(Self.folded)) { return count }
        }
        return single.contains(first) ? 1 : 0
    }

    /// True for a name of the book that stands as one word, whatever its first letter.
    func isName(_ token: String) -> Bool { isName(token, folded: Cutter.folded(token)) }

    /// The same for a word whose small letters are known.
    func isName(_ token: String, folded small: String) -> Bool {
        if !token.utf8.contains(where: { $0 >= 128 || $0 == 32 }) { return single.contains(Self.bare(small)) }
        if !token.contains("\u{A0}"), !token.contains(" ") { return single.contains(Self.bare(small)) }
        let parts = token.split { $0 == " " || $0 == "\u{A0}" }.map { Self.folded($0[...]) }
        return parts.count == 1 ? single.contains(parts[0]) : known.contains(parts)
    }

    private static func folded(_ token: Substring) -> String { bare(Cutter.folded(token)) }

    /// Without `'s`.
    private static func bare(_ small: String) -> String {
        guard small.utf8.last == UInt8(ascii: "s"), small.hasSuffix("'s") else { return small }
        return String(small.dropLast(2))
    }
}
