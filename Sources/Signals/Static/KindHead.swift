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
    /// `layer` has room for the hidden layer; inputs in `gap` are known to be 0 and not looked at.
    func score(
        _ input: UnsafePointer<Float>,
        gap: Range<Int>,
        layer: UnsafeMutablePointer<Float>,
        into scores: UnsafeMutablePointer<Float>
    ) {
        var unit = 0
        while unit &+ 4 <= hidden {
            let rows = firstWeights + unit * inputs
            let near = Self.fourDots(input, rows, stride: inputs, 0..<gap.lowerBound)
            let far = Self.fourDots(input, rows, stride: inputs, gap.upperBound..<inputs)
            let bias = UnsafeRawPointer(firstBias + unit).loadUnaligned(as: SIMD4<Float>.self)
            let sums = pointwiseMax(bias + (near + far), SIMD4(repeating: 0))
            UnsafeMutableRawPointer(layer + unit).storeBytes(of: sums, as: SIMD4<Float>.self)
            unit &+= 4
        }
        while unit < hidden {
            let row = firstWeights + unit * inputs
            layer[unit] = max(0, firstBias[unit] + dot(input, row, around: gap))
            unit &+= 1
        }
        for kind in 0..<kinds {
            scores[kind] =
                bias[kind] + Self.dot(layer, secondWeights + kind * hidden, hidden)
                + dot(input, straightWeights + kind * inputs, around: gap)
        }
    }

    @inline(__always)
    private func dot(_ input: UnsafePointer<Float>, _ row: UnsafePointer<Float>, around gap: Range<Int>) -> Float {
        Self.dot(input, row, gap.lowerBound)
            + Self.dot(input + gap.upperBound, row + gap.upperBound, inputs - gap.upperBound)
    }

    /// The probability that a careful human would agree.
    func probability(_ score: Float, kind: Int) -> Double {
        1 / (1 + exp(-Double(slope[kind] * score + offset[kind])))
    }

    /// True when the probability reaches the kind's operating point.
    func passes(_ probability: Double, kind: Int) -> Bool { probability >= Double(threshold[kind]) }

    /// The products of one input with four rows, `stride` apart: what is loaded of the input serves all four.
    @inline(__always)
    private static func fourDots(
        _ input: UnsafePointer<Float>,
        _ rows: UnsafePointer<Float>,
        stride: Int,
        _ columns: Range<Int>
    ) -> SIMD4<Float> {
        @inline(__always)
        func four(_ place: UnsafePointer<Float>) -> SIMD4<Float> {
            UnsafeRawPointer(place).loadUnaligned(as: SIMD4<Float>.self)
        }
        var first = SIMD4<Float>(repeating: 0)
        var second = first
        var third = first
        var fourth = first
        var column = columns.lowerBound
        while column &+ 4 <= columns.upperBound {
            let given = four(input + column)
            first += given * four(rows + column)
            second += given * four(rows + (stride &+ column))
            third += given * four(rows + (2 &* stride &+ column))
            fourth += given * four(rows + (3 &* stride &+ column))
            column &+= 4
        }
        var sums = SIMD4(first.sum(), second.sum(), third.sum(), fourth.sum())
        while column < columns.upperBound {
            let place = rows + column
            sums += input[column] * SIMD4(place[0], place[stride], place[2 * stride], place[3 * stride])
            column &+= 1
        }
        return sums
    }

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
