import Growth

extension Company {
    /// Weeks between two looks that are repeated with the level clock itself.
    static let weeksBetweenChecks = 26

    /// Repeats looks with `LevelClock.assess` and `LeniencyTable.fit` on the same items, item by item.
    func check(_ rule: SimulationRule, seed: UInt64) -> SimulationReport.Check {
        var check = SimulationReport.Check()
        guard rule.row >= .c else { return check }
        var life = CompanyLife(self, rule: rule, seed: seed)
        for week in 0..<assumptions.weeks {
            life.live(week: week)
            let past = week - assumptions.warmUpWeeks
            guard past >= 0, past.isMultiple(of: Self.weeksBetweenChecks) else { continue }
            for (person, repeated) in repeated(life, week: week).enumerated() {
                let look = life.looks[person]
                check.looks += 1
                let isSame =
                    look.state == repeated.state && abs(look.probability - repeated.probability) < 1e-9
                    && abs(look.evidence - repeated.evidence) < 1e-9
                check.same += isSame ? 1 : 0
            }
        }
        return check
    }

    /// The same looks by the clock's own way.
    private func repeated(_ life: CompanyLife, week: Int) -> [CompanyLife.Look] {
        let now = Double(7 * week)
        var people: [String: [Observation]] = [:]
        for person in self.people.indices {
            people[Self.name(person)] = observations(about: person, answers: life.answers[person])
        }
        var clock = LevelClock(parameters: life.dials)
        clock.leniency = LeniencyTable.fit(people, now: now, parameters: life.dials)
        if life.rule.row >= .k {
            let shares = people.values.compactMap { ThresholdCalibration.share(of: $0, now: now, clock: clock) }
            clock.parameters = ThresholdCalibration.fit(shares: shares, parameters: life.dials).applied(to: life.dials)
        }
        return self.people.indices.map { person in
            let found = clock.assess(
                people[Self.name(person)] ?? [],
                now: now,
                nextLevel: 1,
                requiredTeams: life.rule.requiredTeams
            )
            return CompanyLife.Look(
                state: found.state,
                probability: found.probability,
                evidence: found.effectiveEvidence
            )
        }
    }
}
