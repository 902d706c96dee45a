public import Growth
import Statistics

/// What the clock says of somebody as of a day; used inside a backtest, shown of nobody.
public struct PastReading: Sendable, Hashable {
    /// The state that the evidence alone gives.
    public var state: LevelState
    /// Certainty that the share of work at the target is above the threshold.
    public var certainty: Double
    /// What is missing to full certainty; exact where certainty is too near to 1 to be told apart.
    public var doubt: Double
    /// How many independent observations the evidence is worth.
    public var effectiveEvidence: Double

    /// Takes what a backtest needs of an assessment.
    public init(_ assessment: Assessment, threshold: Double) {
        state = assessment.state
        certainty = assessment.probability
        doubt = assessment.posterior.cumulative(threshold)
        effectiveEvidence = assessment.effectiveEvidence
    }

    /// Joins a reading's parts.
    public init(state: LevelState, certainty: Double, doubt: Double, effectiveEvidence: Double) {
        self.state = state
        self.certainty = certainty
        self.doubt = doubt
        self.effectiveEvidence = effectiveEvidence
    }

    /// A number that rises with certainty and does not stop near 1: minus the logarithm of the doubt.
    ///
    /// Where even the doubt is too small for a number, more evidence is more.
    public var assurance: Double {
        let least = 1e-300
        return doubt > least ? -Exponential.log(doubt) : -Exponential.log(least) + effectiveEvidence
    }

    /// State before assurance: the order in which the product speaks.
    public var stateFirst: Double {
        // Assurance is below 700 plus the evidence; squeezed under 1, so that it never outweighs a state.
        Double(state.order) + assurance / (1000 + assurance)
    }
}

extension LevelState {
    /// From nothing heard to sustained.
    var order: Int {
        switch self {
        case .notEnoughEvidence: 0
        case .atLevel: 1
        case .emerging: 2
        case .operatingAtNext: 3
        case .sustainedAtNext: 4
        }
    }
}
