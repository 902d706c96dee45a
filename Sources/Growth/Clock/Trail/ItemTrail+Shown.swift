#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension ItemTrail {
    /// The state to show: the same as `ShownState.replay` with all its looks.
    ///
    /// Between two looks with news a shown state can only turn into `notEnoughEvidence`. Evidence halves in a half-life at
    /// most, because an observer's worth falls more slowly than the mass behind it; so there is a day before which it is
    /// certainly still enough, and no look is needed until then.
    ///
    /// - Parameters:
    ///   - now: the moment of the look, days since 1970 UTC
    ///   - needs: from how many people and teams the work has to have been seen
    /// - Returns: the state and since when it is shown
    public func shown(now: Double, needs: Breadth) -> ShownState {
        let past = items.lazy.map(\.day).prefix { $0 <= now }
        guard let first = past.first else { return .unheard(look(at: now, needs: needs).state) }
        let mondays = Mondays(after: first, until: now)
        var walk = ShownWalk(past: Array(past), parameters: clock.parameters)
        var day = first
        while true {
            let found = found(at: day, needs: needs, isLast: day >= now)
            walk.take(found.look.state, probability: found.look.probability, at: day)
            if day >= now { return walk.shown }
            let news = walk.nextNews ?? now
            let quiet =
                walk.state == .notEnoughEvidence
                ? now : mondays.onOrAfter(max(day.nextUp, certainUntil(found, at: day)))
            day = min(news, quiet)
        }
    }

    /// A moment before which silence cannot turn what was found into `notEnoughEvidence`.
    private func certainUntil(_ found: Found, at day: Double) -> Double {
        let dials = clock.parameters
        guard isOrdinary, dials.observerCorrelation >= 0, dials.halfLifeDays > 0 else { return day }
        var spare = Double.infinity
        if dials.minimumEvidence > 0 { spare = min(spare, found.look.effectiveEvidence / dials.minimumEvidence) }
        if dials.minimumObserverMass > 0 { spare = min(spare, found.lastNeeded / dials.minimumObserverMass) }
        guard spare > 1 else { return day }
        // A hair less, so that no rounding can matter.
        let fading = day + dials.halfLifeDays * log2(spare) - 1e-5
        let oldest = items.first { day - $0.day <= dials.maximumAgeDays }?.day ?? day
        return min(fading, oldest + dials.maximumAgeDays)
    }
}

extension LevelClock {
    /// The state to show, by a look whenever something was seen, on every Monday since, and now.
    ///
    /// - Parameters:
    ///   - observations: all items about the person, in any order
    ///   - now: the moment of the look, days since 1970 UTC
    ///   - nextLevel: the level that the work is held against
    ///   - audience: how many people could have seen the work; nil when it is not known
    ///   - requiredTeams: how many teams have to speak; by the level unless given
    /// - Returns: the state and since when it is shown
    public func shown(
        _ observations: [Observation],
        now: Double,
        nextLevel: Int,
        audience: Int? = nil,
        requiredTeams: Int? = nil
    ) -> ShownState {
        ItemTrail(observations, clock: self)
            .shown(now: now, needs: breadth(nextLevel: nextLevel, audience: audience, requiredTeams: requiredTeams))
    }
}
