import Evidence

/// Who takes part: the person, those who speak, and whoever else is known by name.
struct Cast {
    /// The names of the person and of those who speak, in parts; the person comes first.
    let people: [[String]]
    /// Parts of the names of everybody in the workspace.
    let everybody: Set<String>

    private let holders: [String: Set<Int>]

    /// Number of the person whom the text is about.
    static let subject = 0

    /// Shape: `everybody` are parts of names.
    init(subject: String, voices: [String], everybody: Set<String>) {
        var people = [Self.parts(of: subject)]
        for voice in voices {
            let parts = Self.parts(of: voice)
            if !parts.isEmpty, !people.contains(parts) { people.append(parts) }
        }
        self.people = people
        self.everybody = everybody
        var holders: [String: Set<Int>] = [:]
        for (number, parts) in people.enumerated() {
            for part in parts { holders[part, default: []].insert(number) }
            // Double names: `Stanhope-Lind` is one word in a text.
            for (one, other) in zip(parts, parts.dropFirst()) { holders["\(one)-\(other)", default: []].insert(number) }
        }
        self.holders = holders
    }

    static func parts(of name: String) -> [String] {
        if WordBreaks.isPlain(name[...]) {
            return name.lowercased().utf8.split { byte in
                !(byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57)
            }.map { String(Substring($0)) }
        }
        return name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    func number(of name: String) -> Int { people.firstIndex(of: Self.parts(of: name)) ?? Self.subject }

    /// True for a small part of a name: `de`, `van`.
    func isParticle(_ word: CheckedText.Word) -> Bool {
        !word.isCapital && word.small.utf8.count <= 3 && holders[word.small] != nil
    }

    /// Whom a word names, as part of a name; empty where it names none of them.
    func holders(of word: CheckedText.Word) -> Set<Int> {
        guard word.isCapital || word.small.utf8.count > 3 else { return [] }
        guard word.isCapital || !CheckWords.verbs.contains(word.small) else { return [] }
        return holders[word.small] ?? []
    }
}

/// Who does what a word says.
enum Agent: Hashable {
    /// One of these people.
    case people(Set<Int>)
    /// Somebody else, by name.
    case named(String)
    /// The speaker and others.
    case group
    /// Somebody or something that is no person with a name.
    case thing(Int)
    /// It is not said.
    case unsaid
}
