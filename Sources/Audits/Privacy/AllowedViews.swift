/// The groups of some people that a viewer may see figures of.
///
/// Allowed are groups by at most two dimensions, with at least five people, such that no two views together single out
/// fewer than five: wherever the visible groups of one view cover visible groups of another, what is left over is
/// nobody or at least five. Groups are hidden until that holds, the smallest involved first.
///
/// Source: `docs/methods.md`, "Small groups".
public struct AllowedViews: Sendable {
    /// Groups of fewer are hidden.
    public static let minimum = 5

    /// The number of people in each group that has any, by at most two dimensions.
    public let sizes: [AuditCell: Int]
    /// The groups that may be shown.
    public let visible: Set<AuditCell>

    /// Works out which groups of some people may be shown.
    public init(_ people: [AuditPerson], minimum: Int = Self.minimum) {
        self.init(atoms: Self.atoms(of: people), minimum: minimum)
    }

    /// True when figures of a group may be shown.
    public func allows(_ cell: AuditCell) -> Bool { visible.contains(cell) }

    /// Every set of at most two dimensions.
    static let dimensionSets: [[AuditDimension]] = {
        let all = AuditDimension.allCases
        return [[]] + all.map { [$0] }
            + all.indices.flatMap { one in all.indices.filter { $0 > one }.map { [all[one], all[$0]] } }
    }()

    private static func atoms(of people: [AuditPerson]) -> [[AuditDimension: String]: Int] {
        let table = CellTable(CellTable.Values(people), by: AuditDimension.allCases, lacking: true)
        var counts = [Int](repeating: 0, count: table.cells.count)
        for cell in table.cellOfPerson where cell >= 0 { counts[cell] += 1 }
        return Dictionary(zip(table.cells.map(\.values), counts), uniquingKeysWith: +)
    }

    private init(atoms: [[AuditDimension: String]: Int], minimum: Int) {
        let list = atoms.sorted { AuditCell($0.key) < AuditCell($1.key) }
        // Views as numbers: for each view, each atom's group, or none where the atom lacks a dimension.
        var sizes: [AuditCell: Int] = [:]
        var cells: [AuditCell] = []
        var numbers: [AuditCell: Int] = [:]
        var views: [[Int?]] = []
        for dimensions in Self.dimensionSets {
            var view: [Int?] = []
            for (values, count) in list {
                let chosen = values.filter { dimensions.contains($0.key) }
                guard chosen.count == dimensions.count else {
                    view.append(nil)
                    continue
                }
                let cell = AuditCell(chosen)
                if numbers[cell] == nil {
                    numbers[cell] = cells.count
                    cells.append(cell)
                }
                sizes[cell, default: 0] += count
                view.append(numbers[cell])
            }
            views.append(view)
        }
        self.sizes = sizes
        var shown = cells.map { sizes[$0, default: 0] >= minimum }
        let weights = list.map(\.value)
        let counts = cells.map { sizes[$0, default: 0] }
        var changed = true
        while changed {
            changed = false
            for outer in views.indices {
                for inner in views.indices where inner != outer {
                    let overlap = ViewOverlap(outer: views[outer], inner: views[inner], weights: weights)
                    while let involved = overlap.singledOut(counts: counts, shown: shown, minimum: minimum) {
                        // Of those involved the finest and smallest goes, so that totals stay as long as they can.
                        let least = involved.min {
                            let (a, b) = (cells[$0], cells[$1])
                            if a.values.count != b.values.count { return a.values.count > b.values.count }
                            return counts[$0] != counts[$1] ? counts[$0] < counts[$1] : a < b
                        }
                        guard let least else { break }
                        shown[least] = false
                        changed = true
                    }
                }
            }
        }
        visible = Set(cells.indices.filter { shown[$0] }.map { cells[$0] })
    }
}

/// How the groups of one view share people with the groups of another.
private struct ViewOverlap {
    /// Groups of the outer view, each with what it shares with groups of the inner view.
    private var shared: [Int: [Int: Int]] = [:]
    /// Groups of the inner view, each with the outer groups it reaches into.
    private var reach: [Int: Set<Int>] = [:]
    /// Inner groups with people who are in no outer group.
    private var open: Set<Int> = []

    init(outer: [Int?], inner: [Int?], weights: [Int]) {
        for index in outer.indices {
            if let one = outer[index] {
                // -1 stands for people who are in no group of the inner view.
                shared[one, default: [:]][inner[index] ?? -1, default: 0] += weights[index]
                if let other = inner[index] { reach[other, default: []].insert(one) }
            } else if let other = inner[index] {
                open.insert(other)
            }
        }
    }

    /// Groups whose difference leaves fewer than the minimum but somebody; nil where there is none.
    func singledOut(counts: [Int], shown: [Bool], minimum: Int) -> Set<Int>? {
        for start in shared.keys.sorted() where shown[start] {
            if let found = search([start], without: [], shown: shown, minimum: minimum) { return found }
        }
        return nil
    }

    /// Grows a union of outer groups until it covers inner groups but for a few people.
    ///
    /// An inner group that reaches out of the union is either covered by taking in more outer groups, or left out, and
    /// then its people stay over; since fewer than the minimum may stay over, few can be left out.
    private func search(_ union: Set<Int>, without left: Set<Int>, shown: [Bool], minimum: Int) -> Set<Int>? {
        var over = 0
        var straddling: [Int: Int] = [:]
        for one in union {
            for (other, count) in shared[one] ?? [:] {
                if other < 0 || !shown[other] || left.contains(other) || open.contains(other) {
                    over += count
                    if over >= minimum { return nil }
                } else if let reach = reach[other], !reach.isSubset(of: union) {
                    straddling[other, default: 0] += count
                }
            }
        }
        guard let (other, count) = straddling.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
            guard over > 0 else { return nil }
            let inside = union.reduce(into: Set<Int>()) { $0.formUnion((shared[$1] ?? [:]).keys) }
            return union.union(inside.filter { $0 >= 0 && shown[$0] && !left.contains($0) && !open.contains($0) })
        }
        if let reach = reach[other], reach.allSatisfy({ shown[$0] }),
            let found = search(union.union(reach), without: left, shown: shown, minimum: minimum)
        {
            return found
        }
        guard over + count < minimum else { return nil }
        return search(union, without: left.union([other]), shown: shown, minimum: minimum)
    }
}
