/// How two things go together in rank, once others are taken out.
///
/// Source: Spearman (1904), Fisher (1924). Pearson's correlation of what is left of the ranks after least squares on
/// the ranks of the others; Fisher's z with a standard error of 1/√(n − k − 3), k the number of the others.
public struct PartialSpearman: Sendable, Hashable {
    /// How many.
    public let count: Int
    /// The correlation with the others taken out; nil where one side does not vary then.
    public let partial: Double?
    /// The correlation as it stands; nil where one side does not vary.
    public let plain: Double?
    /// Where the partial correlation lies, 95 %; nil without it, or with k + 3 or fewer.
    public let interval: Interval?
    /// Fisher's standard error; nil where there is no interval.
    public let error: Double?

    /// Relates two lists of the same length given others; surplus values of longer lists are left out.
    public init(_ first: [Double], _ second: [Double], given others: [[Double]]) {
        let count = ([first, second] + others).map(\.count).min() ?? 0
        self.count = count
        func ranks(_ values: [Double]) -> [Double] { Sample.ranks(Array(values.prefix(count))) }
        let basis = OrthogonalBasis([[Double](repeating: 1, count: count)] + others.map(ranks))
        let (one, other) = (ranks(first), ranks(second))
        plain = count > 1 ? Sample.correlation(one, other) : nil
        func rest(_ values: [Double]) -> [Double]? {
            var left = values
            _ = basis.project(&left)
            _ = basis.project(&left)
            let middle = Sample.mean(values) ?? 0
            let whole = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
            // A thing that follows from the others leaves only rounding.
            return left.reduce(0) { $0 + $1 * $1 } > 1e-18 * whole && whole > 0 ? left : nil
        }
        guard count > 2, let left = rest(one), let right = rest(other) else {
            (partial, interval, error) = (nil, nil, nil)
            return
        }
        partial = Sample.correlation(left, right)
        guard let partial, count > others.count + 3 else {
            (interval, error) = (nil, nil)
            return
        }
        let spread = 1 / Double(count - others.count - 3).squareRoot()
        error = spread
        let z = Exponential.artanh(partial)
        let reach = NormalDistribution.z95 * spread
        interval =
            z.isFinite
            ? Interval(low: Exponential.tanh(z - reach), high: Exponential.tanh(z + reach))
            : Interval(low: partial, high: partial)
    }

    /// Probability of a correlation this high where it is no more than `bound`; nil without an interval.
    public func p(above bound: Double) -> Double? {
        guard let partial, let error else { return nil }
        return NormalDistribution.tail((Exponential.artanh(partial) - Exponential.artanh(bound)) / error)
    }
}
