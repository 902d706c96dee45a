#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// How good an order is, held against judgements by reading.
///
/// Source: Järvelin and Kekäläinen (2002) for the discounted gain.
public struct RankingMetrics: Sendable, Hashable {
    /// The judgements in the order of the ranking.
    public let ordered: [Double]

    /// Puts judgements in the order of falling scores; equal scores keep their order.
    public init(gains: [Double], scores: [Double]) {
        let order = zip(gains.indices, scores).sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
        ordered = order.map { gains[$0.0] }
    }

    /// What a judgement counts.
    public enum Gain: Sendable, Hashable {
        /// The judgement itself.
        case linear
        /// 2 to its power, less one.
        case exponential
        func value(_ gain: Double) -> Double { self == .linear ? gain : exp2(gain) - 1 }
    }

    /// Normalised discounted gain of the first `k`; 0 where nothing is worth anything.
    public func ndcg(_ k: Int, _ gain: Gain) -> Double {
        func sum(_ gains: [Double]) -> Double {
            gains.prefix(k).enumerated().reduce(0) { $0 + gain.value($1.element) / log2(Double($1.offset) + 2) }
        }
        let best = sum(ordered.sorted(by: >))
        return best > 0 ? sum(ordered) / best : 0
    }

    /// The share of the first `k` that is worth anything.
    public func precision(_ k: Int) -> Double { Double(ordered.prefix(k).count { $0 > 0 }) / Double(k) }

    /// One through the place of the first item that is worth anything; 0 where there is none.
    public var reciprocalRank: Double { ordered.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0 }

    /// The mean precision at each item that is worth anything.
    public var averagePrecision: Double {
        var hits = 0.0
        var sum = 0.0
        for (index, gain) in ordered.enumerated() where gain > 0 {
            hits += 1
            sum += hits / Double(index + 1)
        }
        return hits > 0 ? sum / hits : 0
    }
}
