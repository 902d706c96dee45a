/// Whether values lie evenly between 0 and 1.
///
/// Source: Kolmogorov (1933); probability by the limiting distribution, which is a little high for few values.
public struct UniformityTest: Sendable, Hashable {
    /// The largest distance between the share of values up to a point and the point itself.
    public let distance: Double
    /// Probability of a distance as large where they lie evenly.
    public let p: Double

    /// Tests values; nil of nothing.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let count = Double(values.count)
        var distance = 0.0
        for (place, value) in values.sorted().enumerated() {
            let inside = min(max(value, 0), 1)
            distance = max(distance, Double(place + 1) / count - inside, inside - Double(place) / count)
        }
        self.distance = distance
        p = Self.limit(count.squareRoot() * distance)
    }

    /// Probability that the limiting distribution exceeds a value.
    private static func limit(_ value: Double) -> Double {
        // Below, the alternating sum converges slowly, and the probability is 1 to twelve digits.
        guard value > 0.2 else { return 1 }
        var sum = 0.0
        for step in 1...100 {
            let k = Double(step)
            let term = Exponential.of(-2 * k * k * value * value)
            sum += step.isMultiple(of: 2) ? -term : term
            if term < 1e-18 { break }
        }
        return min(1, max(0, 2 * sum))
    }
}
