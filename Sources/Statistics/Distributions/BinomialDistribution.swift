/// How often something happens in a number of tries.
///
/// Source: NIST Digital Library of Mathematical Functions 8.17.5.
public struct BinomialDistribution: Sendable, Hashable {
    /// How many tries.
    public let tries: Int
    /// Its probability in each.
    public let probability: Double

    /// Takes both; a probability outside 0...1 is brought inside.
    public init(tries: Int, probability: Double) {
        self.tries = max(0, tries)
        self.probability = min(1, max(0, probability))
    }

    /// Probability of at least `count`.
    public func atLeast(_ count: Int) -> Double {
        guard count > 0 else { return 1 }
        guard count <= tries else { return 0 }
        return BetaDistribution(alpha: Double(count), beta: Double(tries - count + 1)).cumulative(probability)
    }

    /// Probability of at most `count`.
    public func atMost(_ count: Int) -> Double {
        guard count >= 0 else { return 0 }
        guard count < tries else { return 1 }
        return BetaDistribution(alpha: Double(count + 1), beta: Double(tries - count)).tail(probability)
    }
}
