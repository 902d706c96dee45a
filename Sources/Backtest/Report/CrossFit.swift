import Statistics

/// Probabilities for scores, each worked out from other people than the one it is about.
///
/// Source: isotonic regression (Barlow and others 1972) in five parts of people; so a forecast cannot look good by having
/// seen the answer.
struct CrossFit {
    /// How many parts.
    static let parts = 5

    /// One probability a row; nil where a part leaves nothing to learn from.
    static func probabilities(_ rows: [PastRow], score: (PastRow) -> Double, seed: UInt64) -> [Double]? {
        var people = Array(Set(rows.map(\.person))).sorted()
        guard people.count >= parts else { return nil }
        var random = SeededRandom(seed)
        people.shuffle(using: &random)
        let part = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($0.element, $0.offset % parts) })
        var fits: [IsotonicFit?] = []
        for left in 0..<parts {
            let others = rows.filter { part[$0.person] != left }
            fits.append(IsotonicFit(others.map(score), happened: others.map(\.moved)))
        }
        var found: [Double] = []
        for row in rows {
            guard let fit = part[row.person].flatMap({ fits[$0] }) else { return nil }
            found.append(fit.value(score(row)))
        }
        return found
    }
}
