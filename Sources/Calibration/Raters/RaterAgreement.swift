import Statistics

/// How far several ratings of the same people agree.
///
/// Shape: one row a person, each as long. Source: Shrout and Fleiss (1979), one-way.
public struct RaterAgreement: Sendable, Hashable {
    /// The share of a single rating's variance that is about the person: ICC(1).
    public let single: Double
    /// The same for the mean of all ratings of a person: ICC(1,k).
    public let mean: Double

    /// Compares; nil with fewer than two people or two ratings each, or rows of different length.
    public init?(_ rows: [[Double]]) {
        guard let k = rows.first?.count, k >= 2, rows.count >= 2, rows.allSatisfy({ $0.count == k }),
            let grand = Sample.mean(rows.flatMap(\.self))
        else { return nil }
        let means = rows.map { Sample.mean($0) ?? 0 }
        let between = Double(k) * means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(rows.count - 1)
        let within =
            zip(rows, means).reduce(0) { sum, pair in
                sum + pair.0.reduce(0) { $0 + ($1 - pair.1) * ($1 - pair.1) }
            } / Double(rows.count * (k - 1))
        let whole = between + Double(k - 1) * within
        guard whole > 0 else { return nil }
        single = (between - within) / whole
        mean = between > 0 ? (between - within) / between : 0
    }
}

/// How far one rater's competency ratings tell the competencies apart.
///
/// Shape: one row a person, one column a competency. Source: Thorndike (1920); Cronbach (1951) for alpha.
public struct HaloMeasure: Sendable, Hashable {
    /// The fewest people for a cue.
    public static let fewestPeople = 5
    /// The fewest competencies for a cue.
    public static let fewestCompetencies = 4

    /// Mean correlation between two competencies; nil where none can be told.
    public let meanCorrelation: Double?
    /// Cronbach's alpha; nil where sums do not vary.
    public let alpha: Double?
    /// Mean spread of one person's competencies.
    public let withinPersonSpread: Double

    /// Measures; nil with fewer than two people or two competencies, or rows of different length.
    public init?(_ rows: [[Double]]) {
        guard let k = rows.first?.count, k >= 2, rows.count >= 2, rows.allSatisfy({ $0.count == k }) else { return nil }
        let columns = (0..<k).map { column in rows.map { $0[column] } }
        var found: [Double] = []
        for one in 0..<k {
            for other in 0..<one {
                if let value = Sample.correlation(columns[one], columns[other]) { found.append(value) }
            }
        }
        meanCorrelation = Sample.mean(found)
        let sums = Sample.variance(rows.map { $0.reduce(0, +) }) ?? 0
        let parts = columns.reduce(0) { $0 + (Sample.variance($1) ?? 0) }
        alpha = sums > 0 ? Double(k) / Double(k - 1) * (1 - parts / sums) : nil
        withinPersonSpread = Sample.mean(rows.map { (Sample.variance($0) ?? 0).squareRoot() }) ?? 0
    }
}
