import Statistics

extension Suppression {
    /// Which rows of a table of counts are hidden from viewers, so that none can be worked out from totals.
    ///
    /// A row is hidden with any of its cells; empty cells hide nothing. When the hidden rows together have fewer people
    /// than the minimum, the smallest visible row goes, too.
    static func hiding(_ rows: [[Int]], minimum: Int = AllowedViews.minimum) -> [Bool] {
        var hidden = rows.map { $0.contains { $0 > 0 && $0 < minimum } }
        func heads(_ row: Int) -> Int { rows[row].reduce(0, +) }
        while hidden.contains(true) {
            let gone = rows.indices.filter { hidden[$0] }
            let visible = rows.indices.filter { !hidden[$0] && heads($0) > 0 }
            let width = rows.map(\.count).max() ?? 0
            let safe = (0..<width).allSatisfy { column in
                let sum = gone.reduce(0) { $0 + (column < rows[$1].count ? rows[$1][column] : 0) }
                return sum == 0 || sum >= minimum
            }
            guard gone.count == 1 || !safe, let least = visible.min(by: { (heads($0), $0) < (heads($1), $1) }) else {
                break
            }
            hidden[least] = true
        }
        return hidden
    }
}
