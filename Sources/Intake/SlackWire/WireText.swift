import CSimdjson

extension WireValue {
    /// How deep a payload may be nested.
    public static let depth = 64

    /// Reads JSON; nil for bytes that are none, or that are nested deeper than `depth`.
    public static func read(_ bytes: [UInt8]) -> WireValue? {
        WireBench.lend(bytes) { WireValue($0) }
    }

    /// Reads JSON out of a text.
    public static func read(_ text: String) -> WireValue? { read(Array(text.utf8)) }

    init(_ json: JSON) {
        switch json.kind {
        case CSJ_ABSENT, CSJ_NULL: self = .null
        case CSJ_BOOL: self = .bool(json.isTrue)
        case CSJ_NUMBER:
            var number = 0.0
            self = json.integer.map { .integer($0) } ?? (csj_number(json.value, &number) ? .number(number) : .null)
        case CSJ_STRING: self = .text(json.string ?? "")
        case CSJ_ARRAY: self = .list(json.elements.map { WireValue($0) })
        default: self = .object(Self.fields(of: json))
        }
    }

    private static func fields(of json: JSON) -> [WireField] {
        var fields: [WireField] = []
        var cursor = csj_fields(json.value)
        var name = csj_text()
        var value = csj_value()
        while csj_next_field(&cursor, &name, &value) {
            let key = JSON.string(UnsafeBufferPointer(start: name.bytes, count: name.count))
            fields.append(WireField(key, WireValue(JSON(value: value))))
        }
        return fields
    }

    /// The value as JSON, without blanks.
    public var json: String { String(decoding: bytes, as: UTF8.self) }

    /// The value as JSON in UTF-8.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(onto: &bytes)
        return bytes
    }

    /// The value as JSON that people can read and paste.
    public var indented: String { indented(by: "") }

    private func indented(by margin: String) -> String {
        let inner = margin + "  "
        switch self {
        case .list(let elements) where !elements.isEmpty:
            return "[\n" + elements.map { inner + $0.indented(by: inner) }.joined(separator: ",\n") + "\n\(margin)]"
        case .object(let fields) where !fields.isEmpty:
            let lines = fields.map { "\(inner)\(WireValue.text($0.name).json): \($0.value.indented(by: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
        default: return json
        }
    }

    private func write(onto bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let answer): bytes.append(contentsOf: (answer ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let number): bytes.append(contentsOf: (number.isFinite ? String(number) : "null").utf8)
        case .text(let text): Self.write(text, onto: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(onto: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (place, field) in fields.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(field.name, onto: &bytes)
                bytes.append(UInt8(ascii: ":"))
                field.value.write(onto: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, onto bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Benches for payloads, kept from call to call.
enum WireBench {
    private static let shared = Workbenches()

    /// Lends a parsed document for the length of a call; nil where the bytes are none.
    static func lend<T>(_ source: [UInt8], _ work: (JSON) -> T) -> T? { lend(source) { root, _ in work(root) } }

    /// Lends a parsed document and the bench that it lies on.
    static func lend<T>(_ source: [UInt8], _ work: (JSON, Workbench) -> T) -> T? {
        let answer = try? shared.lend { bench throws(IntakeError) -> T? in
            bench.clear(room: source.count)
            source.withUnsafeBufferPointer { from in
                if let base = from.baseAddress { bench.bytes.update(from: base, count: from.count) }
            }
            bench.count = source.count
            guard case .success(let root) = bench.parse(depth: WireValue.depth) else { return nil }
            return work(root, bench)
        }
        return answer ?? nil
    }
}
