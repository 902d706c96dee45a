/// An address of a machine: four bytes (IPv4) or sixteen (IPv6).
public struct NumericAddress: Sendable, Hashable, CustomStringConvertible {
    /// Four or sixteen bytes, the most significant first.
    public let bytes: [UInt8]

    /// Wraps bytes; nil unless there are four or sixteen.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads `192.0.2.1` and `2001:db8::1`, strictly: no octal, no hexadecimal IPv4, no zone; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = text.contains(":") ? Self.six(String(text)) : Self.four(String(text))
        guard let bytes else { return nil }
        self.bytes = bytes
    }

    /// The usual form.
    public var description: String {
        guard bytes.count == 16 else { return bytes.map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }

    private static func four(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard part.utf8.allSatisfy({ (48...57).contains($0) }), part.count == 1 || part.first != "0",
                let byte = UInt8(part)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func six(_ text: String) -> [UInt8]? {
        let halves = text.components(partedBy: "::")
        guard halves.count <= 2, !text.contains(":::") else { return nil }
        var parts: [[UInt8]] = []
        for (place, half) in halves.enumerated() {
            guard let bytes = groups(half, isLast: place == halves.count - 1) else { return nil }
            parts.append(bytes)
        }
        let count = parts.reduce(0) { $0 + $1.count }
        if halves.count == 1 { return count == 16 ? parts[0] : nil }
        guard count <= 14 else { return nil }
        return parts[0] + [UInt8](repeating: 0, count: 16 - count) + parts[1]
    }

    private static func groups(_ text: String, isLast: Bool) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if isLast, place == parts.count - 1, part.contains(".") {
                guard let tail = four(String(part)) else { return nil }
                bytes += tail
                continue
            }
            guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0.isHexDigit }),
                let group = UInt16(part, radix: 16)
            else { return nil }
            bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
        }
        return bytes
    }
}

extension NumericAddress {
    /// True for an address that anybody in the world can have: not this machine, not its own network, not a reserved one.
    ///
    /// Source: IANA special-purpose address registries (RFC 6890 and later); addresses that carry an IPv4 address within
    /// are judged by it (RFC 4291, RFC 6052).
    public var isPublic: Bool {
        guard bytes.count == 16 else { return Self.isPublic(four: bytes) }
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return Self.isPublic(four: Array(bytes[12...]))
        }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]), bytes[4..<12].allSatisfy({ $0 == 0 }) {
            return Self.isPublic(four: Array(bytes[12...]))
        }
        // Only 2000::/3 is given out; of it, tunnels, examples and special uses are not.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let first = UInt32(bytes[0]) << 24 | UInt32(bytes[1]) << 16 | UInt32(bytes[2]) << 8 | UInt32(bytes[3])
        return !Self.special.contains { first >> (32 - $0.bits) == $0.prefix >> (32 - $0.bits) }
    }

    private static let special: [(prefix: UInt32, bits: UInt32)] = [
        (0x2001_0000, 23), (0x2001_0db8, 32), (0x2002_0000, 16), (0x3fff_0000, 20),
    ]

    private static let reserved: [(prefix: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8), (0x0a00_0000, 8), (0x6440_0000, 10), (0x7f00_0000, 8), (0xa9fe_0000, 16), (0xac10_0000, 12),
        (0xc000_0000, 24), (0xc000_0200, 24), (0xc058_6300, 24), (0xc0a8_0000, 16), (0xc612_0000, 15),
        (0xc633_6400, 24), (0xcb00_7100, 24), (0xe000_0000, 4), (0xf000_0000, 4),
    ]

    private static func isPublic(four bytes: [UInt8]) -> Bool {
        let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return !reserved.contains { address >> (32 - $0.bits) == $0.prefix >> (32 - $0.bits) }
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        (48...57).contains(self) || (65...70).contains(self) || (97...102).contains(self)
    }
}

extension String {
    /// The parts between a separator of several letters.
    fileprivate func components(partedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
