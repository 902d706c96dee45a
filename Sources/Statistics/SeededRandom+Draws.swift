extension SeededRandom {
    /// A number of the gamma distribution with this shape and scale 1.
    ///
    /// Source: Marsaglia and Tsang (2000); shapes below 1 by way of the next higher one.
    public mutating func gamma(_ shape: Double) -> Double {
        guard shape > 0 else { return 0 }
        guard shape >= 1 else { return gamma(shape + 1) * Exponential.of(Exponential.log(1 - share()) / shape) }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            if Exponential.log(1 - share()) < 0.5 * x * x + d - d * v + d * Exponential.log(v) { return d * v }
        }
    }

    /// A share of the beta distribution with these weights.
    public mutating func beta(_ alpha: Double, _ beta: Double) -> Double {
        let (one, other) = (gamma(alpha), gamma(beta))
        // Both can be too small to tell; then all lies at one end.
        guard one + other > 0 else { return share() * (alpha + beta) < alpha ? 1 : 0 }
        return one / (one + other)
    }

    /// Shares that sum to 1, uneven where the weight of each is small.
    public mutating func dirichlet(_ weight: Double, count: Int) -> [Double] {
        let parts = (0..<max(0, count)).map { _ in gamma(weight) }
        let sum = parts.reduce(0, +)
        return parts.map { sum > 0 ? $0 / sum : 1 / Double(count) }
    }
}
