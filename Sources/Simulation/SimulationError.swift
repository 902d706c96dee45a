/// Why a simulation cannot be run.
public enum SimulationError: Error, Sendable, Hashable {
    /// A dial stands where it makes no sense.
    case outside(Dial, value: Double, low: Double, high: Double)
    /// People who have grown would do less of the next level's work than the others.
    case sharesInWrongOrder(atLevel: Double, atNext: Double)
    /// There is no such row.
    case noSuchRow(String)

    /// What was set.
    public enum Dial: String, Sendable, Hashable {
        /// People in a company.
        case people
        /// Companies.
        case organisations
        /// Items about quiet people.
        case quietItems
        /// Items about most people.
        case ordinaryItems
        /// Items about visible people.
        case visibleItems
        /// Share of next-level work at the level.
        case shareAtLevel
        /// Share of next-level work at the next level.
        case shareAtNext
        /// Share of items read the wrong way.
        case readingErrors
        /// How many times as often the next level is mentioned.
        case mentionsOfNext
        /// Share of requests answered.
        case requestResponse
        /// The clock's threshold.
        case threshold
        /// The clock's certainty.
        case entryCertainty
        /// The clock's half-life.
        case halfLife
        /// The clock's windows.
        case windowsNeeded
        /// The clock's observers.
        case minimumObservers
        /// The level worked towards.
        case nextLevel
    }
}
