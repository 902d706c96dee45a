import Evidence
import Workspace

/// What a decision is, as one text: a line for each value, its name before it.
enum DecisionText {
    static func text(of content: DecisionContent) -> String {
        var lines: [String] = []
        func put(_ name: String, _ value: String) { if !value.isEmpty { lines.append("\(name) \(escaped(value))") } }
        put("words", content.words)
        put("day", String(content.day.days))
        for decider in content.deciders { put("decider", decider.text) }
        for alternative in content.alternatives { put("alternative", alternative) }
        put("expected", content.expected)
        put("sign", content.sign)
        put("topic", content.topic)
        for link in content.links { put("link", link) }
        for entry in content.entries { put("entry", entry.text) }
        if content.isNotBuilding { put("not-building", "yes") }
        if content.isOpen { put("open", "yes") }
        return lines.joined(separator: "\n")
    }

    /// Reads the text back; nil where there is none.
    ///
    /// Errors: `RecordError.unknownWord` for a name that this version does not know.
    static func content(_ text: String) throws -> DecisionContent? {
        guard !text.isEmpty else { return nil }
        var content = DecisionContent(day: CivilDate(days: 0), deciders: [], isOpen: false)
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            let value = parts.count == 2 ? unescaped(parts[1]) : ""
            switch parts[0] {
            case "words": content.words = value
            case "day": content.day = CivilDate(days: Int(value) ?? 0)
            case "decider": content.deciders.append(PersonID(value))
            case "alternative": content.alternatives.append(value)
            case "expected": content.expected = value
            case "sign": content.sign = value
            case "topic": content.topic = value
            case "link": content.links.append(value)
            case "entry": content.entries.append(EntryID(value))
            case "not-building": content.isNotBuilding = true
            case "open": content.isOpen = true
            default: throw RecordError.unknownWord(column: "content", word: String(parts[0]))
            }
        }
        return content
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\r\n", with: "\n").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\n")
    }

    private static func unescaped(_ text: Substring) -> String {
        var plain = ""
        var isEscape = false
        for character in text {
            if isEscape {
                plain.append(character == "n" ? "\n" : character)
                isEscape = false
            } else if character == "\\" {
                isEscape = true
            } else {
                plain.append(character)
            }
        }
        return plain
    }
}
