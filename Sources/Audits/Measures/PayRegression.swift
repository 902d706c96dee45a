public import Statistics

/// Pay compared at equal level, craft, place and time: least squares of the logarithm of pay.
///
/// Source: Long and Ervin 2000 (HC3); `docs/methods.md`, "Adjusted gaps".
public struct PayRegression: Sendable, Hashable {
    /// The fitted model.
    public let model: LeastSquares
    private let target: Int

    /// Fewer rows beyond the columns than this are too few.
    public static let leastFreedom = 20
    /// Fewer people of either kind than this are too few.
    public static let leastPeople = 5

    /// Why there is no adjusted figure.
    public enum Refusal: Error, Sendable, Hashable {
        /// A group has fewer than five people.
        case smallGroup(Int)
        /// Fewer than twenty rows beyond the columns.
        case tooFewRows(freedom: Int)
        /// Who is in the group follows from the other columns, so that the two cannot be told apart.
        case inseparable
        /// The figures cannot be read as numbers.
        case malformed
    }

    /// Fits the logarithm of pay; the target is the last column and holds 1 for the group, 0 for the others.
    ///
    /// Errors: ``Refusal``. Shape: columns without the intercept; those that follow from others are left out.
    public init(logPay: [Double], columns: [[Double]]) throws(Refusal) {
        guard let group = columns.last else { throw .malformed }
        let inside = group.count { $0 == 1 }
        let smaller = min(inside, group.count - inside)
        guard smaller >= Self.leastPeople else { throw .smallGroup(smaller) }
        let all = [[Double](repeating: 1, count: logPay.count)] + columns
        target = all.count - 1
        do throws(LeastSquares.Refusal) {
            model = try LeastSquares(columns: all, answers: logPay, leaveOutDependent: true)
        } catch {
            switch error {
            case .tooFewRows(let rows, let columns): throw .tooFewRows(freedom: rows - columns)
            case .dependent, .malformed: throw .malformed
            }
        }
        guard !model.leftOut.contains(target) else { throw .inseparable }
        guard model.freedom >= Self.leastFreedom else { throw .tooFewRows(freedom: model.freedom) }
    }

    /// The group's pay over that of the others at equal circumstances, as a logarithm.
    public var logRatio: Double { model.coefficients[target] }
    /// Where it lies, 95 %.
    public var logInterval: Interval { model.interval(target) }
    /// Probability of one as far from 0 where there is none.
    public var p: Double { model.p(target) }
    /// 1 − e^β: how much less the group earns, as a share.
    public var gap: Double { -Exponential.lessOne(logRatio) }
    /// Where the gap lies, 95 %.
    public var gapInterval: Interval { logInterval.mapped { -Exponential.lessOne($0) } }
}
