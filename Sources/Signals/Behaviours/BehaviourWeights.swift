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
            // The weights of reach share the buckets.
            header[1] == ReachWeights.bits
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
    func verdict(_ text: String) -> BehaviourHead.Verdict { verdict(text, reach: nil).0 }

    /// What the head says of a text that stands alone, and how far the work reaches that it tells of, without kinds.
    func verdict(_ text: String, reach: ReachWeights?) -> (BehaviourHead.Verdict, Reach?) {
        var tokenizer = Tokenizer(limit: Workbench.targetBytes)
        var grams = Grams(limit: Workbench.targetBytes)
        Array(text.utf8.prefix(Workbench.targetBytes)).withUnsafeBufferPointer {
            tokenizer.cut($0, names: [], spans: [])
        }
        return verdict(tokenizer, &grams, reach: reach, kinds: [])
    }

    /// What the head says of a text that was cut, and how far the work reaches, given which kinds were seen in it.
    func verdict(
        _ tokenizer: borrowing Tokenizer,
        _ grams: inout Grams,
        reach: ReachWeights?,
        kinds: [KindFinding]
    ) -> (BehaviourHead.Verdict, Reach?) {
        let stride = BehaviourHead.stride
        let beside = ReachWeights.stride
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * (stride + beside)) { sums in
            sums.initialize(repeating: 0)
            guard let base = sums.baseAddress else {
                return (BehaviourHead.Verdict(behaviours: [], stage: 1, classes: []), nil)
            }
            let reachBase = base + 2 * stride
            grams.listTokens(tokenizer, order: 3, space: GramSpace.word, bits: self.grams.bits)
            grams.sum(self.grams, scale: scale, into: base)
            if let reach { grams.sum(reach.grams, scale: reach.scale, into: reachBase) }
            grams.listCharacters(tokenizer, bits: self.grams.bits)
            grams.sum(self.grams, scale: scale, into: base + stride)
            if let reach { grams.sum(reach.grams, scale: reach.scale, into: reachBase + beside) }
            for column in 0..<stride { base[column] += base[stride + column] }
            for column in 0..<beside { reachBase[column] += reachBase[beside + column] }
            return (head.verdict(base), reach?.reach(reachBase, head, base, kinds: kinds))
        }
    }
}
