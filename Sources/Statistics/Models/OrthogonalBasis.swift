/// Columns turned into perpendicular ones of length 1, and how the old ones come from the new.
struct OrthogonalBasis {
    /// Columns, by place, that follow from those before them.
    private(set) var dependent: [Int] = []
    private var basis: [[Double]] = []
    /// Upper triangle: `triangle[j][i]` says how much of basis i is in column j.
    private var triangle: [[Double]] = []

    /// A column counts as dependent when less than 1e-9 of its length is left.
    init(_ columns: [[Double]]) {
        for (place, column) in columns.enumerated() {
            var rest = column
            let length = Self.dot(rest, rest).squareRoot()
            var parts = project(&rest)
            for (index, more) in project(&rest).enumerated() { parts[index] += more }
            let left = Self.dot(rest, rest).squareRoot()
            guard left > 1e-9 * length, left > 0 else {
                dependent.append(place)
                continue
            }
            for index in rest.indices { rest[index] /= left }
            basis.append(rest)
            triangle.append(parts + [left])
        }
    }

    /// Takes the basis out of a vector; says how much of each was in it.
    func project(_ vector: inout [Double]) -> [Double] {
        basis.map { direction in
            let part = Self.dot(direction, vector)
            for index in vector.indices { vector[index] -= part * direction[index] }
            return part
        }
    }

    /// How strongly each row draws the fit to itself, 0 to 1.
    var leverages: [Double] {
        var sums = [Double](repeating: 0, count: basis.first?.count ?? 0)
        for direction in basis { for index in sums.indices { sums[index] += direction[index] * direction[index] } }
        return sums
    }

    /// The weights of the columns that give these weights of the basis.
    func solve(_ weights: [Double]) -> [Double] {
        var solved = weights
        for row in weights.indices.reversed() {
            for column in (row + 1)..<max(row + 1, weights.count) {
                solved[row] -= triangle[column][row] * solved[column]
            }
            solved[row] /= triangle[row][row]
        }
        return solved
    }

    /// A row of the inverse triangle.
    func inverseRow(_ row: Int) -> [Double] {
        var inverse = [Double](repeating: 0, count: basis.count)
        inverse[row] = 1 / triangle[row][row]
        for column in (row + 1)..<max(row + 1, basis.count) {
            var sum = 0.0
            for between in row..<column { sum += inverse[between] * triangle[column][between] }
            inverse[column] = -sum / triangle[column][column]
        }
        return inverse
    }

    /// The sum of squares of the rows' residuals, each weighted by what the row means for a coefficient.
    func spread(along row: [Double], _ residuals: [Double]) -> Double {
        var influence = [Double](repeating: 0, count: residuals.count)
        for (direction, weight) in zip(basis, row) where weight != 0 {
            for index in influence.indices { influence[index] += weight * direction[index] }
        }
        var sum = 0.0
        for (one, residual) in zip(influence, residuals) { sum += one * one * residual * residual }
        return sum
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in left.indices { sum += left[index] * right[index] }
        return sum
    }
}
