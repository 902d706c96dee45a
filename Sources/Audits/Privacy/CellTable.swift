/// Into which group each of some people falls, by some dimensions; groups are numbered, so that large companies are quick.
struct CellTable {
    /// The groups.
    let cells: [AuditCell]
    /// Each person's group by its place in `cells`; -1 where the person has no value for a dimension.
    let cellOfPerson: [Int]

    /// Everybody's values, numbered once for all tables.
    struct Values {
        fileprivate let count: Int
        fileprivate var names: [AuditDimension: [String]] = [:]
        fileprivate var numbers: [AuditDimension: [Int]] = [:]

        /// Numbers the values of some people.
        init(_ people: [AuditPerson]) {
            count = people.count
            for dimension in AuditDimension.allCases {
                var known: [String: Int] = [:]
                var names: [String] = []
                numbers[dimension] = people.map { person in
                    guard let value = person.value(dimension) else { return -1 }
                    if let number = known[value] { return number }
                    known[value] = names.count
                    names.append(value)
                    return names.count - 1
                }
                self.names[dimension] = names
            }
        }
    }

    /// Groups people by dimensions.
    ///
    /// - Parameters:
    ///   - values: everybody's values.
    ///   - dimensions: what to group by; nothing for everybody.
    ///   - lacking: people who lack a value form groups without that dimension, instead of none.
    init(_ values: Values, by dimensions: [AuditDimension], lacking: Bool = false) {
        var keys = [Int](repeating: 0, count: values.count)
        for dimension in dimensions {
            let numbers = values.numbers[dimension] ?? []
            let radix = (values.names[dimension]?.count ?? 0) + 1
            for index in keys.indices where keys[index] >= 0 {
                let number = numbers[index]
                keys[index] = number < 0 && !lacking ? -1 : keys[index] * radix + number + 1
            }
        }
        var known: [Int: Int] = [:]
        var cells: [AuditCell] = []
        cellOfPerson = keys.enumerated().map { index, key in
            guard key >= 0 else { return -1 }
            if let cell = known[key] { return cell }
            var chosen: [AuditDimension: String] = [:]
            for dimension in dimensions {
                guard let number = values.numbers[dimension]?[index], number >= 0 else { continue }
                chosen[dimension] = values.names[dimension]?[number]
            }
            known[key] = cells.count
            cells.append(AuditCell(chosen))
            return cells.count - 1
        }
        self.cells = cells
    }
}
