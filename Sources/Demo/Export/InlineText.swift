/// One piece of a line of words.
enum InlinePiece: Sendable, Equatable {
    case plain(String)
    case code(String)
    case person(key: String)
    case group(handle: String)
    case broadcast(String)
    case channel(String)
    case emoji(String)
    case link(String)
    case bold([InlinePiece])
    case italic([InlinePiece])
    case struck([InlinePiece])
}

/// Splits a line of words into pieces: mentions, channels, emoji, code, links and styles.
struct InlineText {
    private let cast: Cast
    private let letters: [Character]
    private var at = 0
    private var pieces: [InlinePiece] = []
    private var plain = ""

    /// Reads one line; a mention of nobody or of no channel is a fault.
    static func read(_ line: some StringProtocol, cast: Cast) throws(DemoError.Fault) -> [InlinePiece] {
        var reader = InlineText(cast: cast, letters: Array(line))
        while reader.at < reader.letters.count { try reader.step() }
        reader.flush()
        return reader.pieces
    }

    private init(cast: Cast, letters: [Character]) {
        self.cast = cast
        self.letters = letters
    }

    private mutating func flush() {
        if !plain.isEmpty { pieces.append(.plain(plain)) }
        plain = ""
    }

    private mutating func add(_ piece: InlinePiece, length: Int) {
        flush()
        pieces.append(piece)
        at += length
    }

    /// True when the letter before is no part of a word, so that a sign here may open something.
    private var opens: Bool {
        guard at > 0 else { return true }
        let before = letters[at - 1]
        return !(before.isLetter || before.isNumber || "_./@&#".contains(before))
    }

    private mutating func step() throws(DemoError.Fault) {
        let done: Bool
        switch letters[at] {
        case "`": done = code()
        case "@" where opens: done = try mention()
        case "#" where opens: done = try channel()
        case ":" where opens: done = emoji()
        case "h" where opens: done = link()
        case "*" where opens: done = try styled(InlinePiece.bold)
        case "_" where opens: done = try styled(InlinePiece.italic)
        case "~" where opens: done = try styled(InlinePiece.struck)
        default: done = false
        }
        guard !done else { return }
        plain.append(letters[at])
        at += 1
    }

    private mutating func code() -> Bool {
        guard let end = letters[(at + 1)...].firstIndex(of: "`"), end > at + 1 else { return false }
        add(.code(String(letters[(at + 1)..<end])), length: end + 1 - at)
        return true
    }

    private mutating func mention() throws(DemoError.Fault) -> Bool {
        let name = String(letters[(at + 1)...].prefix { ("a"..."z").contains($0) || $0 == "-" })
        guard !name.isEmpty, name != "-" else { return false }
        if name == "here" || name == "channel" {
            add(.broadcast(name), length: name.count + 1)
        } else if cast.group(name) != nil {
            add(.group(handle: name), length: name.count + 1)
        } else if cast.member(name) != nil || cast.robot(name) != nil {
            add(.person(key: name), length: name.count + 1)
        } else {
            throw .unknownPerson(name)
        }
        return true
    }

    private mutating func channel() throws(DemoError.Fault) -> Bool {
        let rest = letters[(at + 1)...]
        guard let first = rest.first, ("a"..."z").contains(first) else { return false }
        var name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
        while name.last == "-" { name.removeLast() }
        guard cast.place(name) != nil else { throw .unknownChannel(name) }
        add(.channel(name), length: name.count + 1)
        return true
    }

    private mutating func emoji() -> Bool {
        let name = letters[(at + 1)...].prefix { ("a"..."z").contains($0) || $0.isNumber || "_+-".contains($0) }
        guard !name.isEmpty, name.endIndex < letters.count, letters[name.endIndex] == ":",
            name.contains(where: \.isLetter) || name == ["+", "1"] || name == ["-", "1"] || name == ["1", "0", "0"]
        else { return false }
        add(.emoji(String(name)), length: name.count + 2)
        return true
    }

    private mutating func link() -> Bool {
        var address = String(letters[at...].prefix { !$0.isWhitespace && $0 != ">" && $0 != "|" })
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return false }
        while let last = address.last, ".,;:!?)'\"*_".contains(last) { address.removeLast() }
        add(.link(address), length: address.count)
        return true
    }

    private mutating func styled(_ make: ([InlinePiece]) -> InlinePiece) throws(DemoError.Fault) -> Bool {
        let sign = letters[at]
        guard at + 2 < letters.count, letters[at + 1] != " ", letters[at + 1] != sign else { return false }
        for end in (at + 2)..<letters.count where letters[end] == sign && letters[end - 1] != " " {
            let next = end + 1 < letters.count ? letters[end + 1] : " "
            guard !(next.isLetter || next.isNumber) else { continue }
            let inner = try Self.read(String(letters[(at + 1)..<end]), cast: cast)
            add(make(inner), length: end + 1 - at)
            return true
        }
        return false
    }
}
