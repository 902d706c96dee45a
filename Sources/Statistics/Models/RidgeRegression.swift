/// A linear model whose coefficients are drawn towards 0, for few rows and columns that go together.
///
/// Source: Hoerl and Kennard (1970). Columns count in standard deviations; the intercept is not drawn.
public struct RidgeRegression: Sendable, Hashable {
    /// What is said where every column is at its mean: the mean of the answers.
    public let intercept: Double
    /// Coefficients per unit of each column, in their order; 0 for columns that do not vary.
    public let coefficients: [Double]
    /// Means of the columns.
    public let means: [Double]
    /// Standard deviation of what is left, with the freedom that the penalty leaves.
    public let spread: Double
    /// Rows less intercept and effective coefficients.
    public let freedom: Double

    /// Fits `answers` by columns, each as long as the answers, without one for the intercept.
    ///
    /// - Parameters:
    ///   - columns: what the answers may depend on
    ///   - answers: what is to be explained
    ///   - penalty: how strongly coefficients are drawn to 0, in rows; 0 is least squares
    /// - Throws: ``LeastSquares/Refusal``
    public init(columns: [[Double]], answers: [Double], penalty: Double = 1) throws(LeastSquares.Refusal) {
        let n = answers.count
        guard columns.allSatisfy({ $0.count == n && $0.allSatisfy(\.isFinite) }), answers.allSatisfy(\.isFinite),
            penalty >= 0
        else { throw .malformed }
        guard n > 2, let middle = Sample.mean(answers) else { throw .tooFewRows(rows: n, columns: columns.count + 1) }
        let means = columns.map { Sample.mean($0) ?? 0 }
        let scales = columns.map { (Sample.variance($0) ?? 0).squareRoot() }
        let used = columns.indices.filter { scales[$0] > 1e-12 * abs(means[$0]) && scales[$0] > 0 }
        // The penalty as further rows: a root of it in each column, 0 as the answer.
        let rows = used.enumerated()
            .map { place, column in
                columns[column].map { ($0 - means[column]) / scales[column] }
                    + used.indices.map { $0 == place ? penalty.squareRoot() : 0 }
            }
        let basis = OrthogonalBasis(rows)
        if let dependent = basis.dependent.first { throw .dependent(column: used[dependent]) }
        var rest = answers.map { $0 - middle } + used.map { _ in 0 }
        var weights = basis.project(&rest)
        for (index, more) in basis.project(&rest).enumerated() { weights[index] += more }
        var coefficients = [Double](repeating: 0, count: columns.count)
        for (column, value) in zip(used, basis.solve(weights)) { coefficients[column] = value / scales[column] }
        freedom = Double(n) - 1 - basis.leverages.prefix(n).reduce(0, +)
        guard freedom > 0 else { throw .tooFewRows(rows: n, columns: columns.count + 1) }
        intercept = middle
        self.coefficients = coefficients
        self.means = means
        spread = (rest.prefix(n).reduce(0) { $0 + $1 * $1 } / freedom).squareRoot()
    }

    /// What the model says of a row with these values, in the order of the columns.
    public func value(_ row: [Double]) -> Double {
        zip(zip(row, means), coefficients).reduce(intercept) { $0 + ($1.0.0 - $1.0.1) * $1.1 }
    }
}
