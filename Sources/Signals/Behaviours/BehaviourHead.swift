#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// What a message says about behaviours, reach and sort of work; asked only for messages that carry a signal.
struct BehaviourHead {
    /// The sorts of work, in the order of the columns.
    static let classes: [WorkClass] = [.launch, .upkeep, .ownership, .decision, .enablement, .craft]
    /// Steps between the five stages.
    static let steps = 4
    /// Behaviours, and one column for none of them.
    static let behaviours = WorkBehaviour.all.count + 1
    static let outputs = behaviours + steps + classes.count
    /// Bytes of a row, filled up.
    static let stride = 64

    private let bias: UnsafePointer<Float>
    private let sharpness: UnsafePointer<Float>

    init(walk: inout WeightsFile.Walk) {
        bias = walk.floats(Self.outputs)
        sharpness = walk.floats(3)
    }

    /// What the head says.
    struct Verdict {
        /// Shares of the behaviours in their order, then that of none.
        var behaviours: [Double]
        var stage: Double
        var classes: [Double]
    }

    /// Turns column sums into shares of behaviours, an expected stage and shares of classes.
    func verdict(_ sums: UnsafePointer<Float>) -> Verdict {
        var stage = 1.0
        var cap = 1.0
        for step in 0..<Self.steps {
            let column = Self.behaviours + step
            let above = 1 / (1 + exp(-Double((sums[column] + bias[column]) * sharpness[1])))
            cap = min(cap, above)
            stage += cap
        }
        let first = Self.behaviours + Self.steps
        return Verdict(
            behaviours: softmax(sums, from: 0, count: Self.behaviours, sharpness: sharpness[0]),
            stage: stage,
            classes: softmax(sums, from: first, count: Self.classes.count, sharpness: sharpness[2])
        )
    }

    /// What stands behind steps and classes, before it becomes shares: steps first.
    func score(_ place: Int, _ sums: UnsafePointer<Float>) -> Float {
        sums[Self.behaviours + place] + bias[Self.behaviours + place]
    }

    private func softmax(_ sums: UnsafePointer<Float>, from first: Int, count: Int, sharpness: Float) -> [Double] {
        var scores = (first..<first + count).map { Double((sums[$0] + bias[$0]) * sharpness) }
        let top = scores.max() ?? 0
        var total = 0.0
        for index in scores.indices {
            scores[index] = exp(scores[index] - top)
            total += scores[index]
        }
        return scores.map { $0 / total }
    }
}
