/// How far two raters agree beyond chance.
///
/// Source: Cohen (1960); weighted: Cohen (1968).
public enum CohenKappa {
    /// What a disagreement counts.
    public enum Weights: Sendable, Hashable, CaseIterable {
        /// Every disagreement the same.
        case none
        /// By the number of steps.
        case linear
        /// By the square of the number of steps.
        case quadratic
    }

    /// 1 for full agreement, 0 for chance; nil of nothing, or where both always said the same one thing.
    ///
    /// Steps are counted between the values that occur. Pairs beyond the shorter list are left out.
    public static func value(_ first: [Int], _ second: [Int], weights: Weights = .none) -> Double? {
        let pairs = Array(zip(first, second))
        let labels = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
        guard !pairs.isEmpty else { return nil }
        let place = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        var one = [Double](repeating: 0, count: labels.count)
        var other = one
        var observed = 0.0
        for (left, right) in pairs {
            guard let a = place[left], let b = place[right] else { continue }
            one[a] += 1
            other[b] += 1
            observed += weight(a, b, weights)
        }
        var expected = 0.0
        for a in labels.indices { for b in labels.indices { expected += one[a] * other[b] * weight(a, b, weights) } }
        expected /= Double(pairs.count)
        return expected > 0 ? 1 - observed / expected : nil
    }

    private static func weight(_ one: Int, _ other: Int, _ weights: Weights) -> Double {
        let steps = Double(abs(one - other))
        switch weights {
        case .none: return one == other ? 0 : 1
        case .linear: return steps
        case .quadratic: return steps * steps
        }
    }
}
