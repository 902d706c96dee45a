#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// The last layers for the nine kinds: one hidden layer, a straight path beside it, then a calibrated probability.
///
/// Source: calibration after Platt, *Probabilistic Outputs for Support Vector Machines* (1999).
struct KindHead {
    let inputs: Int
    let hidden: Int
    let kinds: Int
    private let firstWeights: UnsafePointer<Float>
    private let firstBias: UnsafePointer<Float>
    private let secondWeights: UnsafePointer<Float>
    private let straightWeights: UnsafePointer<Float>
    private let bias: UnsafePointer<Float>
    private let slope: UnsafePointer<Float>
    private let offset: UnsafePointer<Float>
    private let threshold: UnsafePointer<Float>

    init(inputs: Int, hidden: Int, kinds: Int, walk: inout WeightsFile.Walk) {
        self.inputs = inputs
        self.hidden = hidden
        self.kinds = kinds
        firstWeights = walk.floats(hidden * inputs)
        firstBias = walk.floats(hidden)
        secondWeights = walk.floats(kinds * hidden)
        straightWeights = walk.floats(kinds * inputs)
        bias = walk.floats(kinds)
        slope = walk.floats(kinds)
        offset = walk.floats(kinds)
        threshold = walk.floats(kinds)
    }

    /// Writes a score for each kind, above 0 for a leaning to yes.
    ///
    /// `layer` has room for the hidden layer.
    func score(
        _ input: UnsafePointer<Float>,
        layer: UnsafeMutablePointer<Float>,
        into scores: UnsafeMutablePointer<Float>
    ) {
        for unit in 0..<hidden {
            layer[unit] = max(0, firstBias[unit] + Self.dot(input, firstWeights + unit * inputs, inputs))
        }
        for kind in 0..<kinds {
            scores[kind] =
                bias[kind] + Self.dot(layer, secondWeights + kind * hidden, hidden)
                + Self.dot(input, straightWeights + kind * inputs, inputs)
        }
    }

    /// The probability that a careful human would agree.
    func probability(_ score: Float, kind: Int) -> Double {
        1 / (1 + exp(-Double(slope[kind] * score + offset[kind])))
    }

    /// True when the probability reaches the kind's operating point.
    func passes(_ probability: Double, kind: Int) -> Bool { probability >= Double(threshold[kind]) }

    /// Four sums at once, so that no addition waits for the one before it.
    @inline(__always)
    private static func dot(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int) -> Float {
        @inline(__always)
        func four(_ index: Int) -> SIMD4<Float> {
            UnsafeRawPointer(left + index).loadUnaligned(as: SIMD4<Float>.self)
                * UnsafeRawPointer(right + index).loadUnaligned(as: SIMD4<Float>.self)
        }
        var first = SIMD4<Float>(repeating: 0)
        var second = first
        var third = first
        var fourth = first
        var index = 0
        while index &+ 16 <= count {
            first += four(index)
            second += four(index &+ 4)
            third += four(index &+ 8)
            fourth += four(index &+ 12)
            index &+= 16
        }
        while index &+ 4 <= count {
            first += four(index)
            index &+= 4
        }
        var total = ((first + second) + (third + fourth)).sum()
        while index < count {
            total += left[index] * right[index]
            index &+= 1
        }
        return total
    }
}
