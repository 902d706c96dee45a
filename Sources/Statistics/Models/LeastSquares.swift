/// A linear model fitted by least squares, with errors that hold where the spread differs from row to row.
///
/// Source: MacKinnon and White (1985), HC3; Long and Ervin (2000). Gram-Schmidt, done twice for each column.
public struct LeastSquares: Sendable, Hashable {
    /// The coefficients, in the order of the columns; 0 for columns left out.
    public let coefficients: [Double]
    /// HC3 standard errors.
    public let errors: [Double]
    /// Standard errors under equal spread.
    public let plainErrors: [Double]
    /// Rows less columns.
    public let freedom: Int
    /// Columns, by their places, that followed from those before them and were left out.
    public let leftOut: [Int]
    /// Share of the variance that the model explains; nil where the answers do not vary.
    public let explained: Double?

    /// Why a model cannot be fitted.
    public enum Refusal: Error, Sendable, Hashable {
        /// No more rows than columns.
        case tooFewRows(rows: Int, columns: Int)
        /// A column, by its place, follows from those before it.
        case dependent(column: Int)
        /// Something is no number, or columns are not equally long.
        case malformed
    }

    /// Fits `answers` by columns, each as long as the answers; an intercept is a column of ones.
    ///
    /// - Parameters:
    ///   - columns: what the answers may depend on.
    ///   - answers: what is to be explained.
    ///   - leaveOutDependent: leave out columns that follow from those before them, instead of refusing them.
    /// - Throws: ``Refusal``.
    public init(columns: [[Double]], answers: [Double], leaveOutDependent: Bool = false) throws(Refusal) {
        let n = answers.count
        guard columns.allSatisfy({ $0.count == n && $0.allSatisfy(\.isFinite) }), answers.allSatisfy(\.isFinite) else {
            throw .malformed
        }
        guard !columns.isEmpty, n > columns.count || leaveOutDependent else {
            throw .tooFewRows(rows: n, columns: columns.count)
        }
        let basis = OrthogonalBasis(columns)
        if let dependent = basis.dependent.first, !leaveOutDependent { throw .dependent(column: dependent) }
        let k = columns.count - basis.dependent.count
        guard n > k, k > 0 else { throw .tooFewRows(rows: n, columns: k) }
        leftOut = basis.dependent
        var rest = answers
        var weights = basis.project(&rest)
        for (index, more) in basis.project(&rest).enumerated() { weights[index] += more }
        let solved = basis.solve(weights)
        freedom = n - k

        let left = rest.reduce(0) { $0 + $1 * $1 }
        let middle = Sample.mean(answers) ?? 0
        let whole = answers.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        explained = whole > 0 ? 1 - left / whole : nil
        // e / (1 - h); a row that alone decides a column is fitted exactly and says nothing about the others.
        let scaled = zip(rest, basis.leverages).map { 1 - $1 > 1e-9 ? $0 / (1 - $1) : 0 }
        let variance = left / Double(n - k)
        var robust: [Double] = []
        var plain: [Double] = []
        for column in 0..<k {
            let row = basis.inverseRow(column)
            robust.append(basis.spread(along: row, scaled).squareRoot())
            plain.append((variance * row.reduce(0) { $0 + $1 * $1 }).squareRoot())
        }
        /// Zeros where columns were left out.
        func placed(_ values: [Double]) -> [Double] {
            var rest = values[...]
            let gone = Set(basis.dependent)
            return columns.indices.map { gone.contains($0) ? 0 : rest.popFirst() ?? 0 }
        }
        coefficients = placed(solved)
        errors = placed(robust)
        plainErrors = placed(plain)
    }

    /// The coefficient of a column in HC3 standard errors; nil where that error is 0.
    public func t(_ column: Int) -> Double? { errors[column] > 0 ? coefficients[column] / errors[column] : nil }

    /// Probability of a coefficient as far from 0 where it is 0; Student's t.
    public func p(_ column: Int) -> Double {
        guard let t = t(column) else { return coefficients[column] == 0 ? 1 : 0 }
        return StudentDistribution(freedom: Double(freedom)).twoSided(t)
    }

    /// Where a coefficient lies, 95 %.
    public func interval(_ column: Int) -> Interval {
        let reach = StudentDistribution(freedom: Double(freedom)).quantile(0.975) * errors[column]
        return Interval(low: coefficients[column] - reach, high: coefficients[column] + reach)
    }
}
