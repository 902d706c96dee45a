/// How far one group lies above another: the median of all differences between a value of each.
///
/// Source: Hodges and Lehmann (1963); interval by the normal approximation of Mann and Whitney's statistic (1947).
/// The differences are never written out: their order is searched by halving, in O((n + m) · 64).
public struct RankShift: Sendable, Hashable {
    /// The median difference, first less second.
    public let shift: Double
    /// Where it lies, 95 %.
    public let interval: Interval
    /// Probability of ranks as far apart where there is no difference; ties and continuity corrected.
    public let p: Double

    /// Compares two groups; nil where either is empty.
    public init?(_ first: [Double], _ second: [Double]) {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let one = first.sorted()
        let other = second.sorted()
        let pairs = one.count * other.count
        let (n, m) = (Double(one.count), Double(other.count))
        func difference(_ place: Int) -> Double { Self.difference(of: one, and: other, place: place) }
        shift = pairs % 2 == 1 ? difference(pairs / 2) : (difference(pairs / 2 - 1) + difference(pairs / 2)) / 2
        let spread = (n * m * (n + m + 1) / 12).squareRoot()
        let outside = max(0, Int((n * m / 2 - NormalDistribution.z95 * spread).rounded(.down)) - 1)
        interval = Interval(low: difference(outside), high: difference(pairs - 1 - outside))
        p = RankTest(first, second)?.p ?? 1
    }

    /// The difference at a place in the order of all differences, from 0.
    private static func difference(of one: [Double], and other: [Double], place: Int) -> Double {
        func atMost(_ value: Double) -> Int {
            var count = 0
            var end = 0
            for right in other {
                while end < one.count, one[end] - right <= value { end += 1 }
                // Right values rise, so that the end only moves up.
                count += end
            }
            return count
        }
        var low = ordered(one[0] - other[other.count - 1])
        var high = ordered(one[one.count - 1] - other[0])
        while low < high {
            let middle = low + (high - low) / 2
            if atMost(number(middle)) > place { high = middle } else { low = middle + 1 }
        }
        return number(low)
    }

    /// Numbers as whole numbers in the same order.
    private static func ordered(_ value: Double) -> UInt64 {
        let bits = (value == 0 ? 0 : value).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | (1 << 63)
    }
    private static func number(_ order: UInt64) -> Double {
        Double(bitPattern: order >> 63 == 1 ? order & ~(1 << 63) : ~order)
    }
}
