/// What is asked of some numbers before anything else: middle, spread, order.
public enum Sample {
    /// The mean; nil of nothing.
    public static func mean(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let first = values.reduce(0, +) / Double(values.count)
        guard first.isFinite else { return first }
        // A second pass takes out what rounding left, so that equal values have exactly their own mean.
        return first + values.reduce(0) { $0 + ($1 - first) } / Double(values.count)
    }

    /// The variance with n - 1; nil of fewer than two.
    public static func variance(_ values: [Double]) -> Double? {
        guard values.count >= 2, let middle = mean(values) else { return nil }
        return values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(values.count - 1)
    }

    /// The middle value, or halfway between the two middle ones; nil of nothing.
    public static func median(_ values: [Double]) -> Double? { medianOfSorted(values.sorted()) }

    /// The median of values already in order.
    public static func medianOfSorted(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let half = values.count / 2
        return values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
    }

    /// Ranks from 1; equal values share the mean of their ranks.
    public static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let shared = Double(start + end + 1) / 2
            for place in start..<end { ranks[order[place]] = shared }
            start = end
        }
        return ranks
    }

    /// Pearson's correlation; nil where either side does not vary.
    public static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
        guard left.count == right.count, let a = mean(left), let b = mean(right) else { return nil }
        var (across, one, other, size, otherSize) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (x, y) in zip(left, right) {
            across += (x - a) * (y - b)
            one += (x - a) * (x - a)
            other += (y - b) * (y - b)
            size += x * x
            otherSize += y * y
        }
        // What is left of constant values by rounding is no variation.
        guard one > size * 1e-24, other > otherSize * 1e-24 else { return nil }
        return min(1, max(-1, across / (one.squareRoot() * other.squareRoot())))
    }
}
