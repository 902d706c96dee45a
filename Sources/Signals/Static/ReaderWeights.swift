private import CWeights

/// The numbers behind the static reader: one file, read in place.
///
/// Shape: `docs/signals.md`, "The weights file".
public struct ReaderWeights: @unchecked Sendable {
    // `@unchecked`: the pointers lead into `file`, which never changes and is kept alive here.

    /// The version that training stamped.
    public var version: String { file.version }

    let grams: GramTable
    let gramScale: UnsafePointer<Float>
    let kinds: KindHead
    private let file: WeightsFile

    /// The weights that are part of the program.
    public static let embedded: Result<ReaderWeights, ReaderError> = Result { () throws(ReaderError) in
        try ReaderWeights(WeightsFile(constant: cweights_reader(), count: cweights_reader_size(), letters: "CTSR"))
    }

    /// Reads weights out of the bytes of a file.
    ///
    /// Errors: the file is no reader's, of another format, or cut short.
    public init(bytes: [UInt8]) throws(ReaderError) {
        try self.init(WeightsFile(bytes: bytes, letters: "CTSR"))
    }

    private init(_ file: WeightsFile) throws(ReaderError) {
        let header = file.header
        guard header[0] == Self.format, [16, 32, 64].contains(header[2]),
            header[3] == TalkFeatures.count,
            header[5] == SignalKind.allCases.count, (8...24).contains(header[1]), (1...512).contains(header[4])
        else { throw .otherFormat(found: header[0], expected: Self.format) }
        var walk = file.walk
        gramScale = walk.floats(header[2])
        kinds = KindHead(inputs: 4 * header[2] + header[3], hidden: header[4], kinds: header[5], walk: &walk)
        grams = walk.table(bits: header[1], dims: header[2])
        guard walk.at == file.count else { throw .cutShort(expected: walk.at, found: file.count) }
        self.file = file
    }

    private static let format = 2
}
