private import CWeights

/// The numbers behind competencies, reach and sort of work: one file of their own, read in place.
///
/// Shape: `docs/signals.md`, "The weights file".
public struct BehaviourWeights: @unchecked Sendable {
    // `@unchecked`: the pointers lead into `file`, which never changes and is kept alive here.

    /// The version that training stamped.
    public var version: String { file.version }

    let grams: GramTable
    let scale: UnsafePointer<Float>
    let head: BehaviourHead
    private let file: WeightsFile

    /// The weights that are part of the program.
    public static let embedded: Result<BehaviourWeights, ReaderError> = Result { () throws(ReaderError) in
        try BehaviourWeights(
            WeightsFile(constant: cweights_behaviours(), count: cweights_behaviours_size(), letters: "CTSB")
        )
    }

    /// Reads weights out of the bytes of a file.
    ///
    /// Errors: the file is no behaviour table, of another format, or cut short.
    public init(bytes: [UInt8]) throws(ReaderError) {
        try self.init(WeightsFile(bytes: bytes, letters: "CTSB"))
    }

    private init(_ file: WeightsFile) throws(ReaderError) {
        let header = file.header
        guard header[0] == Self.format, header[2] == BehaviourHead.stride, header[3] == BehaviourHead.behaviours,
            header[4] == BehaviourHead.steps,
            header[5] == BehaviourHead.classes.count,
            (8...24).contains(header[1])
        else { throw .otherFormat(found: header[0], expected: Self.format) }
        var walk = file.walk
        scale = walk.floats(BehaviourHead.stride)
        head = BehaviourHead(walk: &walk)
        grams = walk.table(bits: header[1], dims: BehaviourHead.stride)
        guard walk.at == file.count else { throw .cutShort(expected: walk.at, found: file.count) }
        self.file = file
    }

    private static let format = 2
}

extension BehaviourWeights {
    /// The shares of the behaviours in a text, in the order of `WorkBehaviour.all`; less than 1 in all, the rest is none.
    public func behaviours(of text: String) -> [Double] { Array(verdict(text).behaviours.dropLast()) }

    /// What the head says of a text that stands alone.
    func verdict(_ text: String) -> BehaviourHead.Verdict {
        var tokenizer = Tokenizer(limit: Workbench.targetBytes)
        var grams = Grams(limit: Workbench.targetBytes)
        Array(text.utf8.prefix(Workbench.targetBytes)).withUnsafeBufferPointer {
            tokenizer.cut($0, names: [], spans: [])
        }
        return verdict(tokenizer, &grams)
    }

    /// What the head says of a text that was cut.
    func verdict(_ tokenizer: borrowing Tokenizer, _ grams: inout Grams) -> BehaviourHead.Verdict {
        let stride = BehaviourHead.stride
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * stride) { sums in
            sums.initialize(repeating: 0)
            guard let base = sums.baseAddress else {
                return BehaviourHead.Verdict(behaviours: [], stage: 1, classes: [])
            }
            grams.listTokens(tokenizer, order: 3, space: GramSpace.word, bits: self.grams.bits)
            grams.sum(self.grams, scale: scale, into: base)
            grams.listCharacters(tokenizer, bits: self.grams.bits)
            grams.sum(self.grams, scale: scale, into: base + stride)
            for column in 0..<stride { base[column] += base[stride + column] }
            return head.verdict(base)
        }
    }
}
