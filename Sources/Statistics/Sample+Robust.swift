extension Sample {
    /// Median distance from the median, times 1.4826 so that it is the spread of normal values; nil of nothing.
    public static func robustSpread(_ values: [Double]) -> Double? {
        guard let middle = median(values), let distance = median(values.map { abs($0 - middle) }) else { return nil }
        return 1.4826 * distance
    }

    /// How many robust spreads a value lies from the median of a baseline; nil without a baseline.
    ///
    /// - Parameters:
    ///   - value: the value
    ///   - baseline: what it is held against
    ///   - minimumSpread: the least spread that is assumed; 1 suits counts
    /// - Returns: the distance, with its sign
    public static func robustZ(_ value: Double, against baseline: [Double], minimumSpread: Double = 1) -> Double? {
        guard let middle = median(baseline), let spread = robustSpread(baseline) else { return nil }
        let held = max(spread, minimumSpread)
        // A baseline that never moves and no least spread leave no unit to measure in.
        guard held > 0 else { return nil }
        return (value - middle) / held
    }

    /// The value below which lies this share, between two values by a straight line; nil of nothing.
    ///
    /// Source: Hyndman and Fan (1996), definition 7.
    public static func quantile(_ values: [Double], _ share: Double) -> Double? {
        quantileOfSorted(values.sorted(), share)
    }

    /// The quantile of values already in order.
    public static func quantileOfSorted(_ values: [Double], _ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let place = min(max(share, 0), 1) * Double(values.count - 1)
        let low = min(Int(place), values.count - 1)
        let high = min(low + 1, values.count - 1)
        return values[low] + (values[high] - values[low]) * (place - Double(low))
    }

    /// Spearman's correlation: Pearson's of the ranks; nil where either side does not vary.
    ///
    /// Source: Spearman (1904).
    public static func spearman(_ left: [Double], _ right: [Double]) -> Double? {
        let count = min(left.count, right.count)
        return correlation(ranks(Array(left.prefix(count))), ranks(Array(right.prefix(count))))
    }

    /// Kendall's correlation τ-b: pairs in the same order less pairs in the opposite one, ties taken into account.
    ///
    /// Source: Kendall (1945); sorted and merged after Knight (1966), O(n log n). Nil where either side does not vary.
    public static func kendall(_ left: [Double], _ right: [Double]) -> Double? {
        let pairs = zip(left, right).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        func tied(_ same: (Int, Int) -> Bool) -> Double {
            var (ties, run) = (0.0, 1.0)
            for place in 1..<max(1, pairs.count) {
                run = same(place - 1, place) ? run + 1 : 1
                ties += run - 1
            }
            return ties
        }
        let all = Double(pairs.count) * (Double(pairs.count) - 1) / 2
        let tiedLeft = tied { pairs[$0].0 == pairs[$1].0 }
        let tiedBoth = tied { pairs[$0] == pairs[$1] }
        var rights = pairs.map(\.1)
        let swaps = exchanges(&rights)
        var (tiedRight, run) = (0.0, 1.0)
        for place in 1..<max(1, rights.count) {
            run = rights[place] == rights[place - 1] ? run + 1 : 1
            tiedRight += run - 1
        }
        guard all > tiedLeft, all > tiedRight else { return nil }
        let same = all - tiedLeft - tiedRight + tiedBoth - 2 * swaps
        return min(1, max(-1, same / ((all - tiedLeft).squareRoot() * (all - tiedRight).squareRoot())))
    }

    /// Sorts; how many pairs stood in the wrong order.
    private static func exchanges(_ values: inout [Double]) -> Double {
        var count = 0.0
        var width = 1
        var merged = values
        while width < values.count {
            for start in stride(from: 0, to: values.count, by: 2 * width) {
                let (middle, end) = (min(start + width, values.count), min(start + 2 * width, values.count))
                var (one, other) = (start, middle)
                for place in start..<end {
                    if one < middle, other >= end || values[one] <= values[other] {
                        merged[place] = values[one]
                        one += 1
                    } else {
                        merged[place] = values[other]
                        other += 1
                        count += Double(middle - one)
                    }
                }
            }
            swap(&values, &merged)
            width *= 2
        }
        return count
    }
}
