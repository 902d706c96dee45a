/// Runs of three words of a text, as a set of hashes; shorter texts are one run.
///
/// Source: words are `[a-z0-9]+` in lower case; FNV-1a of 64 bits over the run's UTF-8 with spaces between.
public struct Shingles: Sendable, Hashable {
    /// The runs' hashes in order.
    public let hashes: [UInt64]

    /// Cuts a text.
    public init(_ text: some StringProtocol) {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for byte in text.utf8 {
            let small = byte &- 65 < 26 ? byte | 0x20 : byte
            if small &- 97 < 26 || small &- 48 < 10 {
                word.append(small)
            } else if !word.isEmpty {
                words.append(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(word) }
        guard words.count >= 3 else {
            hashes = words.isEmpty ? [] : [PlainWords.hash(words.joined(separator: [32]))]
            return
        }
        var all: Set<UInt64> = []
        for start in 0...(words.count - 3) {
            all.insert(PlainWords.hash(words[start..<start + 3].joined(separator: [32])))
        }
        hashes = all.sorted()
    }

    /// How much two texts share: common runs among all runs; 0 when either has none.
    public func jaccard(_ other: Shingles) -> Double {
        guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
        let common = Set(hashes).intersection(other.hashes).count
        return Double(common) / Double(hashes.count + other.hashes.count - common)
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
    public init(_ shingles: Shingles) {
        var sums = [Int](repeating: 0, count: 64)
        for hash in shingles.hashes {
            for bit in 0..<64 { sums[bit] += hash >> UInt64(bit) & 1 == 1 ? 1 : -1 }
        }
        var bits: UInt64 = 0
        for bit in 0..<64 where sums[bit] > 0 { bits |= 1 << UInt64(bit) }
        self.bits = bits
        runs = shingles.hashes.count
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
    public init(_ shingles: Shingles) {
        var least = [UInt64](repeating: .max, count: Self.size)
        for hash in shingles.hashes {
            for index in 0..<Self.size { least[index] = min(least[index], Self.mixed(hash ^ Self.seeds[index])) }
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
    static func mixed(_ number: UInt64) -> UInt64 {
        var z = number &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
