#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// What a message says about competencies, reach and sort of work; asked only for messages that carry a signal.
struct BehaviourHead {
    /// The competencies, in the order of the columns.
    static let competencies = [
        "ownership", "craft", "design", "multiply", "people", "health", "system", "judgement", "direction", "influence",
        "impact",
    ]
    /// The sorts of work, in the order of the columns.
    static let classes: [WorkClass] = [.launch, .upkeep, .ownership, .decision, .enablement, .craft]
    /// Steps between the five stages.
    static let steps = 4
    static let outputs = 21
    /// Bytes of a row, filled up.
    static let stride = 32

    private let bias: UnsafePointer<Float>
    private let sharpness: UnsafePointer<Float>

    init(walk: inout ReaderWeights.Walk) {
        bias = walk.floats(Self.outputs)
        sharpness = walk.floats(3)
    }

    /// What the head says.
    struct Verdict {
        var competencies: [CompetencyShare]
        var stage: Double
        var classes: [Double]
    }

    /// Turns column sums into shares, an expected stage and class shares.
    func verdict(_ sums: UnsafePointer<Float>) -> Verdict {
        let shares = Self.softmax(sums, bias, from: 0, count: Self.competencies.count, sharpness: sharpness[0])
        let order = shares.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
        var stage = 1.0
        var cap = 1.0
        for step in 0..<Self.steps {
            let column = Self.competencies.count + step
            let above = 1 / (1 + exp(-Double((sums[column] + bias[column]) * sharpness[1])))
            cap = min(cap, above)
            stage += cap
        }
        let first = Self.competencies.count + Self.steps
        let classes = Self.softmax(sums, bias, from: first, count: Self.classes.count, sharpness: sharpness[2])
        return Verdict(
            competencies: order.map { CompetencyShare(competency: Self.competencies[$0], share: shares[$0]) },
            stage: stage,
            classes: classes
        )
    }

    private static func softmax(
        _ sums: UnsafePointer<Float>,
        _ bias: UnsafePointer<Float>,
        from first: Int,
        count: Int,
        sharpness: Float
    ) -> [Double] {
        let scores = (first..<first + count).map { Double((sums[$0] + bias[$0]) * sharpness) }
        let top = scores.max() ?? 0
        let powers = scores.map { exp($0 - top) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }
}
