import Statistics

/// A draft rating beside what the evidence lets expect.
///
/// Units: rating points. Source: `docs/methods.md`, "Drafts that the evidence contradicts".
public struct RatingContradiction: Sendable, Hashable {
    /// How far both must lie apart in standard errors.
    public static let limit = 2.0
    /// How far they must lie apart in points.
    public static let fewestPoints = 0.75
    /// The least evidence that can contradict.
    public static let leastEvidence = 6.0
    /// The fewest voices that can contradict.
    public static let fewestVoices = 3

    /// Draft less expectation.
    public let difference: Double
    /// The difference in standard errors.
    public let z: Double
    /// Probability of a difference as large where there is none.
    public let p: Double

    /// Compares a draft with an expectation and how sure it is.
    public init(draft: Double, expected: Double, evidenceSpread: Double, ratingSpread: Double) {
        difference = draft - expected
        let error = (evidenceSpread * evidenceSpread + ratingSpread * ratingSpread).squareRoot()
        z = error > 0 ? difference / error : difference == 0 ? 0 : difference > 0 ? .infinity : -.infinity
        p = NormalDistribution.twoSided(z)
    }

    /// True when draft and evidence say different things.
    public var contradicts: Bool { abs(z) >= Self.limit && abs(difference) >= Self.fewestPoints }
}
