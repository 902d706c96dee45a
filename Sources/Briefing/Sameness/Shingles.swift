/// Runs of three words of a text, as a set of hashes; shorter texts are one run.
///
/// Source: words are `[a-z0-9]+` in lower case; FNV-1a of 64 bits over the run's UTF-8 with spaces between.
public struct Shingles: Sendable, Hashable {
    /// The runs' hashes in order.
    public let hashes: [UInt64]

    /// Cuts a text.
    public init(_ text: some StringProtocol) {
        var cutter = ShingleCutter()
        cutter.cut(String(text))
        hashes = cutter.hashes
    }

    /// How much two texts share: common runs among all runs; 0 when either has none.
    public func jaccard(_ other: Shingles) -> Double {
        guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
        let common = Set(hashes).intersection(other.hashes).count
        return Double(common) / Double(hashes.count + other.hashes.count - common)
    }
}

/// Cuts texts into runs of three words, one after the other, in memory that is used again.
struct ShingleCutter {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The runs' hashes in order, each once.
    private(set) var hashes: [UInt64] = []

    /// Cuts a text, or its first bytes.
    mutating func cut(_ text: String, bytes limit: Int = .max) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        var text = text
        text.withUTF8 { utf8 in
            for byte in utf8.prefix(limit) {
                let small = byte &- 65 < 26 ? byte | 0x20 : byte
                if small &- 97 < 26 || small &- 48 < 10 {
                    bytes.append(small)
                } else if bytes.count > ends.last ?? 0 {
                    ends.append(bytes.count)
                }
            }
            if bytes.count > ends.last ?? 0 { ends.append(bytes.count) }
        }
        guard !ends.isEmpty else { return }
        let length = min(3, ends.count)
        for start in 0...(ends.count - length) { hashes.append(run(start, length)) }
        hashes.sort()
        var kept = 1
        for index in 1..<max(1, hashes.count) where hashes[index] != hashes[kept - 1] {
            hashes[kept] = hashes[index]
            kept += 1
        }
        hashes.removeSubrange(kept...)
    }

    private func run(_ start: Int, _ length: Int) -> UInt64 {
        var hash = PlainWords.seed
        var from = start == 0 ? 0 : ends[start - 1]
        for word in start..<start + length {
            if word > start { hash = (hash ^ 32) &* 0x100_0000_01B3 }
            for index in from..<ends[word] { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
            from = ends[word]
        }
        return hash
    }
}

/// 64 bits that stay nearly the same when a long text changes a little.
///
/// Source: Charikar (2002); Manku, Jain and Das Sarma (2007): near-duplicates of long texts lie within 3 bits.
public struct SimHash: Sendable, Hashable {
    /// The bits.
    public let bits: UInt64
    /// How many runs it was made of; below `SimHash.least` it says little.
    public let runs: Int
    /// With fewer runs than this one changed word turns too many bits.
    public static let least = 20
    /// Bits that near-duplicates may differ in.
    public static let nearBits = 3

    /// Sums up runs.
    public init(_ shingles: Shingles) { self.init(shingles.hashes) }

    /// Counts for each bit how many runs have it, eight counts to a number, and keeps the bits of more than half.
    init(_ hashes: [UInt64]) {
        var counts = [Int32](repeating: 0, count: 64)
        var eights = SIMD8<UInt64>.zero
        var held = 0
        func empty() {
            for byte in 0..<8 {
                for bit in 0..<8 { counts[8 * byte + bit] += Int32(eights[byte] >> UInt64(8 * bit) & 0xFF) }
            }
            eights = .zero
            held = 0
        }
        for hash in hashes {
            for byte in 0..<8 { eights[byte] &+= Self.spread[Int(hash >> UInt64(8 * byte) & 0xFF)] }
            held += 1
            if held == 255 { empty() }
        }
        empty()
        var bits: UInt64 = 0
        for bit in 0..<64 where 2 * Int(counts[bit]) > hashes.count { bits |= 1 << UInt64(bit) }
        self.bits = bits
        runs = hashes.count
    }

    /// Each byte's eight bits, a byte for each.
    private static let spread: [UInt64] = (0..<256).map { byte in
        var eight: UInt64 = 0
        for bit in 0..<8 where byte >> bit & 1 == 1 { eight |= 1 << UInt64(8 * bit) }
        return eight
    }

    /// Bits that differ.
    public func distance(_ other: SimHash) -> Int { (bits ^ other.bits).nonzeroBitCount }
}

/// 64 least hashes; the share of equal ones estimates how much two texts have in common (standard error .06).
///
/// Source: Broder (1997).
public struct MinHash: Sendable, Hashable {
    /// The least hashes, one for each of 64 shufflings.
    public let least: [UInt64]

    /// Shuffles runs.
    public init(_ shingles: Shingles) { self.init(shingles.hashes) }

    init(_ hashes: [UInt64]) {
        var least = [UInt64](repeating: .max, count: Self.size)
        let seeds = Self.seeds
        for hash in hashes {
            for index in 0..<Self.size { least[index] = min(least[index], Self.mixed(hash ^ seeds[index])) }
        }
        self.least = least
    }

    /// How many hashes are kept.
    public static let size = 64

    /// The estimated share of common runs.
    public func estimate(_ other: MinHash) -> Double {
        guard least.first != .max, other.least.first != .max else { return 0 }
        return Double(zip(least, other.least).count { $0 == $1 }) / Double(Self.size)
    }

    private static let seeds = (0..<size).map { mixed(UInt64($0)) }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    @inline(__always)
    static func mixed(_ number: UInt64) -> UInt64 {
        var z = number &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
