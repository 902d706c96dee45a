/// Names that are read as one word, so that a text does not depend on how long a name is.
struct NameBook: Sendable {
    private var byFirst: [String: [[String]]] = [:]
    private var written: [String: String] = [:]

    /// Full names, and the given name of each by itself.
    init(_ names: some Sequence<String>) {
        for name in names {
            let parts = name.split(separator: " ").map { $0.lowercased() }
            guard let first = parts.first else { continue }
            if let given = name.split(separator: " ").first, given.first?.isUppercase == true {
                written[first] = String(given)
            }
            for known in [parts, [first]]
            where !(byFirst[first] ?? []).contains(known) && (known.count > 1 || first.count > 1) {
                byFirst[first, default: []].append(known)
            }
        }
        for first in byFirst.keys { byFirst[first]?.sort { ($1.count, $0[0]) < ($0.count, $1[0]) } }
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
        guard let token = tokens.first else { return 0 }
        let isCalled = token.hasPrefix("@")
        guard isCalled || token.first?.isUppercase == true else { return 0 }
        for parts in byFirst[Self.folded(token)] ?? [] where parts.count <= tokens.count {
            let here = tokens.prefix(parts.count).map(Self.folded)
            if here == parts { return parts.count }
        }
        return 0
    }

    /// True for a name of the book that stands as one word, whatever its first letter.
    func isName(_ token: String) -> Bool {
        if !token.contains("\u{A0}"), !token.contains(" ") {
            let small = Self.folded(token[...])
            return (byFirst[small] ?? []).contains([small])
        }
        let parts = token.split { $0 == " " || $0 == "\u{A0}" }.map { Self.folded($0[...]) }
        guard let first = parts.first else { return false }
        return (byFirst[first] ?? []).contains(parts)
    }

    private static func folded(_ token: Substring) -> String {
        var text = Cutter.folded(token)
        if text.hasSuffix("'s") { text.removeLast(2) }
        return text
    }
}
