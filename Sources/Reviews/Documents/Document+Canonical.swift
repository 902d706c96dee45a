extension Document {
    /// The bytes that a seal's hash is over, the same on every machine: UTF-8 JSON, names in order, one line, closing left out.
    ///
    /// Source: RFC 8785 for strings and numbers; there are no other numbers than whole ones. The closing lines name the seal
    /// itself and cannot be part of what it seals.
    public var canonicalBytes: [UInt8] {
        func fact(_ fact: Fact) -> Canonical { .object([("name", .text(fact.name)), ("words", .text(fact.words))]) }
        let document: Canonical = .object([
            ("blocks", .list(blocks.map(Self.canonical))),
            ("facts", .list(facts.map(fact))),
            ("form", .text("crosstie document 1")),
            ("lead", .optional(lead)),
            ("notes", .list(notes.map(Self.canonical))),
            ("title", .text(title)),
        ])
        var bytes: [UInt8] = []
        document.write(to: &bytes)
        return bytes + [UInt8(ascii: "\n")]
    }

    private static func canonical(_ block: Block) -> Canonical {
        .object([
            ("form", .text(block.form.rawValue)),
            ("lines", .list(block.lines.map(canonical))),
            ("title", .optional(block.title)),
        ])
    }

    private static func canonical(_ line: Line) -> Canonical {
        .object([
            ("cites", .list(line.cites.map(Canonical.number))),
            ("hand", .optional(line.hand)),
            ("mark", .optional(line.mark)),
            ("text", .text(line.text)),
        ])
    }

    private static func canonical(_ note: Note) -> Canonical {
        .object([
            ("label", .text(note.label)),
            ("link", .optional(note.link)),
            ("mark", .optional(note.mark)),
            ("number", .number(note.number)),
            ("quote", .optional(note.quote)),
        ])
    }
}

/// A value with one way to be written.
indirect enum Canonical {
    case text(String)
    case number(Int)
    case list([Canonical])
    /// Fields by name; whoever makes one puts them in order.
    case object([(String, Canonical)])
    case null

    static func optional(_ text: String?) -> Canonical { text.map { .text($0) } ?? .null }

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .number(let number): bytes += String(number).utf8
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (place, field) in fields.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(field.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                field.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 8: bytes += "\\b".utf8
            case 9: bytes += "\\t".utf8
            case 10: bytes += "\\n".utf8
            case 12: bytes += "\\f".utf8
            case 13: bytes += "\\r".utf8
            case 0..<32:
                let digits = String(byte, radix: 16)
                bytes += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
