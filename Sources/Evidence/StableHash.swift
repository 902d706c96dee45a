/// A 64-bit hash that is the same in every run and on every machine; for keys, not for secrets.
///
/// Source: FNV-1a (Fowler, Noll, Vo) with the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
public enum StableHash {
    /// The hash of fields; each is closed by a zero byte, so that no two lists run together.
    public static func hash(_ fields: [String]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for field in fields {
            for byte in field.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0) &* 0x100_0000_01b3
        }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }

    /// The hash as 16 hexadecimal digits.
    public static func hexadecimal(_ fields: [String]) -> String {
        let digits = String(hash(fields), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
