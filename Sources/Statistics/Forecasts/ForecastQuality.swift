/// How good probabilities, or any scores that put cases in an order, turned out to be.
///
/// Shape: lists of equal length; surplus values of the longer one are left out. `happened` says what came true.
public enum ForecastQuality {
    /// Area under the ROC curve: how often a case that came true has the higher score; ties count half.
    ///
    /// Source: Hanley and McNeil (1982), by ranks. Nil where all or none came true.
    public static func areaUnderCurve(_ scores: [Double], happened: [Bool]) -> Double? {
        let pairs = Array(zip(scores, happened))
        let positive = Double(pairs.count { $0.1 })
        let negative = Double(pairs.count) - positive
        guard positive > 0, negative > 0 else { return nil }
        let ranks = Sample.ranks(pairs.map(\.0))
        let sum = zip(ranks, pairs).reduce(0) { $1.1.1 ? $0 + $1.0 : $0 }
        return (sum - positive * (positive + 1) / 2) / (positive * negative)
    }

    /// Mean of the precision at each case that came true, from the highest score down; equal scores are one step.
    ///
    /// Nil where none came true.
    public static func averagePrecision(_ scores: [Double], happened: [Bool]) -> Double? {
        let order = zip(scores, happened).sorted { $0.0 > $1.0 }
        let positive = Double(order.count { $0.1 })
        guard positive > 0 else { return nil }
        var (sum, found, seen) = (0.0, 0.0, 0)
        while seen < order.count {
            let score = order[seen].0
            let before = found
            repeat {
                found += order[seen].1 ? 1 : 0
                seen += 1
            } while seen < order.count && order[seen].0 == score
            sum += (found - before) / positive * found / Double(seen)
        }
        return sum
    }

    /// Share of the `count` highest scores that came true; nil of nothing.
    ///
    /// Ties at the end count by their share. With fewer cases than `count`, all of them are looked at.
    public static func precision(at count: Int, _ scores: [Double], happened: [Bool]) -> Double? {
        let order = zip(scores, happened).sorted { $0.0 > $1.0 }
        let taken = min(count, order.count)
        guard taken > 0 else { return nil }
        let last = order[taken - 1].0
        let above = order.filter { $0.0 > last }
        let tied = order.filter { $0.0 == last }
        let left = Double(taken - above.count)
        let share = Double(tied.count { $0.1 }) / Double(max(1, tied.count))
        return (Double(above.count { $0.1 }) + left * share) / Double(taken)
    }

    /// Mean squared distance between probability and what happened; nil of nothing.
    ///
    /// Source: Brier (1950).
    public static func brier(_ probabilities: [Double], happened: [Bool]) -> Double? {
        mean(probabilities, happened) { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
    }

    /// Mean surprise in natural logarithms; nil of nothing.
    ///
    /// Probabilities are kept 2⁻⁵² away from 0 and 1, so that one sure mistake does not decide everything.
    public static func logLoss(_ probabilities: [Double], happened: [Bool]) -> Double? {
        mean(probabilities, happened) { probability, came in
            let inside = min(max(probability, 0x1p-52), 1 - 0x1p-52)
            return -Exponential.log(came ? inside : 1 - inside)
        }
    }

    private static func mean(
        _ probabilities: [Double],
        _ happened: [Bool],
        _ loss: (Double, Bool) -> Double
    ) -> Double? {
        let losses = zip(probabilities, happened).map(loss)
        return losses.isEmpty ? nil : losses.reduce(0, +) / Double(losses.count)
    }
}
