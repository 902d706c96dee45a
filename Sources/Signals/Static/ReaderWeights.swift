private import CWeights

/// The numbers behind the static reader: one file, read in place.
///
/// Shape: `docs/signals.md`, "The weights file". Little-endian, aligned to 64 bytes.
/// `@unchecked Sendable`: the bytes behind its pointers are constants of the program, or owned and never changed after
/// they were read.
public struct ReaderWeights: @unchecked Sendable {
    /// The version that training stamped.
    public let version: String

    let grams: GramTable
    let gramScale: UnsafePointer<Float>
    let kinds: KindHead
    let behaviours: GramTable
    let behaviourScale: UnsafePointer<Float>
    let behaviourHead: BehaviourHead
    private let owner: Bytes?

    /// The weights that are part of the program.
    public static let embedded: Result<ReaderWeights, ReaderError> = Result { () throws(ReaderError) in
        try ReaderWeights(start: cweights_reader(), count: cweights_reader_size(), owner: nil)
    }

    /// Reads weights out of the bytes of a file.
    ///
    /// Errors: the file is no reader's, of another format, or cut short.
    public init(bytes: [UInt8]) throws(ReaderError) {
        let owner = Bytes(bytes)
        self = try ReaderWeights(start: UnsafeRawPointer(owner.start), count: bytes.count, owner: owner)
    }

    private init(start: UnsafeRawPointer?, count: Int, owner: Bytes?) throws(ReaderError) {
        guard let start, count >= Self.headerBytes, start.loadUnaligned(as: UInt32.self) == Self.magic else {
            throw .notWeights
        }
        let header = (0..<16).map { Int(start.load(fromByteOffset: 4 * $0, as: UInt32.self).littleEndian) }
        guard header[1] == Self.format, header[3] == 16, header[4] == TalkFeatures.count,
            header[6] == SignalKind.allCases.count, header[8] == BehaviourHead.outputs,
            (8...24).contains(header[2]), (8...24).contains(header[7]), (1...512).contains(header[5])
        else { throw .otherFormat(found: header[1], expected: Self.format) }
        var walk = Walk(start: start, at: Self.headerBytes)
        let inputs = 4 * 16 + header[4]
        gramScale = walk.floats(16)
        kinds = KindHead(inputs: inputs, hidden: header[5], kinds: header[6], walk: &walk)
        behaviourScale = walk.floats(BehaviourHead.stride)
        behaviourHead = BehaviourHead(walk: &walk)
        walk.align(to: 64)
        grams = GramTable(rows: start + walk.at, bits: header[2], dims: 16)
        walk.at += (1 << header[2]) * 16
        behaviours = GramTable(rows: start + walk.at, bits: header[7], dims: BehaviourHead.stride)
        walk.at += (1 << header[7]) * BehaviourHead.stride
        guard walk.at == count else { throw .cutShort(expected: walk.at, found: count) }
        let name = UnsafeRawBufferPointer(start: start + 36, count: 28).prefix { $0 != 0 }
        version = String(decoding: name, as: UTF8.self)
        self.owner = owner
    }

    private static let magic: UInt32 = 0x5253_5443
    private static let format = 1
    private static let headerBytes = 64

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

    /// Goes through blocks of numbers.
    struct Walk {
        let start: UnsafeRawPointer
        var at: Int

        mutating func floats(_ count: Int) -> UnsafePointer<Float> {
            defer { at += 4 * count }
            return (start + at).assumingMemoryBound(to: Float.self)
        }

        mutating func align(to width: Int) { at = (at + width - 1) / width * width }
    }
}
