private import CWeights

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// The numbers that judge how far work reaches: one file of their own, read in place.
///
/// Shape: `docs/signals.md`, "The weights file". Asked only for messages that carry a signal.
public struct ReachWeights: @unchecked Sendable {
    // `@unchecked`: the pointers lead into `file`, which never changes and is kept alive here.

    /// The version that training stamped.
    public var version: String { file.version }

    let grams: GramTable
    let scale: UnsafePointer<Float>
    private let dense: UnsafePointer<Float>
    private let bias: UnsafePointer<Float>
    private let slope: UnsafePointer<Float>
    private let offset: UnsafePointer<Float>
    private let file: WeightsFile

    /// The weights that are part of the program.
    public static let embedded: Result<ReachWeights, ReaderError> = Result { () throws(ReaderError) in
        try ReachWeights(WeightsFile(constant: cweights_reach(), count: cweights_reach_size(), letters: "CTSS"))
    }

    /// Reads weights out of the bytes of a file.
    ///
    /// Errors: the file is no table of reach, of another format, or cut short.
    public init(bytes: [UInt8]) throws(ReaderError) {
        try self.init(WeightsFile(bytes: bytes, letters: "CTSS"))
    }

    private init(_ file: WeightsFile) throws(ReaderError) {
        let header = file.header
        guard header[0] == Self.format, header[1] == Self.bits, header[2] == Self.stride, header[3] == Self.inputs,
            header[4] == Self.heads
        else { throw .otherFormat(found: header[0], expected: Self.format) }
        var walk = file.walk
        scale = walk.floats(Self.stride)
        dense = walk.floats(Self.heads * Self.inputs)
        bias = walk.floats(Self.heads)
        slope = walk.floats(Self.outcomes)
        offset = walk.floats(Self.outcomes)
        grams = walk.table(bits: Self.bits, dims: Self.stride)
        guard walk.at == file.count else { throw .cutShort(expected: walk.at, found: file.count) }
        self.file = file
    }

    private static let format = 1
    /// The same as the behaviours', so that one list of buckets serves both.
    static let bits = 15
    static let stride = 16
    /// Can it be told; does it reach stages 2, 3, 4.
    private static let heads = 4
    /// The same, and stage 5, which leans on the scores of stage 4.
    private static let outcomes = 5
    /// The kinds that may be seen in a message, in the order of the inputs; being stuck is none of them.
    private static let kinds: [SignalKind] = [
        .recognition, .feedback, .coaching, .ownership, .decision, .upkeep, .judgement, .delivery,
    ]
    private static let inputs = BehaviourHead.steps + BehaviourHead.classes.count + kinds.count

    /// Turns column sums, what stands behind the behaviour head's answers, and the kinds that were seen into probabilities.
    func reach(
        _ sums: UnsafePointer<Float>,
        _ behaviours: BehaviourHead,
        _ behaviourSums: UnsafePointer<Float>,
        kinds found: [KindFinding]
    ) -> Reach {
        var scores = SIMD4<Float>(bias[0], bias[1], bias[2], bias[3])
        for head in 0..<Self.heads { scores[head] += sums[head] }
        let heard = BehaviourHead.steps + BehaviourHead.classes.count
        for place in 0..<heard { add(behaviours.score(place, behaviourSums), at: place, to: &scores) }
        for (place, kind) in Self.kinds.enumerated() where found.contains(where: { $0.kind == kind }) {
            add(1, at: heard + place, to: &scores)
        }
        return Reach(
            told: chance(0, scores),
            reaches: chance(1, scores),
            chance(2, scores),
            chance(3, scores),
            chance(4, scores)
        )
    }

    private func add(_ input: Float, at place: Int, to scores: inout SIMD4<Float>) {
        for head in 0..<Self.heads { scores[head] += dense[head * Self.inputs + place] * input }
    }

    private func chance(_ outcome: Int, _ scores: SIMD4<Float>) -> Double {
        1 / (1 + exp(-Double(slope[outcome] * scores[min(outcome, Self.heads - 1)] + offset[outcome])))
    }
}
