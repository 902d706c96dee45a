/// A workspace's secret number: with another one, the same words give other hashes.
///
/// It keeps what is learned in one workspace from meaning anything in another, and keeps somebody who has only the
/// hashes from trying out phrases. Whoever has both can.
public struct PhraseSalt: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    let low: UInt64
    let high: UInt64

    /// A salt out of 16 bytes; nil for another number of bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        low = bytes[..<8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        high = bytes[8...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A new salt; `generator` is the system's outside of tests.
    public init(using generator: inout some RandomNumberGenerator) {
        low = generator.next()
        high = generator.next()
    }

    /// The 16 bytes.
    public var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: low >> (8 * $0)) }
            + (0..<8).map { UInt8(truncatingIfNeeded: high >> (8 * $0)) }
    }

    /// Says that there is one, and nothing of it.
    public var description: String { "(a salt)" }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The keyed hash of two numbers.
    ///
    /// Source: SipHash-2-4 (Aumasson and Bernstein 2012) over 16 bytes.
    @inline(__always)
    func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var v0 = low ^ 0x736f_6d65_7073_6575
        var v1 = high ^ 0x646f_7261_6e64_6f6d
        var v2 = low ^ 0x6c79_6765_6e65_7261
        var v3 = high ^ 0x7465_6462_7974_6573
        func turn() {
            v0 = v0 &+ v1
            v1 = (v1 << 13 | v1 >> 51) ^ v0
            v0 = v0 << 32 | v0 >> 32
            v2 = v2 &+ v3
            v3 = (v3 << 16 | v3 >> 48) ^ v2
            v0 = v0 &+ v3
            v3 = (v3 << 21 | v3 >> 43) ^ v0
            v2 = v2 &+ v1
            v1 = (v1 << 17 | v1 >> 47) ^ v2
            v2 = v2 << 32 | v2 >> 32
        }
        func take(_ word: UInt64) {
            v3 ^= word
            turn()
            turn()
            v0 ^= word
        }
        take(first)
        take(second)
        take(16 << 56)
        v2 ^= 0xff
        for _ in 0..<4 { turn() }
        return v0 ^ v1 ^ v2 ^ v3
    }
}
