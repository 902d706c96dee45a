import Statistics

/// The threshold and the assumed share, fitted to how readily a company praises.
///
/// Source: `docs/methods.md`, "Calibration".
public struct ThresholdCalibration: Sendable, Hashable {
    /// The share of the evidence that has to be at the next level.
    public let threshold: Double
    /// The share that is assumed before anything is seen.
    public let priorMean: Double
    /// What it rests on.
    public let basis: Basis

    /// What a calibration rests on.
    public enum Basis: String, Sendable, Hashable, CaseIterable, Codable {
        /// Too few people: the defaults.
        case defaults
        /// The median of everybody.
        case everybody
        /// The middle between people shortly before a promotion and everybody else.
        case promotions
    }

    /// Effective evidence from which on a person's share is counted.
    public static let minimumEvidence = 6.0
    /// How many people there have to be.
    public static let minimumPeople = 30
    private static let defaultsWeigh = 60.0

    /// Joins a threshold, an assumed share and what they rest on.
    public init(threshold: Double, priorMean: Double, basis: Basis) {
        self.threshold = threshold
        self.priorMean = priorMean
        self.basis = basis
    }

    /// Fits to the shares of everybody with enough evidence.
    public static func fit(shares: [Double], parameters: ClockParameters = ClockParameters()) -> ThresholdCalibration {
        guard shares.count >= minimumPeople, let middle = median(shares) else { return defaults(parameters) }
        let wanted = min(0.60, max(0.30, middle + 0.08))
        return shrunken(wanted, people: shares.count, basis: .everybody, parameters: parameters)
    }

    /// Fits to known outcomes: shares of people in the year before their promotion, and of everybody else.
    ///
    /// Falls back to everybody's median while either group has fewer than 30 people.
    public static func fit(
        promoted: [Double],
        others: [Double],
        parameters: ClockParameters = ClockParameters()
    ) -> ThresholdCalibration {
        guard promoted.count >= minimumPeople, others.count >= minimumPeople, let before = median(promoted),
            let rest = median(others)
        else { return fit(shares: promoted + others, parameters: parameters) }
        let people = promoted.count + others.count
        return shrunken((before + rest) / 2, people: people, basis: .promotions, parameters: parameters)
    }

    /// The share of a person's evidence at the next level, corrected for leniency; nil below the evidence needed.
    public static func share(
        of observations: [Observation],
        now: Double,
        clock: LevelClock
    ) -> Double? {
        let episodes = EpisodeSizes(observations, now: now, parameters: clock.parameters)
        let cells = clock.cells(observations, now: now, episodes: episodes)
        let (found, evidence) = clock.posterior(cells, mean: 0, strength: 0)
        return evidence >= minimumEvidence ? found.alpha / evidence : nil
    }

    /// The same dials with this threshold and assumed share.
    public func applied(to parameters: ClockParameters) -> ClockParameters {
        var fitted = parameters
        fitted.threshold = threshold
        fitted.priorMean = priorMean
        return fitted
    }

    private static func defaults(_ parameters: ClockParameters) -> ThresholdCalibration {
        ThresholdCalibration(threshold: parameters.threshold, priorMean: parameters.priorMean, basis: .defaults)
    }

    private static func shrunken(
        _ wanted: Double,
        people: Int,
        basis: Basis,
        parameters: ClockParameters
    ) -> ThresholdCalibration {
        let count = Double(people)
        let threshold = (count * wanted + defaultsWeigh * parameters.threshold) / (count + defaultsWeigh)
        return ThresholdCalibration(threshold: threshold, priorMean: threshold - 0.15, basis: basis)
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
