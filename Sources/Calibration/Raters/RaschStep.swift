/// One step of Newton's method for ``ManyFacetRasch``.
struct RaschStep {
    private(set) var persons: [Double]
    private(set) var raters: [Double]
    private(set) var thresholds: [Double]
    let raterSpreads: [Double]
    /// The largest change of any value.
    var size: Double

    /// Solves slope = curvature · step; nil where rounding leaves no positive curvature.
    init?(_ model: ManyFacetRasch, _ ratings: [ManyFacetRasch.Rating], _ priors: ManyFacetRasch.Priors) {
        let (n, j, k) = (model.persons.count, model.raters.count, model.thresholds.count)
        let size = j + k
        func weight(_ spread: Double) -> Double { 1 / (spread * spread) }
        var slope =
            model.raters.map { $0 * weight(priors.rater) } + model.thresholds.map { $0 * weight(priors.threshold) }
        var curvature = SymmetricMatrix(size)
        for place in 0..<size { curvature[place, place] = weight(place < j ? priors.rater : priors.threshold) }
        var personSlope = model.persons.map { $0 * weight(priors.person) }
        var personCurvature = [Double](repeating: weight(priors.person), count: n)
        var links = [[Int: Double]](repeating: [:], count: n)

        for rating in ratings {
            let (i, r) = (rating.person, rating.rater)
            let moments = RatingMoments(model.probabilities(model.persons[i] - model.raters[r]))
            let error = Double(rating.category) - moments.mean
            personSlope[i] -= error
            slope[r] += error
            personCurvature[i] += moments.variance
            curvature[r, r] += moments.variance
            links[i][r, default: 0] -= moments.variance
            let steps = moments.steps(at: rating.category)
            for l in 0..<k {
                slope[j + l] += steps.slope[l]
                links[i][j + l, default: 0] -= steps.withRating[l]
                curvature[j + l, r] += steps.withRating[l]
                for m in 0...l { curvature[j + l, j + m] += steps.curvature[l][m] }
            }
        }
        for i in 0..<n {
            let found = links[i].sorted { $0.key < $1.key }
            for (a, x) in found {
                slope[a] -= x * personSlope[i] / personCurvature[i]
                for (b, y) in found where b <= a { curvature[a, b] -= x * y / personCurvature[i] }
            }
        }
        guard curvature.factorise() else { return nil }
        let solved = curvature.solve(slope)
        raters = Array(solved[..<j])
        thresholds = Array(solved[j...])
        persons = (0..<n).map { i in
            (personSlope[i] - links[i].sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * solved[$1.key] })
                / personCurvature[i]
        }
        self.size = (persons + solved).reduce(0) { max($0, abs($1)) }
        raterSpreads = (0..<j).map { curvature.inverseDiagonal($0).squareRoot() }
    }
}

/// Mean, variance and tails of one rating's probabilities.
private struct RatingMoments {
    let probabilities: [Double]
    let mean: Double
    let variance: Double

    init(_ probabilities: [Double]) {
        self.probabilities = probabilities
        let middle = probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        mean = middle
        variance = probabilities.enumerated().reduce(0) {
            $0 + (Double($1.offset) - middle) * (Double($1.offset) - middle) * $1.element
        }
    }

    /// What the rating says about the thresholds, with their mean taken out.
    func steps(at category: Int) -> (slope: [Double], withRating: [Double], curvature: [[Double]]) {
        let k = probabilities.count - 1
        var (tails, tailMeans) = ([Double](repeating: 0, count: k + 2), [Double](repeating: 0, count: k + 2))
        for place in stride(from: k, through: 1, by: -1) {
            tails[place] = tails[place + 1] + probabilities[place]
            tailMeans[place] = tailMeans[place + 1] + Double(place) * probabilities[place]
        }
        var slope = (1...k).map { (category >= $0 ? 1.0 : 0) - tails[$0] }
        var withRating = (1...k).map { tailMeans[$0] - mean * tails[$0] }
        var curvature = (1...k).map { l in (1...k).map { m in tails[max(l, m)] - tails[l] * tails[m] } }
        Self.centre(&slope)
        Self.centre(&withRating)
        for l in 0..<k { Self.centre(&curvature[l]) }
        for m in 0..<k {
            var column = curvature.map { $0[m] }
            Self.centre(&column)
            for l in 0..<k { curvature[l][m] = column[l] }
        }
        return (slope, withRating, curvature)
    }

    private static func centre(_ values: inout [Double]) {
        let mean = values.reduce(0, +) / Double(values.count)
        for place in values.indices { values[place] -= mean }
    }
}

/// The lower half of a symmetric matrix, and its factors after Cholesky.
private struct SymmetricMatrix {
    private let size: Int
    private var values: [Double]

    init(_ size: Int) {
        self.size = size
        values = Array(repeating: 0, count: size * (size + 1) / 2)
    }

    subscript(row: Int, column: Int) -> Double {
        get { values[row * (row + 1) / 2 + column] }
        set { values[row * (row + 1) / 2 + column] = newValue }
    }

    /// Turns the matrix into its factors; false when it is not positive.
    mutating func factorise() -> Bool {
        for row in 0..<size {
            for column in 0...row {
                var rest = self[row, column]
                for inner in 0..<column { rest -= self[row, inner] * self[column, inner] }
                if row == column {
                    guard rest > 0 else { return false }
                    self[row, row] = rest.squareRoot()
                } else {
                    self[row, column] = rest / self[column, column]
                }
            }
        }
        return true
    }

    func solve(_ right: [Double]) -> [Double] {
        var solved = right
        for row in 0..<size {
            for column in 0..<row { solved[row] -= self[row, column] * solved[column] }
            solved[row] /= self[row, row]
        }
        for row in stride(from: size - 1, through: 0, by: -1) {
            for below in (row + 1)..<max(size, row + 1) { solved[row] -= self[below, row] * solved[below] }
            solved[row] /= self[row, row]
        }
        return solved
    }

    /// A diagonal value of the inverse.
    func inverseDiagonal(_ place: Int) -> Double {
        var unit = [Double](repeating: 0, count: size)
        unit[place] = 1
        return solve(unit)[place]
    }
}
