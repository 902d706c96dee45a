public import Growth

/// How a made-up company is read.
public struct SimulationRule: Sendable, Hashable {
    /// Which parts are in use.
    public var row: Ablation
    /// The clock's dials.
    public var dials: ClockParameters
    /// From how many teams the work has to have been seen.
    public var requiredTeams: Int
    /// How rounds of requests are timed.
    public var timing: Timing

    /// How rounds of requests are timed.
    public enum Timing: String, Sendable, Hashable, CaseIterable, Codable {
        /// Everybody in the same weeks, as many requests as it takes; as the table of rows was made.
        case together
        /// As Crosstie plans them: by each person's own last round, at most two a week for a colleague.
        case planned
    }

    /// Looks are two weeks apart.
    public static let weeksBetweenLooks = 2

    /// Reads by a row; the level worked towards says how many teams are needed.
    public init(
        row: Ablation = .j,
        dials: ClockParameters = ClockParameters(),
        nextLevel: Int = 5,
        timing: Timing = .together
    ) {
        self.row = row
        self.dials = dials
        // Plans always ask about thin files, too, so that row I has none.
        self.timing = row >= .j ? timing : .together
        requiredTeams = row.needsTeams ? LevelClock.requiredTeams(nextLevel: nextLevel) : 0
    }

    /// True where colleagues are asked.
    var asks: Bool { row >= .i }

    /// A dial that makes no sense.
    public func check() throws(SimulationError) {
        let all: [(SimulationError.Dial, Double, ClosedRange<Double>)] = [
            (.threshold, dials.threshold, 0.01...0.99), (.entryCertainty, dials.entryCertainty, 0.01...0.999),
            (.halfLife, dials.halfLifeDays, 1...100_000), (.windowsNeeded, Double(dials.windowsNeeded), 0...26),
            (.minimumObservers, Double(dials.minimumObservers), 1...14),
        ]
        for (dial, value, range) in all where !range.contains(value) {
            throw .outside(dial, value: value, low: range.lowerBound, high: range.upperBound)
        }
    }
}
