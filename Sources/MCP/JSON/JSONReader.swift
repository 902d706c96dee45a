/// Why bytes are no JSON that is taken.
public enum JSONFault: Error, Sendable, Hashable {
    /// A byte that cannot stand where it stands.
    case byte(at: Int)
    /// The bytes end too early.
    case end
    /// Text that is not UTF-8, or half of a character.
    case text(at: Int)
    /// Lists and objects in one another deeper than is taken.
    case tooDeep
    /// A name stands twice in one object, so that two readers could take it differently.
    case twice(at: Int)
    /// A number of more digits than is taken.
    case longNumber(at: Int)
}

/// Reads strict JSON from bytes that anybody may have sent: bounded in depth, each name once, every character whole.
///
/// Source: RFC 8259; RFC 7493 (I-JSON) for names that stand twice and for halves of characters.
struct JSONReader {
    /// How deep lists and objects may stand in one another.
    static let deepest = 32
    /// The most characters of a number.
    private static let longestNumber = 64

    private let bytes: [UInt8]
    private var place = 0

    /// The one value of some bytes.
    static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw .byte(at: reader.place) }
        return value
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        var fields: [String: JSONValue] = [:]
        place += 1
        skipSpace()
        if try take(UInt8(ascii: "}")) { return .object(fields) }
        while true {
            skipSpace()
            let start = place
            guard try peek() == UInt8(ascii: "\"") else { throw .byte(at: place) }
            let name = try text()
            guard fields[name] == nil else { throw .twice(at: start) }
            skipSpace()
            guard try take(UInt8(ascii: ":")) else { throw .byte(at: place) }
            fields[name] = try value(depth: depth + 1)
            skipSpace()
            if try take(UInt8(ascii: ",")) { continue }
            guard try take(UInt8(ascii: "}")) else { throw .byte(at: place) }
            return .object(fields)
        }
    }

    private mutating func list(depth: Int) throws(JSONFault) -> JSONValue {
        var items: [JSONValue] = []
        place += 1
        skipSpace()
        if try take(UInt8(ascii: "]")) { return .list(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if try take(UInt8(ascii: ",")) { continue }
            guard try take(UInt8(ascii: "]")) else { throw .byte(at: place) }
            return .list(items)
        }
    }

    private mutating func text() throws(JSONFault) -> String {
        let start = place
        var kept: [UInt8] = []
        place += 1
        while true {
            let byte = try peek()
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: kept, as: UTF8.self) else { throw .text(at: start) }
                return text
            case UInt8(ascii: "\\"): try escape(into: &kept)
            case 0..<0x20: throw .byte(at: place - 1)
            default: kept.append(byte)
            }
        }
    }

    private mutating func escape(into kept: inout [UInt8]) throws(JSONFault) {
        let byte = try peek()
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): kept.append(byte)
        case UInt8(ascii: "b"): kept.append(8)
        case UInt8(ascii: "f"): kept.append(12)
        case UInt8(ascii: "n"): kept.append(10)
        case UInt8(ascii: "r"): kept.append(13)
        case UInt8(ascii: "t"): kept.append(9)
        case UInt8(ascii: "u"): kept += Array(Character(try scalar()).utf8)
        default: throw .byte(at: place - 1)
        }
    }

    /// A character behind `\u`, of two halves where it needs them.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        let start = place
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), try take(UInt8(ascii: "\\")), try take(UInt8(ascii: "u")) else {
            throw .text(at: start)
        }
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw .text(at: start) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case 48...57: digit = byte - 48
            case 65...70: digit = byte - 55
            case 97...102: digit = byte - 87
            default: throw .byte(at: place)
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = place
        _ = takeIfThere(UInt8(ascii: "-"))
        if !takeIfThere(UInt8(ascii: "0")) { try digits() }
        if takeIfThere(UInt8(ascii: ".")) { try digits() }
        if takeIfThere(UInt8(ascii: "e")) || takeIfThere(UInt8(ascii: "E")) {
            if !takeIfThere(UInt8(ascii: "+")) { _ = takeIfThere(UInt8(ascii: "-")) }
            try digits()
        }
        guard place - start <= Self.longestNumber else { throw .longNumber(at: start) }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() throws(JSONFault) {
        guard (48...57).contains(try peek()) else { throw .byte(at: place) }
        while place < bytes.count, (48...57).contains(bytes[place]) { place += 1 }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[offset] else { throw .byte(at: place) }
            place += 1
        }
        return value
    }

    private func peek() throws(JSONFault) -> UInt8 {
        guard place < bytes.count else { throw .end }
        return bytes[place]
    }

    private mutating func take(_ byte: UInt8) throws(JSONFault) -> Bool {
        guard try peek() == byte else { return false }
        place += 1
        return true
    }

    private mutating func takeIfThere(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count, [32, 9, 10, 13].contains(bytes[place]) { place += 1 }
    }
}
