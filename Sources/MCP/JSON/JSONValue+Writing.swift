extension JSONValue {
    /// Reads strict JSON; nil for anything else.
    public init?(line: String) {
        guard let value = try? JSONReader.value(of: Array(line.utf8)) else { return nil }
        self = value
    }

    /// The value on one line, names in order.
    public var line: String { String(decoding: bytes(), as: UTF8.self) }

    /// The value on one line, names in order, as bytes.
    ///
    /// Shape: characters that do not show (controls, marks of direction, tags, private use) are written as `\u…`, so that no words
    /// of a message can carry what a reader does not see. `fenced` writes `<` and `>` so too, so that no text can close a fence.
    func bytes(fenced: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, fenced: fenced)
        return bytes
    }

    private func write(to bytes: inout [UInt8], fenced: Bool) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .text(let text): Self.write(text, to: &bytes, fenced: fenced)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes, fenced: fenced)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (place, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(field.key, to: &bytes, fenced: fenced)
                bytes.append(UInt8(ascii: ":"))
                field.value.write(to: &bytes, fenced: fenced)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8], fenced: Bool) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\t": bytes += "\\t".utf8
            case "\r": bytes += "\\r".utf8
            case "<" where fenced, ">" where fenced: escape(scalar, to: &bytes)
            case " "..."~": bytes.append(UInt8(scalar.value))
            default:
                if isUnseen(scalar) { escape(scalar, to: &bytes) } else { bytes += Array(Character(scalar).utf8) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        // The joiner holds families and skin tones together, the non-joiner Persian and Indic words.
        if scalar.value == 0x200D || scalar.value == 0x200C { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        for unit in Character(scalar).utf16 {
            let digits = String(unit, radix: 16)
            bytes += "\\u".utf8
            bytes += [UInt8](repeating: UInt8(ascii: "0"), count: 4 - digits.count)
            bytes += digits.utf8
        }
    }
}
