import Foundation

/// One entry of an archive as a test wants it, true or not.
struct ZipEntry {
    var name: [UInt8]
    var content: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    /// The file's kind and rights as Unix writes them.
    var mode: UInt32 = 0o100644
    /// What the archive says instead of the truth.
    var statedChecksum: UInt32?
    var statedSize: UInt32?
    var zip64 = false

    init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

    init(_ name: String, _ content: [UInt8]) {
        self.name = Array(name.utf8)
        self.content = content
    }

    func with(_ change: (inout ZipEntry) -> Void) -> ZipEntry {
        var entry = self
        change(&entry)
        return entry
    }

    /// Deflate without compressing: blocks of literal bytes.
    var packed: [UInt8] {
        guard method == 8 else { return content }
        var bytes: [UInt8] = []
        var rest = content[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            bytes.append(rest.isEmpty ? 1 : 0)
            bytes += UInt16(block.count).littleEndianBytes + (~UInt16(block.count)).littleEndianBytes
            bytes += block
        } while !rest.isEmpty
        return bytes
    }
}

/// Writes archives by hand, so that every byte of them is the test's own.
enum ZipWriting {
    static func archive(_ entries: [ZipEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        var table: [UInt8] = []
        for entry in entries {
            let offset = UInt32(bytes.count)
            let packed = entry.packed
            let (common, extra) = header(of: entry, packed: packed.count)
            bytes += [0x50, 0x4B, 3, 4]
            bytes += common
            bytes += entry.name
            bytes += extra
            bytes += packed
            table += [0x50, 0x4B, 1, 2, 20, 3]
            table += common
            table += [0, 0, 0, 0, 0, 0]
            table += (entry.mode << 16).littleEndianBytes
            table += offset.littleEndianBytes
            table += entry.name
            table += extra
        }
        return bytes + table + end(count: entries.count, start: bytes.count, length: table.count)
    }

    private static func header(of entry: ZipEntry, packed: Int) -> (common: [UInt8], extra: [UInt8]) {
        let size = entry.statedSize ?? UInt32(entry.content.count)
        var extra: [UInt8] = []
        if entry.zip64 {
            extra += UInt16(1).littleEndianBytes
            extra += UInt16(16).littleEndianBytes
            extra += UInt64(size).littleEndianBytes
            extra += UInt64(packed).littleEndianBytes
        }
        var common = UInt16(entry.zip64 ? 45 : 20).littleEndianBytes
        common += entry.flags.littleEndianBytes
        common += entry.method.littleEndianBytes
        common += [0, 0, 0x6B, 0x58]
        common += (entry.statedChecksum ?? checksum(entry.content)).littleEndianBytes
        common += (entry.zip64 ? UInt32.max : UInt32(packed)).littleEndianBytes
        common += (entry.zip64 ? UInt32.max : size).littleEndianBytes
        common += UInt16(entry.name.count).littleEndianBytes
        common += UInt16(extra.count).littleEndianBytes
        return (common, extra)
    }

    private static func end(count: Int, start: Int, length: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        if count > 65_535 {
            bytes += [0x50, 0x4B, 6, 6]
            bytes += UInt64(44).littleEndianBytes
            bytes += [45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            bytes += UInt64(count).littleEndianBytes
            bytes += UInt64(count).littleEndianBytes
            bytes += UInt64(length).littleEndianBytes
            bytes += UInt64(start).littleEndianBytes
            bytes += [0x50, 0x4B, 6, 7, 0, 0, 0, 0]
            bytes += UInt64(start + length).littleEndianBytes
            bytes += [1, 0, 0, 0]
        }
        bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        bytes += UInt16(clamping: count).littleEndianBytes
        bytes += UInt16(clamping: count).littleEndianBytes
        bytes += UInt32(length).littleEndianBytes
        bytes += UInt32(start).littleEndianBytes
        bytes += [0, 0]
        return bytes
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum = UInt32.max
        for byte in bytes { checksum = table[Int((checksum ^ UInt32(byte)) & 255)] ^ (checksum >> 8) }
        return ~checksum
    }

    private static let table: [UInt32] = (0..<256).map { start in
        var remainder = UInt32(start)
        for _ in 0..<8 {
            let isOdd = remainder & 1 == 1
            remainder >>= 1
            if isOdd { remainder ^= 0xEDB8_8320 }
        }
        return remainder
    }
}

extension FixedWidthInteger {
    var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
