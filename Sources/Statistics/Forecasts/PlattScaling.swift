/// Probabilities made honest by a line through their logits.
///
/// Source: Platt (1999), targets drawn in a little so that a perfect order gives no endless slope; Newton's method with
/// halved steps after Lin, Lin and Weng (2007).
public struct PlattScaling: Sendable, Hashable, Codable {
    /// The logit at a logit of 0.
    public let intercept: Double
    /// How much the logit changes for each unit; above 1 the probabilities were too timid.
    public let slope: Double

    /// Takes a line.
    public init(intercept: Double, slope: Double) {
        self.intercept = intercept
        self.slope = slope
    }

    /// Fits to what happened; nil where all or none came true.
    ///
    /// Probabilities are kept between .01 and .99 first.
    public init?(_ probabilities: [Double], happened: [Bool]) {
        let cases = zip(probabilities, happened).filter { !$0.0.isNaN }.map { (Self.logit($0.0), $0.1) }
        let positive = Double(cases.count { $0.1 })
        let negative = Double(cases.count) - positive
        guard positive > 0, negative > 0 else { return nil }
        let (high, low) = ((positive + 1) / (positive + 2), 1 / (negative + 2))
        let targets = cases.map { ($0.0, $0.1 ? high : low) }
        var (a, b) = (Exponential.log((positive + 1) / (negative + 1)), 0.0)
        var loss = Self.loss(targets, a, b)
        for _ in 0..<100 {
            let step = Self.newton(targets, a, b)
            var part = 1.0
            var next = Self.loss(targets, a + step.0, b + step.1)
            while next > loss, part > 1e-10 {
                part /= 2
                next = Self.loss(targets, a + part * step.0, b + part * step.1)
            }
            guard next <= loss else { break }
            (a, b) = (a + part * step.0, b + part * step.1)
            loss = next
            if abs(step.0) + abs(step.1) < 1e-12 { break }
        }
        self.init(intercept: a, slope: b)
    }

    /// The honest probability.
    public func value(_ probability: Double) -> Double { Self.share(intercept + slope * Self.logit(probability)) }

    private static func logit(_ probability: Double) -> Double {
        let inside = min(max(probability, 0.01), 0.99)
        return Exponential.log(inside / (1 - inside))
    }

    private static func share(_ logit: Double) -> Double { 1 / (1 + Exponential.of(-logit)) }

    private static func loss(_ targets: [(Double, Double)], _ a: Double, _ b: Double) -> Double {
        targets.reduce(0) { sum, one in
            let z = a + b * one.0
            // -t z + log(1 + e^z), without overflow.
            return sum + max(z, 0) - one.1 * z + Exponential.log(1 + Exponential.of(-abs(z)))
        }
    }

    private static func newton(_ targets: [(Double, Double)], _ a: Double, _ b: Double) -> (Double, Double) {
        var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-12, 0.0, 1e-12)
        for (x, target) in targets {
            let p = share(a + b * x)
            let weight = p * (1 - p)
            g0 += target - p
            g1 += (target - p) * x
            h00 += weight
            h01 += weight * x
            h11 += weight * x * x
        }
        let determinant = h00 * h11 - h01 * h01
        // Where all probabilities are the same only the intercept can move.
        guard determinant > 1e-12 * h00 * h11 else { return (g0 / h00, 0) }
        return ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant)
    }
}
