import Growth

/// When each person of a company was first found at the next level.
struct CompanyOutcome: Sendable {
    /// Weeks from the start of looking, or from the start of growth; nil for never.
    ///
    /// Shape: by person.
    let found: [Int?]
    /// Requests sent.
    let requests: Int
}

extension Company {
    /// Lives all weeks and looks every second one.
    func outcome(_ rule: SimulationRule, seed: UInt64) -> CompanyOutcome {
        guard rule.row >= .c else { return mentions(rule.row) }
        var life = CompanyLife(self, rule: rule, seed: seed)
        var found = [Int?](repeating: nil, count: people.count)
        for week in 0..<assumptions.weeks {
            life.live(week: week)
            guard isLook(week) else { continue }
            for person in people.indices where life.looks[person].state == .sustainedAtNext {
                note(person, week: week, &found)
            }
        }
        return CompanyOutcome(found: found, requests: life.requests)
    }

    private func isLook(_ week: Int) -> Bool {
        week >= assumptions.warmUpWeeks
            && (week - assumptions.warmUpWeeks).isMultiple(of: SimulationRule.weeksBetweenLooks)
    }

    /// Those who grow count from the start of their growth on.
    private func note(_ person: Int, week: Int, _ found: inout [Int?]) {
        let start = people[person].persona.grows ? assumptions.growthWeek : assumptions.warmUpWeeks
        if found[person] == nil, week >= start { found[person] = week - start }
    }

    /// What counting mentions would have said.
    private func mentions(_ row: Ablation) -> CompanyOutcome {
        var found = [Int?](repeating: nil, count: people.count)
        for person in people.indices {
            var all = [Int](repeating: 0, count: assumptions.weeks + 1)
            var next = all
            for item in people[person].items {
                all[item.week + 1] += 1
                next[item.week + 1] += item.next > 0 ? 1 : 0
            }
            for week in 0..<assumptions.weeks {
                all[week + 1] += all[week]
                next[week + 1] += next[week]
            }
            for week in 0..<assumptions.weeks where isLook(week) {
                func since(_ sums: [Int], _ weeks: Int) -> Int { sums[week + 1] - sums[max(0, week + 1 - weeks)] }
                let isFound =
                    row == .a
                    ? since(next, 26) >= 12
                    : since(all, 52) >= 12 && 2 * since(next, 52) >= since(all, 52)
                if isFound { note(person, week: week, &found) }
            }
        }
        return CompanyOutcome(found: found, requests: 0)
    }
}
