import Statistics

extension LevelClock {
    /// The whole decision for one person, over all competencies.
    ///
    /// - Parameters:
    ///   - observations: all items about the person, in any order; future and too old ones are ignored
    ///   - now: the moment of the look, days since 1970 UTC
    ///   - nextLevel: the level that the work is held against
    ///   - audience: how many people could have seen the work; nil when it is not known
    ///   - requiredTeams: how many teams have to speak; by the level unless given
    /// - Returns: the state and everything that led to it
    public func assess(
        _ observations: [Observation],
        now: Double,
        nextLevel: Int,
        audience: Int? = nil,
        requiredTeams: Int? = nil
    ) -> Assessment {
        let episodes = EpisodeSizes(observations, now: now, parameters: parameters)
        let cells = cells(observations, now: now, episodes: episodes)
        let (posterior, evidence) = posterior(cells)
        let probability = posterior.tail(parameters.threshold)
        let broad = cells.filter { $0.mass >= parameters.minimumObserverMass }
        let teams = Set(broad.map(\.team)).count
        let carried = leaveOneOut(cells, probability: probability)
        let windows = windows(observations, now: now, episodes: episodes)
        let votes = WindowVotes(windows, parameters: parameters)
        let needObservers = requiredObservers(audience: audience)
        let needTeams = requiredTeams ?? Self.requiredTeams(nextLevel: nextLevel)
        let isSustained = votes.isSustained(parameters, isSettling: isSettling)
        let isStrong = probability >= parameters.entryCertainty && carried.lowest >= parameters.leaveOneOutCertainty
        let state: LevelState =
            if evidence < parameters.minimumEvidence || broad.count < needObservers {
                .notEnoughEvidence
            } else if isStrong {
                teams >= needTeams && isSustained ? .sustainedAtNext : .operatingAtNext
            } else {
                probability >= 0.5 ? .emerging : .atLevel
            }
        return Assessment(
            state: state,
            posterior: posterior,
            probability: probability,
            effectiveEvidence: evidence,
            observers: broad.count,
            teams: teams,
            requiredObservers: needObservers,
            requiredTeams: needTeams,
            leaveOneOut: carried.lowest,
            carriers: carried.observers,
            windows: windows,
            votes: votes,
            isSustained: isSustained,
            isContested: Self.isContested(cells),
            cells: cells
        )
    }

    /// The lowest certainty without any one voice, and whose voice that is.
    private func leaveOneOut(
        _ cells: [ObserverCell],
        probability: Double
    ) -> (lowest: Double, observers: [String]) {
        var lowest = probability
        var observers: [String] = []
        for group in voices(cells) {
            let without = posterior(cells, leavingOut: Set(group)).distribution.tail(parameters.threshold)
            if without < lowest {
                lowest = without
                observers = group
            }
        }
        return (lowest, observers)
    }

    /// Observers, those of one ring together, by the first of each.
    private func voices(_ cells: [ObserverCell]) -> [[String]] {
        var taken: Set<String> = []
        var groups: [[String]] = []
        for cell in cells where !taken.contains(cell.observer) {
            let ring = rings.first { $0.contains(cell.observer) }
            let group = ring.map { ring in cells.map(\.observer).filter(ring.contains) } ?? [cell.observer]
            taken.formUnion(group)
            groups.append(group)
        }
        return groups
    }

    /// True when at least two observers with a full observation each stand clearly on either side.
    private static func isContested(_ cells: [ObserverCell]) -> Bool {
        let heard = cells.filter { $0.mass >= 1 }
        return heard.count { $0.share >= 0.7 } >= 2 && heard.count { $0.share <= 0.3 } >= 2
    }

    /// Each competency that was seen, tied to what the person's other competencies let expect; by competency.
    public func competencies(_ observations: [Observation], now: Double) -> [CompetencyAssessment] {
        let episodes = EpisodeSizes(observations, now: now, parameters: parameters)
        let past = observations.filter { $0.day <= now }
        let grouped = Dictionary(grouping: past, by: \.competency)
        return grouped.sorted { $0.key < $1.key }
            .map { competency, own in
                let others = past.filter { $0.competency != competency }
                let expected = posterior(cells(others, now: now, episodes: episodes)).distribution.mean
                return competencyAssessment(
                    competency,
                    cells: cells(own, now: now, episodes: episodes),
                    expected: expected
                )
            }
    }

    private func competencyAssessment(
        _ competency: String,
        cells: [ObserverCell],
        expected: Double
    ) -> CompetencyAssessment {
        let (posterior, evidence) = posterior(cells, mean: expected, strength: parameters.competencyStrength)
        let probability = posterior.tail(parameters.threshold)
        let isThin =
            evidence < parameters.competencyMinimumEvidence || cells.count < parameters.competencyMinimumObservers
        let state: CompetencyState =
            if isThin {
                .thin
            } else if probability >= parameters.competencySupported {
                .supported
            } else if probability <= parameters.competencyContradicted {
                .contradicted
            } else {
                .open
            }
        return CompetencyAssessment(
            competency: competency,
            state: state,
            posterior: posterior,
            probability: probability,
            effectiveEvidence: evidence,
            priorMean: expected
        )
    }

    /// The share over a past period, each window with evidence alike: what a review looks at.
    ///
    /// - Parameters:
    ///   - observations: all items about the person
    ///   - start: the first moment of the period, days since 1970 UTC
    ///   - end: its last moment
    /// - Returns: nil when no window of the period speaks
    public func periodShare(_ observations: [Observation], from start: Double, to end: Double) -> Double? {
        guard end > start else { return nil }
        var clock = self
        clock.parameters.windowsBack = Int(((end - start) / parameters.windowDays).rounded(.up))
        clock.parameters.maximumAgeDays = .infinity
        let inside = observations.filter { $0.day >= start && $0.day <= end }
        let episodes = EpisodeSizes(inside, now: end, parameters: clock.parameters)
        let speaking = clock.windows(inside, now: end, episodes: episodes)
            .filter { $0.effectiveEvidence >= parameters.windowMinimumEvidence }
            .compactMap(\.share)
        return speaking.isEmpty ? nil : speaking.reduce(0, +) / Double(speaking.count)
    }
}
