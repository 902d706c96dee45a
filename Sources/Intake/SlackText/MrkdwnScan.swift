/// One walk over wire text, writing plain text as it goes.
struct MrkdwnScan {
    let wire: UnsafeBufferPointer<UInt8>
    var place: Int
    let names: DisplayNames
    /// Where the closing marks stand that belong to opening marks already left out.
    private var closers: [Int] = []
    /// For each mark, the place before which no closing mark was found.
    private var hopeless = (star: 0, underscore: 0, tilde: 0)

    init(wire: UnsafeBufferPointer<UInt8>, place: Int, names: DisplayNames) {
        self.wire = wire
        self.place = place
        self.names = names
    }

    mutating func run(onto draft: inout TextDraft) {
        while place < wire.count {
            let byte = wire[place]
            switch byte {
            case UInt8(ascii: "<"): token(onto: &draft)
            case UInt8(ascii: "&"):
                let (literal, length) = Self.entity(wire, place)
                draft.bytes.append(literal)
                place += length
            case UInt8(ascii: "`"): code(onto: &draft)
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): mark(byte, onto: &draft)
            case 0: place += 1
            default:
                let start = place
                repeat { place += 1 } while place < wire.count && !SlackText.isSpecial(wire[place])
                draft.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: wire[start..<place]))
            }
        }
    }

    /// The place of the `>` that ends a token beginning here; nil when this `<` is a bare one.
    static func tokenEnd(_ wire: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var end = start + 1
        while end < wire.count {
            if wire[end] == UInt8(ascii: ">") { return end }
            if wire[end] == UInt8(ascii: "<") { return nil }
            end += 1
        }
        return nil
    }

    private mutating func token(onto draft: inout TextDraft) {
        guard let end = Self.tokenEnd(wire, place) else {
            draft.bytes.append(wire[place])
            place += 1
            return
        }
        SlackToken(wire, place + 1, end).write(names: names, onto: &draft)
        place = end + 1
    }

    /// The character that an entity stands for and how many bytes it takes; a bare `&` stands for itself.
    static func entity(_ wire: UnsafeBufferPointer<UInt8>, _ place: Int) -> (UInt8, Int) {
        let left = wire.count - place
        if left >= 4, wire[place + 2] == UInt8(ascii: "t"), wire[place + 3] == UInt8(ascii: ";") {
            if wire[place + 1] == UInt8(ascii: "l") { return (UInt8(ascii: "<"), 4) }
            if wire[place + 1] == UInt8(ascii: "g") { return (UInt8(ascii: ">"), 4) }
        }
        if left >= 5, wire[place + 1] == UInt8(ascii: "a"), wire[place + 2] == UInt8(ascii: "m"),
            wire[place + 3] == UInt8(ascii: "p"), wire[place + 4] == UInt8(ascii: ";")
        {
            return (UInt8(ascii: "&"), 5)
        }
        return (UInt8(ascii: "&"), 1)
    }
}

// MARK: - Code

extension MrkdwnScan {
    private mutating func code(onto draft: inout TextDraft) {
        guard let (content, next) = codeSpan(at: place) else {
            draft.bytes.append(wire[place])
            place += 1
            return
        }
        let fenced = next - content.upperBound == 3
        if fenced { draft.newLine() }
        verbatim(content, onto: &draft)
        if fenced, next < wire.count, wire[next] != UInt8(ascii: "\n") { draft.newLine() }
        place = next
    }

    /// The content of a code span or block that begins here, and the place after it.
    private func codeSpan(at start: Int) -> (content: Range<Int>, next: Int)? {
        let tick = UInt8(ascii: "`")
        if start + 2 < wire.count, wire[start + 1] == tick, wire[start + 2] == tick {
            var end = start + 3
            while end + 2 < wire.count {
                if wire[end] == tick, wire[end + 1] == tick, wire[end + 2] == tick {
                    return end > start + 3 ? (start + 3..<end, end + 3) : nil
                }
                end += 1
            }
            return nil
        }
        var end = start + 1
        while end < wire.count, wire[end] != UInt8(ascii: "\n") {
            if wire[end] == tick { return end > start + 1 ? (start + 1..<end, end + 1) : nil }
            end += 1
        }
        return nil
    }

    /// Code stays as it is: only entities are decoded and links lose their brackets; nobody is mentioned in it.
    private func verbatim(_ content: Range<Int>, onto draft: inout TextDraft) {
        let inside = UnsafeBufferPointer(rebasing: wire[content])
        var place = 0
        while place < inside.count {
            switch inside[place] {
            case UInt8(ascii: "<"):
                guard let end = Self.tokenEnd(inside, place) else { fallthrough }
                SlackToken(inside, place + 1, end).writeInCode(onto: &draft)
                place = end + 1
            case UInt8(ascii: "&"):
                let (literal, length) = Self.entity(inside, place)
                draft.bytes.append(literal)
                place += length
            default:
                if inside[place] != 0 { draft.bytes.append(inside[place]) }
                place += 1
            }
        }
    }
}

// MARK: - Emphasis

extension MrkdwnScan {
    /// A mark is left out where it opens or closes emphasis, and stays where it is just a character.
    private mutating func mark(_ mark: UInt8, onto draft: inout TextDraft) {
        defer { place += 1 }
        if let closing = closers.firstIndex(of: place) {
            closers.remove(at: closing)
            return
        }
        guard opens(mark), closers.count < 3, let end = closer(of: mark) else {
            draft.bytes.append(mark)
            return
        }
        closers.append(end)
    }

    private func opens(_ mark: UInt8) -> Bool {
        guard place + 1 < wire.count, wire[place + 1] != mark, !Self.isBlank(wire[place + 1]) else { return false }
        return place == 0 || !Self.isWord(wire[place - 1])
    }

    /// The place of the mark that closes emphasis on the same line.
    ///
    /// Whether a mark can close does not depend on where the emphasis opened, so a search that failed
    /// once fails for the rest of its line; remembering that keeps hostile text from taking square time.
    private mutating func closer(of mark: UInt8) -> Int? {
        guard place >= known(mark) else { return nil }
        var end = place + 1
        while end < wire.count, wire[end] != UInt8(ascii: "\n") {
            let byte = wire[end]
            if byte == UInt8(ascii: "<"), let close = Self.tokenEnd(wire, end) {
                end = close + 1
            } else if byte == UInt8(ascii: "`"), let span = codeSpan(at: end) {
                end = span.next
            } else if byte == mark, end > place + 1, !Self.isBlank(wire[end - 1]), wire[end - 1] != mark,
                end + 1 == wire.count || (!Self.isWord(wire[end + 1]) && wire[end + 1] != mark)
            {
                return end
            } else {
                end += 1
            }
        }
        remember(mark, end)
        return nil
    }

    private func known(_ mark: UInt8) -> Int {
        switch mark {
        case UInt8(ascii: "*"): hopeless.star
        case UInt8(ascii: "_"): hopeless.underscore
        default: hopeless.tilde
        }
    }

    private mutating func remember(_ mark: UInt8, _ end: Int) {
        switch mark {
        case UInt8(ascii: "*"): hopeless.star = end
        case UInt8(ascii: "_"): hopeless.underscore = end
        default: hopeless.tilde = end
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
