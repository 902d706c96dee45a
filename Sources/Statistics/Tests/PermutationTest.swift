/// Two means compared by dealing out the values anew in every possible way.
public enum PermutationTest {
    /// More ways than this are not tried.
    public static let most = 20_000

    /// How many ways there are to choose; nil above `most`.
    public static func ways(_ n: Int, choose k: Int) -> Int? {
        guard n >= 0, k >= 0, k <= n else { return 0 }
        var ways = 1
        for step in 0..<min(k, n - k) {
            let (product, overflow) = ways.multipliedReportingOverflow(by: n - step)
            guard !overflow else { return nil }
            ways = product / (step + 1)
            if ways > most { return nil }
        }
        return ways
    }

    /// Share of all ways in which the means lie at least as far apart as they do; nil for too many ways or none.
    public static func p(_ first: [Double], _ second: [Double]) -> Double? {
        let all = first + second
        let (fewer, more) = first.count <= second.count ? (first, second) : (second, first)
        guard let a = Sample.mean(fewer), let b = Sample.mean(more),
            let total = ways(all.count, choose: fewer.count)
        else { return nil }
        let observed = abs(a - b)
        // Values moved to their mean first: sums stay small, ties stay ties.
        let middle = Sample.mean(all) ?? 0
        let moved = all.map { $0 - middle }
        let whole = moved.reduce(0, +)
        let reach = moved.reduce(0) { max($0, abs($1)) }
        let (n, m) = (Double(fewer.count), Double(more.count))
        var extreme = 0
        forEachChoice(all.count, fewer.count) { chosen in
            var sum = 0.0
            for index in chosen { sum += moved[index] }
            if abs(sum / n - (whole - sum) / m) >= observed - 1e-12 * max(reach, observed) { extreme += 1 }
        }
        return Double(extreme) / Double(total)
    }

    private static func forEachChoice(_ n: Int, _ k: Int, _ body: ([Int]) -> Void) {
        var chosen = Array(0..<k)
        while true {
            body(chosen)
            guard let place = (0..<k).last(where: { chosen[$0] < n - k + $0 }) else { return }
            chosen[place] += 1
            for later in (place + 1)..<max(place + 1, k) { chosen[later] = chosen[later - 1] + 1 }
        }
    }
}
