import Evidence

/// Whose names can stand in some words.
///
/// Texts know a name as one wherever it stands. In a company of thousands, taking everybody's names apart for each text would
/// cost more than the text; so each text is given the names that can occur in what it tells.
struct NameIndex: Sendable {
    /// Names by each of their parts, in small letters.
    private let byPart: [String: Set<String>]

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
    }

    /// Every name of which a part stands in the entries' words, their channels' names or their voices' names.
    func names(in entries: [LedgerEntry]) -> Set<String> {
        var parts: Set<String> = []
        var seen: Set<String> = []
        for entry in entries {
            parts.formUnion(Self.parts(of: entry.quote))
            for name in [entry.voice.name, entry.channelName] where seen.insert(name).inserted {
                parts.formUnion(Self.parts(of: name))
            }
        }
        return parts.reduce(into: []) { found, part in
            if let names = byPart[part] { found.formUnion(names) }
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
