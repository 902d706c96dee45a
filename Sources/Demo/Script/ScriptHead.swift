/// What stands before the words of a spoken line, and the words: `> maren +eyes(jonas,li) {edit} [label]: words`.
struct ScriptHead {
    private(set) var speaker = ""
    private(set) var isReply = false
    private(set) var shownInChannel = false
    private(set) var reactions: [(name: String, people: [String])] = []
    private(set) var edited = false
    private(set) var label: String?
    private(set) var words = ""

    /// Reads a spoken line.
    static func read(_ line: Substring) throws(DemoError.Fault) -> ScriptHead {
        var head = ScriptHead()
        var rest = line
        if rest.first == ">" {
            head.isReply = true
            rest = rest.dropFirst()
            if rest.first == "!" {
                head.shownInChannel = true
                rest = rest.dropFirst()
            }
        }
        rest = rest.drop { $0 == " " }
        let key = rest.prefix { ("a"..."z").contains($0) }
        guard !key.isEmpty else { throw unreadable(rest, in: line) }
        head.speaker = String(key)
        rest = rest.dropFirst(key.count)
        while true {
            rest = rest.drop { $0 == " " }
            switch rest.first {
            case ":":
                let words = rest.dropFirst()
                guard words.isEmpty || words.first == " " else { throw unreadable(rest, in: line) }
                head.words = String(words.dropFirst())
                return head
            case "+": rest = try head.reaction(rest, in: line)
            case "{" where rest.hasPrefix("{edit}"):
                head.edited = true
                rest = rest.dropFirst(6)
            case "[":
                guard let end = rest.firstIndex(of: "]"), head.label == nil else { throw unreadable(rest, in: line) }
                head.label = String(rest[rest.index(after: rest.startIndex)..<end])
                rest = rest[rest.index(after: end)...]
            default: throw unreadable(rest, in: line)
            }
        }
    }

    private mutating func reaction(_ rest: Substring, in line: Substring) throws(DemoError.Fault) -> Substring {
        guard let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") else {
            throw Self.unreadable(rest, in: line)
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<open])
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_+-".contains($0) }) else {
            throw Self.unreadable(rest, in: line)
        }
        let people = rest[rest.index(after: open)..<close].split(separator: ",").map { $0.filter { $0 != " " } }
        guard !people.isEmpty else { throw Self.unreadable(rest, in: line) }
        guard Set(people).count == people.count, !reactions.contains(where: { $0.name == name }) else {
            throw .reactionTwice(name)
        }
        reactions.append((name, people))
        return rest[rest.index(after: close)...]
    }

    private static func unreadable(_ rest: Substring, in line: Substring) -> DemoError.Fault {
        .unreadable(
            column: line.distance(from: line.startIndex, to: rest.startIndex) + 1,
            text: String(rest.prefix(40))
        )
    }
}
