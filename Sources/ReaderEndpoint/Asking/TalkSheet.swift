import Signals

/// A passage as a model gets to see it: people are `P1`, `P2` …, texts are cut short and rid of what the eye cannot see.
struct TalkSheet: Sendable {
    /// The people, `P1` first; what the passage calls them.
    let people: [String]
    /// The talk before, oldest first, then the target.
    let lines: [Line]

    struct Line: Sendable, Encodable {
        let who: String
        let says: String
    }

    /// Bytes of the target and of each message around it that are shown.
    static let targetBytes = 2400
    static let contextBytes = 600
    /// More people than this are `@somebody`.
    static let mostPeople = 24

    init(_ passage: Passage) {
        var around = Array(passage.before.suffix(4))
        if let root = passage.root, !around.contains(where: { $0.who == root.who && $0.text == root.text }) {
            around.insert(root, at: 0)
        }
        var people = [passage.target.who]
        func add(_ who: String) {
            if people.count < Self.mostPeople, !people.contains(who) { people.append(who) }
        }
        for one in around { add(one.who) }
        for one in [passage.target] + around {
            for mention in one.mentions { add(mention.who) }
        }
        let masks = NameMask(people)
        lines =
            around.map { Line(who: masks.label($0.who), says: masks.masked($0, limit: Self.contextBytes)) }
            + [Line(who: masks.label(passage.target.who), says: masks.masked(passage.target, limit: Self.targetBytes))]
        self.people = people
    }

    /// Whom a label of the answer means; nil when nobody here.
    func subject(_ label: String) -> Subject? {
        switch label {
        case "P1", "author": return .author
        case "group": return .group
        case "unknown": return .unknown
        default:
            guard label.first == "P", let number = Int(label.dropFirst()), String(number) == label.dropFirst(),
                (2...max(2, people.count)).contains(number), number <= people.count
            else { return nil }
            return .participant(people[number - 1])
        }
    }
}

/// Puts labels in the place of names.
private struct NameMask {
    private let labels: [String: String]
    private let parts: [String: String]

    init(_ people: [String]) {
        var labels: [String: String] = [:]
        var parts: [String: String?] = [:]
        for (index, who) in people.enumerated() {
            let label = "P\(index + 1)"
            labels[who] = label
            for part in Set(
                who.split(whereSeparator: { !$0.isLetter }).filter { $0.count >= 3 }.map { $0.lowercased() }
            ) {
                // A part that two people share means neither.
                parts[part] = parts.keys.contains(part) ? .some(nil) : label
            }
        }
        self.labels = labels
        self.parts = parts.compactMapValues { $0 }
    }

    func label(_ who: String) -> String { labels[who] ?? "somebody" }

    /// The text with labels for mentions, and for names that stand there as names, with a capital letter.
    func masked(_ utterance: Utterance, limit: Int) -> String {
        let bytes = utterance.text.utf8
        var text = ""
        var at = bytes.startIndex
        let mentions = utterance.mentions.filter { $0.span != nil }
        for mention in mentions.sorted(by: { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }) {
            guard let span = mention.span, span.lowerBound >= bytes.distance(from: bytes.startIndex, to: at),
                span.upperBound <= bytes.count
            else { continue }
            let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
            text += words(utterance.text[at..<start]) + "@" + label(mention.who)
            at = bytes.index(bytes.startIndex, offsetBy: span.upperBound)
        }
        text += words(utterance.text[at...])
        return Self.cut(text, limit: limit)
    }

    private func words(_ text: Substring) -> String {
        var result = ""
        var word = ""
        func close() {
            if word.first?.isUppercase == true, let label = parts[word.lowercased()] {
                result += label
            } else {
                result += word
            }
            word = ""
        }
        for character in text {
            if character.isLetter {
                word.append(character)
            } else {
                close()
                result.append(character)
            }
        }
        close()
        return result
    }

    /// What fits into the limit, without marks that only machines see.
    private static func cut(_ text: String, limit: Int) -> String {
        var kept = String.UnicodeScalarView()
        var bytes = 0
        for scalar in text.unicodeScalars {
            let isSeen =
                switch scalar.value {
                case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
                    0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0xE000...0xF8FF:
                    false
                default: true
                }
            guard isSeen else { continue }
            bytes += UTF8.width(scalar)
            guard bytes <= limit else {
                kept.append("…")
                break
            }
            kept.append(scalar)
        }
        return String(kept)
    }
}
