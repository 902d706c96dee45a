/// Two means compared without the assumption that both groups spread alike.
///
/// Source: Welch (1947); degrees of freedom after Satterthwaite.
public struct WelchComparison: Sendable, Hashable {
    /// Mean of the first group less mean of the second.
    public let difference: Double
    /// Where the difference lies, 95 %.
    public let interval: Interval
    /// The difference in standard errors; ±∞ where neither group varies but they differ.
    public let t: Double
    /// Degrees of freedom.
    public let freedom: Double
    /// Probability of a difference as large where there is none.
    public let p: Double

    /// Compares two groups; nil where either has fewer than two values.
    public init?(_ first: [Double], _ second: [Double], confidence: Double = 0.95) {
        guard let a = Sample.mean(first), let b = Sample.mean(second), let u = Sample.variance(first),
            let v = Sample.variance(second), (a - b).isFinite, u.isFinite, v.isFinite
        else { return nil }
        let (n, m) = (Double(first.count), Double(second.count))
        let (x, y) = (u / n, v / m)
        difference = a - b
        let error = (x + y).squareRoot()
        guard error > 0 else {
            t = difference == 0 ? 0 : difference > 0 ? .infinity : -.infinity
            freedom = n + m - 2
            p = difference == 0 ? 1 : 0
            interval = Interval(low: difference, high: difference)
            return
        }
        // Scaled by the larger part, so that very small and very large variances neither vanish nor overflow.
        let scale = max(x, y)
        let (s, r) = (x / scale, y / scale)
        freedom = (s + r) * (s + r) / (s * s / (n - 1) + r * r / (m - 1))
        t = difference / error
        let student = StudentDistribution(freedom: freedom)
        p = student.twoSided(t)
        let reach = student.quantile(0.5 + confidence / 2) * error
        interval = Interval(low: difference - reach, high: difference + reach)
    }
}
