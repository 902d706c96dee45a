/// The dials of the level clock, each with the default that was chosen by simulation.
///
/// Source: `docs/methods.md`, "Parameters".
public struct ClockParameters: Sendable, Hashable {
    /// After how many days a piece of evidence weighs half.
    public var halfLifeDays = 90.0
    /// How alike two items of one observer are; one observer weighs less than its inverse.
    public var observerCorrelation = 0.50
    /// The share of next-level evidence that is assumed before anything is seen.
    public var priorMean = 0.30
    /// How many observations that assumption is worth.
    public var priorStrength = 2.0
    /// How many observations tie a competency to the person's other competencies.
    public var competencyStrength = 4.0
    /// The share of the evidence that has to be at the next level.
    public var threshold = 0.45
    /// Certainty needed to enter a strong state.
    public var entryCertainty = 0.80
    /// Certainty below which a strong state is left.
    public var releaseCertainty = 0.70
    /// Certainty that has to remain when any one observer is left out.
    public var leaveOneOutCertainty = 0.75
    /// Length of a window, days.
    public var windowDays = 56.0
    /// How many windows are looked at.
    public var windowsBack = 6
    /// How many of them have to support.
    public var windowsNeeded = 3
    /// Effective evidence from which on a window speaks.
    public var windowMinimumEvidence = 1.0
    /// Share at or below which a speaking window speaks against.
    public var windowAgainst = 0.30
    /// Part of the speaking windows that have to support.
    public var supportRatio = 2.0 / 3.0
    /// Effective evidence below which nothing is said.
    public var minimumEvidence = 4.0
    /// Observers below which nothing is said.
    public var minimumObservers = 3
    /// Mass from which on an observer counts towards breadth.
    public var minimumObserverMass = 0.25
    /// Least weight of a kind of work.
    public var workWeightMinimum = 0.5
    /// Greatest weight of a kind of work.
    public var workWeightMaximum = 2.0
    /// Mass that draws an observer's leniency towards zero.
    public var leniencyStrength = 16.0
    /// How often leniency is worked out over everybody.
    public var leniencyPasses = 2
    /// Certainty from which on evidence of a competency leans yes.
    public var competencySupported = 0.85
    /// Certainty up to which evidence of a competency leans no.
    public var competencyContradicted = 0.10
    /// Effective evidence below which a competency is thin.
    public var competencyMinimumEvidence = 2.0
    /// Observers below which a competency is thin.
    public var competencyMinimumObservers = 2
    /// Older evidence is left out, days.
    public var maximumAgeDays = 730.0
    /// What all evidence of one episode may weigh together.
    public var episodeCap = 1.0

    /// All dials at their defaults.
    public init() {}

    /// The same dials with nothing forgotten; for the check whether a reading leans on the last months.
    public var withoutDecay: ClockParameters {
        var copy = self
        copy.halfLifeDays = .infinity
        return copy
    }
}
