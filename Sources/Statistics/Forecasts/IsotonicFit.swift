/// Scores turned into probabilities that never fall as the score rises.
///
/// Source: Barlow, Bartholomew, Bremner and Brunk (1972), pool adjacent violators; between the points straight lines,
/// beyond them the last value.
public struct IsotonicFit: Sendable, Hashable {
    /// Where the fit changes: scores, rising.
    public let scores: [Double]
    /// The probability at each of them, never falling.
    public let values: [Double]

    /// Fits to what happened; nil of nothing.
    ///
    /// Scores that are no numbers are left out.
    public init?(_ scores: [Double], outcomes: [Double]) {
        let pairs = zip(scores, outcomes).filter { !$0.0.isNaN && $0.1.isFinite }.sorted { $0.0 < $1.0 }
        guard !pairs.isEmpty else { return nil }
        var blocks: [Block] = []
        for (score, outcome) in pairs {
            if let last = blocks.last, last.high == score, last.low == score {
                blocks[blocks.count - 1].add(outcome)
            } else {
                // The score before is whole now, so that it can be pooled with those below.
                Self.pool(&blocks)
                blocks.append(Block(low: score, high: score, sum: outcome, count: 1))
            }
        }
        Self.pool(&blocks)
        let ends = blocks.flatMap { block in
            (block.low == block.high ? [block.low] : [block.low, block.high]).map { ($0, block.mean) }
        }
        self.scores = ends.map(\.0)
        values = ends.map(\.1)
    }

    /// Fits to what came true and what did not.
    public init?(_ scores: [Double], happened: [Bool]) { self.init(scores, outcomes: happened.map { $0 ? 1 : 0 }) }

    /// The fitted probability of a score.
    public func value(_ score: Double) -> Double {
        guard let first = scores.first, score > first else { return values.first ?? 0 }
        var low = 0
        var high = scores.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if scores[middle] <= score { low = middle } else { high = middle }
        }
        guard low + 1 < scores.count else { return values[low] }
        let part = (score - scores[low]) / (scores[low + 1] - scores[low])
        return values[low] + (values[low + 1] - values[low]) * part
    }

    private struct Block {
        var low: Double
        var high: Double
        var sum: Double
        var count: Double
        var mean: Double { sum / count }

        mutating func add(_ outcome: Double) {
            sum += outcome
            count += 1
        }
    }

    /// Joins the last blocks as long as the one before is not below.
    private static func pool(_ blocks: inout [Block]) {
        while blocks.count >= 2, blocks[blocks.count - 2].mean >= blocks[blocks.count - 1].mean {
            let last = blocks.removeLast()
            blocks[blocks.count - 1].high = last.high
            blocks[blocks.count - 1].sum += last.sum
            blocks[blocks.count - 1].count += last.count
        }
    }
}
