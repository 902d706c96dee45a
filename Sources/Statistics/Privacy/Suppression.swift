/// Which cells of a table of counts are hidden, so that small groups cannot be read off.
public enum Suppression {
    /// Cells under the minimum, and others that would give them away by subtraction.
    ///
    /// A row or a column with exactly one hidden cell hides its smallest visible cell, too, the first of equals; again
    /// until nothing changes. Shape: true for hidden; rows first, then columns; shorter rows count as ending there.
    public static func hidden(_ table: [[Int]], minimum: Int = 5) -> [[Bool]] {
        var hidden = table.map { $0.map { $0 < minimum } }
        let width = table.map(\.count).max() ?? 0
        let rows = table.indices.map { row in table[row].indices.map { (row, $0) } }
        let columns = (0..<width).map { column in
            table.indices.filter { column < table[$0].count }.map { ($0, column) }
        }
        var changed = true
        while changed {
            changed = false
            for line in rows + columns where line.count(where: { hidden[$0.0][$0.1] }) == 1 {
                let visible = line.filter { !hidden[$0.0][$0.1] }
                guard let least = visible.min(by: { table[$0.0][$0.1] < table[$1.0][$1.1] }) else { continue }
                hidden[least.0][least.1] = true
                changed = true
            }
        }
        return hidden
    }
}
