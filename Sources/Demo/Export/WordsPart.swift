/// A run of lines of one message that look alike: code, quote, bullets or plain.
enum WordsPart: Sendable, Equatable {
    case code([String])
    case quote([String])
    case bullets([String])
    case lines([String])

    /// Splits a message into its runs; a fence that is never closed reaches to the end.
    static func split(_ words: String) -> [WordsPart] {
        var parts: [WordsPart] = []
        var code: [String]?
        for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let lines = code { parts.append(.code(lines)) }
                code = code == nil ? [] : nil
            } else if code != nil {
                code?.append(String(line))
            } else if line.hasPrefix("> ") {
                parts.extend(.quote([String(line.dropFirst(2))]))
            } else if line.hasPrefix("- ") {
                parts.extend(.bullets([String(line.dropFirst(2))]))
            } else if !(line.isEmpty && parts.isEmpty) {
                parts.extend(.lines([String(line)]))
            }
        }
        if let lines = code { parts.append(.code(lines)) }
        return parts
    }
}

extension [WordsPart] {
    fileprivate mutating func extend(_ part: WordsPart) {
        switch (last, part) {
        case (.quote(let before), .quote(let more)): self[count - 1] = .quote(before + more)
        case (.bullets(let before), .bullets(let more)): self[count - 1] = .bullets(before + more)
        case (.lines(let before), .lines(let more)): self[count - 1] = .lines(before + more)
        default: append(part)
        }
    }
}
