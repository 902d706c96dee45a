/// How far several raters agree beyond chance; values may be missing.
///
/// Source: Krippendorff (2011), coincidences of pairable values.
public struct KrippendorffAlpha: Sendable, Hashable {
    /// What counts as how far apart.
    public enum Scale: Sendable, Hashable, CaseIterable {
        /// Names: the same or not.
        case nominal
        /// Steps in an order, as far apart as there are values between them.
        case ordinal
        /// Numbers with equal steps.
        case interval
    }

    /// 1 for full agreement, 0 for chance, below 0 for less than chance.
    public let value: Double
    /// How many values could be paired with another of the same unit.
    public let pairable: Int
    /// How many units had at least two values.
    public let units: Int

    /// Compares raters; nil where no unit has two values, or where all values are the same.
    ///
    /// - Parameters:
    ///   - ratings: one list a rater, in the same order of units; nil where a rater said nothing, shorter lists end early
    ///   - scale: what counts as how far apart
    public init?(_ ratings: [[Double?]], scale: Scale) {
        let count = ratings.map(\.count).max() ?? 0
        let units = (0..<count)
            .map { unit in ratings.compactMap { unit < $0.count ? $0[unit] : nil }.filter { !$0.isNaN } }
            .filter { $0.count >= 2 }
        let values = Set(units.joined()).sorted()
        guard values.count >= 2 else { return nil }
        let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        let size = values.count
        var together = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        var totals = [Double](repeating: 0, count: size)
        for unit in units {
            var tally = [Double](repeating: 0, count: size)
            for value in unit { if let index = place[value] { tally[index] += 1 } }
            let present = tally.indices.filter { tally[$0] > 0 }
            for one in present {
                totals[one] += tally[one]
                for other in present {
                    together[one][other] +=
                        tally[one] * (tally[other] - (one == other ? 1 : 0)) / Double(unit.count - 1)
                }
            }
        }
        let far = Self.distances(values, totals: totals, scale: scale)
        var observed = 0.0
        var expected = 0.0
        for one in 0..<size {
            for other in 0..<size {
                observed += together[one][other] * far(one, other)
                expected += totals[one] * totals[other] * far(one, other)
            }
        }
        let all = totals.reduce(0, +)
        guard expected > 0 else { return nil }
        value = 1 - (all - 1) * observed / expected
        pairable = Int(all)
        self.units = units.count
    }

    /// Squared distances between values, by their places.
    private static func distances(
        _ values: [Double],
        totals: [Double],
        scale: Scale
    ) -> (Int, Int) -> Double {
        switch scale {
        case .nominal: return { $0 == $1 ? 0 : 1 }
        case .interval: return { (values[$0] - values[$1]) * (values[$0] - values[$1]) }
        case .ordinal:
            // A value lies at the middle of its own rank.
            var middles: [Double] = []
            var below = 0.0
            for total in totals {
                middles.append(below + total / 2)
                below += total
            }
            return { [middles] in (middles[$0] - middles[$1]) * (middles[$0] - middles[$1]) }
        }
    }
}
