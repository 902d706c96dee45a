import Statistics

/// How often a certainty of the clock came true, learned from outcomes that are known by now.
///
/// Source: Platt 1999; `docs/methods.md`, "Outcomes".
public struct OutcomeScale: Sendable, Hashable, Codable {
    /// Added to the logit.
    public let shift: Double
    /// What the logit is stretched by.
    public let slope: Double
    /// How many outcomes it rests on.
    public let outcomes: Int

    /// How many outcomes have to be known before it may be used.
    public static let minimumOutcomes = 100

    /// One certainty, and what came of it.
    public struct Outcome: Sendable, Hashable {
        /// Certainty that the share was above the threshold, frozen before the outcome was known.
        public let probability: Double
        /// True when it was confirmed.
        public let isConfirmed: Bool

        /// Joins both.
        public init(probability: Double, isConfirmed: Bool) {
            self.probability = probability
            self.isConfirmed = isConfirmed
        }
    }

    /// Joins a shift and a slope.
    public init(shift: Double, slope: Double, outcomes: Int) {
        self.shift = shift
        self.slope = slope
        self.outcomes = outcomes
    }

    /// Fits by likelihood, after Newton; nil below 100 outcomes, or where all came out the same.
    public static func fit(_ outcomes: [Outcome]) -> OutcomeScale? {
        let confirmed = outcomes.count(where: \.isConfirmed)
        guard outcomes.count >= minimumOutcomes, confirmed > 0, confirmed < outcomes.count else { return nil }
        // Platt's targets, so that a clean separation has an end.
        let yes = (Double(confirmed) + 1) / (Double(confirmed) + 2)
        let no = 1 / (Double(outcomes.count - confirmed) + 2)
        let points = outcomes.map { (x: logit($0.probability), target: $0.isConfirmed ? yes : no) }
        var scale = OutcomeScale(shift: 0, slope: 1, outcomes: outcomes.count)
        for _ in 0..<50 {
            let next = scale.step(points)
            let moved = abs(next.shift - scale.shift) + abs(next.slope - scale.slope)
            scale = next
            if moved < 1e-10 { break }
        }
        return scale.shift.isFinite && scale.slope.isFinite ? scale : nil
    }

    private func step(_ points: [(x: Double, target: Double)]) -> OutcomeScale {
        // A little weight on the diagonal keeps the step small where all certainties are alike.
        var (h00, h01, h11) = (1e-9, 0.0, 1e-9)
        var (g0, g1) = (0.0, 0.0)
        for point in points {
            let p = Self.sigmoid(shift + slope * point.x)
            let weight = p * (1 - p)
            g0 += point.target - p
            g1 += (point.target - p) * point.x
            h00 += weight
            h01 += weight * point.x
            h11 += weight * point.x * point.x
        }
        let determinant = h00 * h11 - h01 * h01
        return OutcomeScale(
            shift: shift + (h11 * g0 - h01 * g1) / determinant,
            slope: slope + (h00 * g1 - h01 * g0) / determinant,
            outcomes: outcomes
        )
    }

    /// What a certainty is worth by what came of others.
    public func applied(to probability: Double) -> Double { Self.sigmoid(shift + slope * Self.logit(probability)) }

    /// What came of readings like this one, in words.
    public func words(for probability: Double) -> String {
        let tenths = Int((applied(to: probability) * 10).rounded())
        let part = tenths == 0 ? "almost none" : tenths == 10 ? "almost all" : "about \(tenths)"
        return "Of ten past readings like this, \(part) \(tenths == 1 ? "was" : "were") confirmed later."
    }

    private static func logit(_ probability: Double) -> Double {
        let inside = min(1 - 1e-9, max(1e-9, probability))
        return Exponential.log(inside / (1 - inside))
    }

    private static func sigmoid(_ x: Double) -> Double { 1 / (1 + Exponential.of(-x)) }
}
