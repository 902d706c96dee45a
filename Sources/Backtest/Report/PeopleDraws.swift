public import Statistics

/// People drawn with replacement, again and again; every figure is worked out on the same draws, so that differences pair.
///
/// Source: Efron (1979), percentile interval; whole people are drawn because rows of one person go together.
public struct PeopleDraws: Sendable {
    /// How often each person was drawn, draw by draw.
    private let weights: [[Double]]
    /// The place of each row's person.
    private let places: [Int]

    /// Draws the people of some rows.
    public init(_ rows: [PastRow], draws: Int, seed: UInt64) {
        let people = Array(Set(rows.map(\.person))).sorted()
        let index = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($0.element, $0.offset) })
        places = rows.map { index[$0.person] ?? 0 }
        var random = SeededRandom(seed)
        weights = (0..<max(0, draws))
            .map { _ in
                var weight = [Double](repeating: 0, count: people.count)
                for _ in people.indices { weight[Int.random(in: people.indices, using: &random)] += 1 }
                return weight
            }
    }

    /// Where a figure lies in 95 of 100 draws; nil where it cannot be had in half of them.
    ///
    /// - Parameter figure: the figure of rows with weights; nil where it cannot be worked out
    /// - Returns: both ends
    public func interval(_ figure: ([Double]) -> Double?) -> Interval? {
        let found =
            weights.compactMap { weight -> Double? in
                figure(places.map { weight[$0] }).flatMap { $0.isFinite ? $0 : nil }
            }
            .sorted()
        guard !found.isEmpty, 2 * found.count >= weights.count, let low = Sample.quantileOfSorted(found, 0.025),
            let high = Sample.quantileOfSorted(found, 0.975)
        else { return nil }
        return Interval(low: low, high: high)
    }
}

/// How often somebody who moved has the higher score, among people who were candidates on the same day.
///
/// Source: Hanley and McNeil (1982), summed over strata; ties count half. Sorted once, then asked with many weights.
struct StratifiedArea: Sendable {
    /// Rows of each stratum, the lowest score first.
    private let strata: [[Entry]]

    private struct Entry: Sendable {
        let row: Int
        let score: Double
        let moved: Bool
    }

    /// Sorts rows by stratum and score; a stratum of nil leaves the row out.
    init(_ rows: [PastRow], score: (PastRow) -> Double, stratum: (Int) -> Int?) {
        var sorted: [Int: [Entry]] = [:]
        for (place, row) in rows.enumerated() {
            guard let key = stratum(place) else { continue }
            sorted[key, default: []].append(Entry(row: place, score: score(row), moved: row.moved))
        }
        strata = sorted.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.score < $1.score } }
    }

    /// The area; nil where no two rows can be compared.
    func value(weights: [Double]? = nil) -> Double? {
        var (won, pairs) = (0.0, 0.0)
        for entries in strata {
            var (below, place) = (0.0, 0)
            var (positive, stratumWon) = (0.0, 0.0)
            while place < entries.count {
                let score = entries[place].score
                var (up, down) = (0.0, 0.0)
                while place < entries.count, entries[place].score == score {
                    let weight = weights?[entries[place].row] ?? 1
                    if entries[place].moved { up += weight } else { down += weight }
                    place += 1
                }
                stratumWon += up * (below + down / 2)
                below += down
                positive += up
            }
            won += stratumWon
            pairs += positive * below
        }
        return pairs > 0 ? won / pairs : nil
    }
}
