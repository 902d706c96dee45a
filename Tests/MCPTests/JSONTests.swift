import Testing

@testable import MCP

@Suite struct `JSON from strangers` {
    private func read(_ text: String) throws(JSONFault) -> JSONValue { try JSONReader.value(of: Array(text.utf8)) }

    @Test(arguments: [
        (#"{"a":[1,-0.5e+3,true,false,null,"x"]}"#, #"{"a":[1,-0.5e+3,true,false,null,"x"]}"#),
        (#" { "b" : 1 , "a" : { } } "#, #"{"a":{},"b":1}"#),
        (#""\u00e9\ud83d\ude80\n\t\"\\\/""#, "\"é🚀\\n\\t\\\"\\\\/\""),
        ("[]", "[]"),
        ("10000000000000000000001", "10000000000000000000001"),
    ])
    func `is read and written again with the same meaning`(text: String, written: String) throws {
        #expect(String(decoding: try read(text).bytes(), as: UTF8.self) == written)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "+1", "1e", "-", "nul", "truex",
        "\"\u{1}\"",
        #""\x""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"open", "1 2", "[1}", "'a'", "NaN",
        #"{"a":1,"a":2}"#, "\u{FEFF}1",
    ])
    func `is refused where it is no strict JSON`(text: String) {
        #expect(throws: JSONFault.self) { try read(text) }
    }

    @Test func `is refused where its bytes are no text`() {
        for bytes in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]] {
            #expect(throws: JSONFault.self) { try JSONReader.value(of: [34] + bytes + [34]) }
        }
    }

    @Test func `is refused where it is deeper than is taken, however deep`() throws {
        func nest(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 91, count: depth) + [UInt8](repeating: 93, count: depth)
        }
        _ = try JSONReader.value(of: nest(JSONReader.deepest))
        #expect(throws: JSONFault.tooDeep) { try JSONReader.value(of: nest(60_000)) }
        #expect(throws: JSONFault.self) { try JSONReader.value(of: [UInt8](repeating: 91, count: 60_000)) }
        #expect(throws: JSONFault.longNumber(at: 0)) { try read(String(repeating: "9", count: 65)) }
    }

    @Test func `that is made up at random comes back the same, written openly or fenced`() throws {
        var generator = Generator(seed: 11)
        for _ in 0..<2000 {
            let value = generator.value(depth: 0)
            for fenced in [false, true] {
                let bytes = value.bytes(fenced: fenced)
                #expect(try JSONReader.value(of: bytes) == value)
                #expect(!bytes.contains(10))
                if fenced { #expect(!bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: ">"))) }
            }
        }
    }

    @Test func `of damaged bytes is refused or read, never more`() throws {
        var generator = Generator(seed: 12)
        for _ in 0..<20_000 {
            var bytes = generator.value(depth: 0).bytes()
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                }
            }
            guard let value = try? JSONReader.value(of: bytes) else { continue }
            #expect(try JSONReader.value(of: value.bytes()) == value)
        }
    }
}

/// Random numbers from a seed (SplitMix64), and values made of them.
struct Generator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &self) {
        case 0: .null
        case 1: .flag(Bool.random(using: &self))
        case 2: .number(String(Int.random(in: -1_000_000...1_000_000, using: &self)))
        case 3: .number("\(Int.random(in: -9...9, using: &self)).\(Int.random(in: 0...99, using: &self))e2")
        case 4: .text(text())
        case 5: .list((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth + 1) })
        default:
            .object(
                Dictionary((0..<Int.random(in: 0...4, using: &self)).map { _ in (text(), value(depth: depth + 1)) }) {
                    first,
                    _ in first
                }
            )
        }
    }

    mutating func text() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &self) {
            let scalars: [ClosedRange<UInt32>] = [
                0...0x7F, 0x80...0x7FF, 0x2000...0x206F, 0xE0000...0xE007F, 0x1F300...0x1F6FF,
            ]
            let range = scalars[Int.random(in: 0..<scalars.count, using: &self)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
