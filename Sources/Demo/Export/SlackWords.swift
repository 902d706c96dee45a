import Workspace

/// The two forms in which Slack keeps the words of one message: marked-up text and rich-text blocks.
struct SlackWords: Sendable {
    /// The text with Slack's escapes and tokens.
    let text: String
    /// The elements of the one rich-text block.
    let elements: [JSON]

    /// Brings a script's words into both forms.
    init(_ words: String, cast: Cast = .halvard) throws(DemoError.Fault) {
        var text: [String] = []
        var elements: [JSON] = []
        for part in WordsPart.split(words) {
            switch part {
            case .code(let lines):
                let code = lines.joined(separator: "\n")
                text.append("```" + Self.escaped(code) + "```")
                elements.append(Self.part("preformatted", [Self.plain(code)], extra: [("border", .number(0))]))
            case .quote(let lines):
                let read = try lines.readAll(cast)
                text += read.map { "&gt; " + Self.markup($0, cast) }
                elements.append(Self.part("quote", Self.joined(read, cast)))
            case .bullets(let lines):
                let read = try lines.readAll(cast)
                text += read.map { "• " + Self.markup($0, cast) }
                let items = read.map { Self.part("section", $0.flatMap { Self.rich($0, cast) }) }
                let style: [(String, JSON)] = [
                    ("style", .text("bullet")), ("indent", .number(0)), ("border", .number(0)),
                ]
                elements.append(Self.part("list", items, extra: style))
            case .lines(let lines):
                let read = try lines.readAll(cast)
                text += read.map { Self.markup($0, cast) }
                elements.append(Self.part("section", Self.joined(read, cast)))
            }
        }
        self.text = text.joined(separator: "\n")
        self.elements = elements
    }

    /// Slack escapes exactly these three.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static func part(_ kind: String, _ elements: [JSON], extra: [(String, JSON)] = []) -> JSON {
        .object([("type", .text("rich_text_" + kind)), ("elements", .list(elements))] + extra)
    }

    private static func plain(_ text: String) -> JSON { .object([("type", .text("text")), ("text", .text(text))]) }

    private static func joined(_ lines: [[InlinePiece]], _ cast: Cast) -> [JSON] {
        var pieces: [InlinePiece] = []
        for line in lines {
            // Slack keeps neighbouring plain words in one element, line ends among them.
            if !pieces.isEmpty { pieces.appendPlain("\n") }
            for piece in line {
                if case .plain(let words) = piece { pieces.appendPlain(words) } else { pieces.append(piece) }
            }
        }
        return pieces.flatMap { rich($0, cast) }
    }

    private static func account(_ key: String, _ cast: Cast) -> String {
        (cast.member(key)?.account ?? cast.robot(key)?.account)?.text ?? key
    }

    private static func markup(_ pieces: [InlinePiece], _ cast: Cast) -> String {
        pieces.map { piece in
            switch piece {
            case .plain(let words): escaped(words)
            case .code(let code): "`" + escaped(code) + "`"
            case .person(let key): "<@" + account(key, cast) + ">"
            case .group(let handle): "<!subteam^" + (cast.group(handle) ?? "") + "|@" + handle + ">"
            case .broadcast(let range): "<!" + range + ">"
            case .channel(let name): "<#" + (cast.place(name)?.id.text ?? "") + "|" + name + ">"
            case .emoji(let name): ":" + name + ":"
            case .link(let address): "<" + escaped(address) + ">"
            case .bold(let inner): "*" + markup(inner, cast) + "*"
            case .italic(let inner): "_" + markup(inner, cast) + "_"
            case .struck(let inner): "~" + markup(inner, cast) + "~"
            }
        }.joined()
    }

    private static func rich(_ piece: InlinePiece, _ cast: Cast, style: String? = nil) -> [JSON] {
        func element(_ type: String, _ fields: [(String, String)], _ own: String? = nil) -> [JSON] {
            let styles = [style, own].compactMap(\.self).map { ($0, JSON.flag(true)) }
            let tail: [(String, JSON)] = styles.isEmpty ? [] : [("style", .object(styles))]
            return [.object([("type", .text(type))] + fields.map { ($0.0, JSON.text($0.1)) } + tail)]
        }
        switch piece {
        case .plain(let words): return element("text", [("text", words)])
        case .code(let code): return element("text", [("text", code)], "code")
        case .person(let key): return element("user", [("user_id", account(key, cast))])
        case .group(let handle): return element("usergroup", [("usergroup_id", cast.group(handle) ?? "")])
        case .broadcast(let range): return element("broadcast", [("range", range)])
        case .channel(let name): return element("channel", [("channel_id", cast.place(name)?.id.text ?? "")])
        case .emoji(let name): return element("emoji", [("name", name)])
        case .link(let address): return element("link", [("url", address)])
        case .bold(let inner): return inner.flatMap { rich($0, cast, style: "bold") }
        case .italic(let inner): return inner.flatMap { rich($0, cast, style: "italic") }
        case .struck(let inner): return inner.flatMap { rich($0, cast, style: "strike") }
        }
    }
}

extension [InlinePiece] {
    fileprivate mutating func appendPlain(_ words: String) {
        if case .plain(let before) = last {
            self[count - 1] = .plain(before + words)
        } else {
            append(.plain(words))
        }
    }
}

extension [String] {
    fileprivate func readAll(_ cast: Cast) throws(DemoError.Fault) -> [[InlinePiece]] {
        var read: [[InlinePiece]] = []
        for line in self { read.append(try InlineText.read(line, cast: cast)) }
        return read
    }
}
