/// Puts labels in the place of whatever says who somebody is, and takes them back, one for one.
///
/// A model sees no name, handle, channel, address, pronoun, title or skin tone; so it cannot tell a woman from a man, or a
/// manager from anybody else. Source: `docs/methods.md`, "Rewording by a model"; `SameEvidence`.
struct Mask: Sendable {
    private let people: PeopleOfMask
    /// What each label stands for.
    private(set) var surfaces: [String: String] = [:]
    private var labels: [String: String] = [:]
    private var counts: [Character: Int] = [:]
    private var forms: [String: Int] = [:]
    private var numbers: [String: Int] = [:]

    /// The sort of a label, its first letter.
    enum Sort: Character, Sendable {
        case person = "P", handle = "H", channel = "C", link = "L", pronoun = "T", title = "W", emoji = "E",
            bracket = "X", name = "N"

        /// True for those that have a part in the sentence and keep their order.
        var hasPart: Bool { self == .person || self == .handle || self == .pronoun }
    }

    init(subject: String, names: [String]) {
        people = PeopleOfMask(subject: subject, names: names)
        _ = number(ofPerson: PeopleOfMask.person(named: subject))
    }

    /// The text with labels; `unmasked` gives it back byte for byte.
    mutating func masked(_ text: String, isQuote: Bool) -> String {
        var scan = MaskScan(text, people: people, masksStrangers: isQuote)
        var result = ""
        while let part = scan.next() {
            switch part {
            case .plain(let text): result += text
            case .label(let sort, let surface, let person): result += label(sort, String(surface), person: person)
            }
        }
        return result
    }

    /// The text with what its labels stand for; nil where a label is none of this mask, or a bracket stands alone.
    func unmasked(_ text: String) -> String? {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "[" || $0 == "]" }) {
            guard rest[start] == "[", let end = rest[start...].firstIndex(of: "]"),
                let surface = surfaces[String(rest[start...end])]
            else { return nil }
            result += rest[..<start] + surface
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// The sort of a label; nil for anything else.
    static func sort(of label: some StringProtocol) -> Sort? {
        guard label.first == "[", label.last == "]", let letter = label.dropFirst().first else { return nil }
        return Sort(rawValue: letter)
    }

    private mutating func label(_ sort: Sort, _ surface: String, person: String?) -> String {
        // A pronoun gets a label of its own each time: which forms are alike would tell he from she.
        let key = sort == .pronoun || sort == .title ? nil : "\(sort.rawValue)\(person ?? "")\u{1F}\(surface)"
        if let key, let label = labels[key] { return label }
        let label: String
        if let person {
            let number = number(ofPerson: person)
            let form = forms[person, default: 0]
            forms[person] = form + 1
            label = form == 0 ? "[P\(number)]" : "[P\(number).\(form + 1)]"
        } else {
            counts[sort.rawValue, default: 0] += 1
            label = "[\(sort.rawValue)\(counts[sort.rawValue] ?? 1)]"
        }
        surfaces[label] = surface
        if let key { labels[key] = label }
        return label
    }

    private mutating func number(ofPerson person: String) -> Int {
        if let number = numbers[person] { return number }
        numbers[person] = numbers.count + 1
        return numbers.count
    }
}

/// The people whom a mask knows: whole names, their parts and handles.
struct PeopleOfMask: Sendable {
    /// Names as small words, by their first word, the longest first; with the person whom they mean.
    private var byFirst: [String: [(words: [String], person: String)]] = [:]
    /// Single parts of names; a part that several people have stands for itself.
    private var parts: [String: String] = [:]
    /// Parts of three letters and more, with a capital.
    private let capitals: Set<String>

    init(subject: String, names: [String]) {
        for name in Set(names + [subject]).sorted() {
            let words = Self.words(name)
            guard let first = words.first else { continue }
            let person = Self.person(named: name)
            byFirst[first, default: []].append((words, person))
            // A double name is one name, also where it stands alone: two labels would tell it from a single one.
            for double in name.split(separator: " ").map({ Self.words(String($0)) }) where double.count > 1 {
                byFirst[double[0], default: []].append((double, person))
            }
            for part in Set(words) where part.count >= 2 {
                parts[part] = parts[part].map { $0 == person ? $0 : part } ?? person
            }
        }
        capitals = Set(parts.keys.filter { $0.count >= 3 }.map { $0.prefix(1).uppercased() + $0.dropFirst() })
        for first in byFirst.keys { byFirst[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// The one way in which a person is written here, whatever marks a name holds.
    static func person(named name: String) -> String { words(name).joined(separator: " ") }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The whole name that begins here: how many words it has, and whose it is.
    func name(from words: [Substring]) -> (count: Int, person: String)? {
        guard let first = words.first else { return nil }
        let small = words.prefix(6).map { $0.lowercased() }
        for candidate in byFirst[first.lowercased()] ?? [] where candidate.words.count >= 2 {
            if small.starts(with: candidate.words) { return (candidate.words.count, candidate.person) }
        }
        return nil
    }

    /// True for a word that holds a name with its capital, as `fixLena` does.
    func isInside(_ word: some StringProtocol) -> Bool {
        guard word.dropFirst().contains(where: \.isUppercase) || word.contains(where: \.isNumber) else { return false }
        return capitals.contains { word.contains($0) }
    }

    /// Whose name a single word is a part of.
    func person(of word: some StringProtocol) -> String? { parts[word.lowercased()] }
}
