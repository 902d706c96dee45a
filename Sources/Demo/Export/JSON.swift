/// A value of the export's files; objects keep the order in which they were written.
enum JSON: Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([JSON])
    case object([(String, JSON)])

    /// The bytes as Slack writes them: four blanks a step, `/` and everything beyond ASCII escaped.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0)
        return bytes
    }

    private func write(to bytes: inout [UInt8], depth: Int) {
        switch self {
        case .text(let text): Self.write(text, to: &bytes)
        case .number(let number): bytes += String(number).utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .list(let items):
            Self.write(items, to: &bytes, depth: depth, brackets: "[]") { $0.write(to: &$1, depth: depth + 1) }
        case .object(let fields):
            Self.write(fields, to: &bytes, depth: depth, brackets: "{}") {
                Self.write($0.0, to: &$1)
                $1 += ": ".utf8
                $0.1.write(to: &$1, depth: depth + 1)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item],
        to bytes: inout [UInt8],
        depth: Int,
        brackets: String,
        each: (Item, inout [UInt8]) -> Void
    ) {
        bytes += brackets.utf8.prefix(1)
        for (index, item) in items.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes += repeatElement(UInt8(ascii: " "), count: 4 * (depth + 1))
            each(item, &bytes)
        }
        if !items.isEmpty {
            bytes.append(UInt8(ascii: "\n"))
            bytes += repeatElement(UInt8(ascii: " "), count: 4 * depth)
        }
        bytes += brackets.utf8.suffix(1)
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for unit in text.utf16 {
            switch unit {
            case 0x22: bytes += "\\\"".utf8
            case 0x5c: bytes += "\\\\".utf8
            case 0x2f: bytes += "\\/".utf8
            case 0x0a: bytes += "\\n".utf8
            case 0x20..<0x7f: bytes.append(UInt8(unit))
            default:
                let digits = String(unit, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
