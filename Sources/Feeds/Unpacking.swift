private import CXML

/// Documents that came packed.
public enum Unpacking {
    /// The bytes as they were before they were packed; `packing` is the header `Content-Encoding`.
    ///
    /// Errors: `FeedError`: it grows beyond the limit, or is damaged.
    public static func bytes(
        _ bytes: [UInt8],
        packing: String?,
        limits: FeedLimits = FeedLimits()
    ) throws(FeedError) -> [UInt8] {
        switch (packing ?? "").lowercased().trimmed {
        case "", "identity": return bytes
        case "gzip", "x-gzip", "deflate":
            if let plain = try unpacked(bytes, bits: 47, limits) { return plain }
            if let plain = try unpacked(bytes, bits: -15, limits) { return plain }
            throw .packing
        default: throw .packing
        }
    }

    /// Nil for what is not packed in this way.
    private static func unpacked(_ bytes: [UInt8], bits: CInt, _ limits: FeedLimits) throws(FeedError) -> [UInt8]? {
        var size = min(limits.bytes, max(65_536, bytes.count * 6))
        while true {
            var count = 0
            let room = [UInt8](unsafeUninitializedCapacity: size) { room, filled in
                count = cxml_unpack(bytes, UInt32(bytes.count), bits, room.baseAddress, UInt32(size))
                filled = max(0, count)
            }
            if count >= 0 { return room }
            guard count == -2 else { return nil }
            guard size < limits.bytes else { throw .tooLarge(bytes: size, limit: limits.bytes) }
            size = min(limits.bytes, size * 4)
        }
    }
}
