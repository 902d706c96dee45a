/// From how many people and teams the work has to have been seen.
public struct Breadth: Sendable, Hashable {
    /// How many people have to be heard.
    public let observers: Int
    /// From how many teams they have to come.
    public let teams: Int

    /// Joins both.
    public init(observers: Int, teams: Int) {
        self.observers = observers
        self.teams = teams
    }
}

extension LevelClock {
    /// How broadly work has to be seen.
    ///
    /// - Parameters:
    ///   - nextLevel: the level that the work is held against
    ///   - audience: how many people could have seen it; nil when it is not known
    ///   - requiredTeams: how many teams have to speak; by the level unless given
    /// - Returns: what the gates ask for
    public func breadth(nextLevel: Int, audience: Int? = nil, requiredTeams: Int? = nil) -> Breadth {
        Breadth(
            observers: requiredObservers(audience: audience),
            teams: requiredTeams ?? Self.requiredTeams(nextLevel: nextLevel)
        )
    }

    /// True where windows that speak against are left out at a moment, because the person just changed tracks.
    func isSettling(at now: Double) -> Bool { isSettling || settling?.contains(now) ?? false }

    /// The state that the gates give, tested in their order; what is not asked for is not worked out.
    func state(
        isHeard: Bool,
        probability: Double,
        standsAlone: @autoclosure () -> Bool,
        isBroad: @autoclosure () -> Bool,
        isSustained: @autoclosure () -> Bool
    ) -> LevelState {
        guard isHeard else { return .notEnoughEvidence }
        if probability >= parameters.entryCertainty, standsAlone() {
            return isBroad() && isSustained() ? .sustainedAtNext : .operatingAtNext
        }
        return probability >= 0.5 ? .emerging : .atLevel
    }
}
