/// The bytes of a file of weights, read in place, and a place in them.
///
/// Every such file begins with 64 bytes: four letters, eight little-endian 32-bit numbers of which the first is the
/// format, and the version, filled with zeros. Numbers follow as 32-bit floats, tables at multiples of 64 bytes.
///
/// `@unchecked Sendable`: the bytes are constants of the program, or owned and never changed after they were read.
struct WeightsFile: @unchecked Sendable {
    /// The first byte.
    let start: UnsafeRawPointer
    /// How many bytes there are.
    let count: Int
    /// The eight numbers of the header, the format first.
    let header: [Int]
    /// The version that training stamped.
    let version: String
    private let owner: Bytes?

    /// Bytes in a header.
    static let headerBytes = 64

    /// Takes bytes that outlive everything.
    ///
    /// Errors: they do not begin with `letters`.
    init(constant start: UnsafeRawPointer?, count: Int, letters: StaticString) throws(ReaderError) {
        try self.init(start: start, count: count, letters: letters, owner: nil)
    }

    /// Takes a copy of bytes.
    ///
    /// Errors: they do not begin with `letters`.
    init(bytes: [UInt8], letters: StaticString) throws(ReaderError) {
        let owner = Bytes(bytes)
        try self.init(start: UnsafeRawPointer(owner.start), count: bytes.count, letters: letters, owner: owner)
    }

    private init(
        start: UnsafeRawPointer?,
        count: Int,
        letters: StaticString,
        owner: Bytes?
    ) throws(ReaderError) {
        guard let start, count >= Self.headerBytes, letters.utf8CodeUnitCount == 4,
            (0..<4).allSatisfy({ start.load(fromByteOffset: $0, as: UInt8.self) == letters.utf8Start[$0] })
        else { throw .notWeights }
        self.start = start
        self.count = count
        self.owner = owner
        header = (1...8).map { Int(UInt32(littleEndian: start.load(fromByteOffset: 4 * $0, as: UInt32.self))) }
        let name = UnsafeRawBufferPointer(start: start + 36, count: 28).prefix { $0 != 0 }
        version = String(decoding: name, as: UTF8.self)
    }

    /// Goes through the blocks behind the header.
    var walk: Walk { Walk(start: start, at: Self.headerBytes) }

    /// Goes through blocks of numbers.
    struct Walk {
        let start: UnsafeRawPointer
        var at: Int

        mutating func floats(_ count: Int) -> UnsafePointer<Float> {
            defer { at += 4 * count }
            return (start + at).assumingMemoryBound(to: Float.self)
        }

        /// Rows of small numbers, at the next multiple of 64.
        mutating func table(bits: Int, dims: Int) -> GramTable {
            align(to: 64)
            defer { at += (1 << bits) * dims }
            return GramTable(rows: start + at, bits: bits, dims: dims)
        }

        /// Bytes, at the next multiple of 64.
        mutating func bytes(_ count: Int) -> UnsafeRawPointer {
            align(to: 64)
            defer { at += count }
            return start + at
        }

        mutating func align(to width: Int) { at = (at + width - 1) / width * width }
    }

    /// Keeps the bytes of a file where the pointers lead.
    private final class Bytes: Sendable {
        nonisolated(unsafe) let start: UnsafeMutableRawPointer

        init(_ bytes: [UInt8]) {
            start = .allocate(byteCount: max(1, bytes.count), alignment: 64)
            bytes.withUnsafeBytes {
                start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: $0.count)
            }
        }

        deinit { start.deallocate() }
    }
}
