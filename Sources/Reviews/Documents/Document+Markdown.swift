extension Document {
    /// The document as Markdown, with its sources as footnotes.
    ///
    /// Source: CommonMark 0.31; footnotes as GitHub and Pandoc write them. Whatever somebody said stays words: every mark that
    /// could begin markup is escaped.
    public var markdown: String {
        var paragraphs = ["# \(Self.escaped(title))"]
        if !facts.isEmpty { paragraphs.append(Self.list(facts)) }
        if let lead { paragraphs.append("*\(Self.escaped(lead))*") }
        for block in blocks {
            if let title = block.title { paragraphs.append("## \(Self.escaped(title))") }
            if !block.lines.isEmpty { paragraphs.append(Self.markdown(of: block)) }
        }
        if !closing.isEmpty { paragraphs += ["---", Self.list(closing)] }
        if !notes.isEmpty { paragraphs.append(notes.map(Self.markdown).joined(separator: "\n")) }
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    private static func list(_ facts: [Fact]) -> String {
        facts.map { "- **\(escaped($0.name)):** \(escaped($0.words))" }.joined(separator: "\n")
    }

    private static func markdown(of block: Block) -> String {
        let lines = block.lines.map(markdown)
        switch block.form {
        case .paragraph: return lines.joined(separator: " ")
        case .list: return lines.map { "- \($0)" }.joined(separator: "\n")
        case .numbered: return lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
        case .quotation: return lines.map { "> \($0)" }.joined(separator: "\n>\n")
        }
    }

    private static func markdown(of line: Line) -> String {
        let hand = line.hand.map { " *(\(escaped($0)))*" } ?? ""
        let mark = line.mark.map { " **\(escaped($0))**" } ?? ""
        return escaped(line.text) + line.cites.map { "[^\($0)]" }.joined() + hand + mark
    }

    private static func markdown(of note: Note) -> String {
        var parts = ["[^\(note.number)]: \(escaped(note.label))\(note.quote == nil ? "." : ":")"]
        if let quote = note.quote { parts.append("“\(escaped(quote))”") }
        if let mark = note.mark { parts.append("**\(escaped(mark))**") }
        if let link = safe(note.link) { parts.append("[Open](<\(link)>)") }
        return parts.joined(separator: " ")
    }

    /// Plain text that Markdown reads as itself.
    static func escaped(_ text: String) -> String {
        var result = ""
        let text = plain(text)
        var isStart = true
        var digits = false
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "$", "^": result.append("\\")
            // What could begin a heading, a list or a rule at the start of a line.
            case "#", "+", "-", "=", ":": if isStart { result.append("\\") }
            case ".", ")": if digits { result.append("\\") }
            default: break
            }
            result.append(character)
            digits = character.isASCII && character.isNumber && (isStart || digits)
            isStart = false
        }
        // Bare addresses would become links in some readers; what somebody said leads nowhere.
        return result.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
    }
}
