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
        let open = openCells(cells, observations: observations, now: now, episodes: episodes)
        let carried = leaveOneOut(open, probability: probability)
        let windows = windows(observations, now: now, episodes: episodes)
        let votes = WindowVotes(windows, parameters: parameters)
        let needs = breadth(nextLevel: nextLevel, audience: audience, requiredTeams: requiredTeams)
        let isSustained = votes.isSustained(parameters, isSettling: isSettling(at: now))
        let state = state(
            isHeard: evidence >= parameters.minimumEvidence && broad.count >= needs.observers,
            probability: probability,
            standsAlone: carried.lowest >= parameters.leaveOneOutCertainty,
            isBroad: teams >= needs.teams,
            isSustained: isSustained
        )
        return Assessment(
            state: state,
            posterior: posterior,
            probability: probability,
            effectiveEvidence: evidence,
            observers: broad.count,
            teams: teams,
            requiredObservers: needs.observers,
            requiredTeams: needs.teams,
            leaveOneOut: carried.lowest,
            carriers: carried.observers,
            windows: windows,
            votes: votes,
            isSustained: isSustained,
            isContested: Self.isContested(cells),
            cells: cells
        )
    }

    /// The voices that may decide: what was said in confidence, and for it, is left out.
    private func openCells(
        _ cells: [ObserverCell],
        observations: [Observation],
        now: Double,
        episodes: EpisodeSizes
    ) -> [ObserverCell] {
        guard observations.contains(where: \.isFavourableInConfidence) else { return cells }
        return self.cells(observations.filter { !$0.isFavourableInConfidence }, now: now, episodes: episodes)
    }

    /// The lowest certainty without any one voice, and whose voice that is.
    private func leaveOneOut(
        _ cells: [ObserverCell],
        probability: Double
    ) -> (lowest: Double, observers: [String]) {
        var sums = VoiceSums()
        let voices = cells.map { (mass: $0.effectiveMass(parameters.observerCorrelation), share: $0.share) }
        for voice in voices { sums.add(mass: voice.mass, share: voice.share) }
        var lowest = min(probability, certainty(sums))
        var observers: [String] = []
        for group in groups(cells) {
            var rest = sums
            for index in group { rest.remove(mass: voices[index].mass, share: voices[index].share) }
            let without = certainty(rest)
            if without < lowest {
                lowest = without
                observers = group.map { cells[$0].observer }
            }
        }
        return (lowest, observers)
    }

    /// Certainty that the share is above the threshold.
    func certainty(_ sums: VoiceSums) -> Double {
        sums.posterior(mean: parameters.priorMean, strength: parameters.priorStrength).tail(parameters.threshold)
    }

    /// Places of the voices, those of one ring together, by the first of each.
    private func groups(_ cells: [ObserverCell]) -> [[Int]] {
        guard !rings.isEmpty else { return cells.indices.map { [$0] } }
        var byRing: [Int: Int] = [:]
        var groups: [[Int]] = []
        for index in cells.indices {
            let ring = rings.firstIndex { $0.contains(cells[index].observer) }
            if let ring, let place = byRing[ring] {
                groups[place].append(index)
            } else {
                if let ring { byRing[ring] = groups.count }
                groups.append([index])
            }
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
        let speaking = period(days: end - start).periodWindows(observations, from: start, to: end)
            .filter { $0.effectiveEvidence >= parameters.windowMinimumEvidence }
            .compactMap(\.share)
        return speaking.isEmpty ? nil : speaking.reduce(0, +) / Double(speaking.count)
    }

    /// The same clock with as many windows as a period needs, and no limit of age.
    func period(days: Double) -> LevelClock {
        var clock = self
        clock.parameters.windowsBack = max(0, Int((days / parameters.windowDays).rounded(.up)))
        clock.parameters.maximumAgeDays = .infinity
        return clock
    }

    /// The windows of a period, the newest first; each episode counts by what of it lies in the period.
    func periodWindows(_ observations: [Observation], from start: Double, to end: Double) -> [EvidenceWindow] {
        let inside = observations.filter { $0.day >= start && $0.day <= end }
        return windows(inside, now: end, episodes: EpisodeSizes(inside, now: end, parameters: parameters))
    }
}
