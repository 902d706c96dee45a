import Growth

/// Everybody's voices about everybody in one week: decayed mass and share, as the clock sums them.
struct WeeklyVoices {
    /// Places a person.
    let width: Int
    /// Sum of the weights; 0 for a voice not heard.
    var mass: [Double]
    /// Sum of the weights of next-level items.
    var next: [Double]
    /// Share at the next level before any correction.
    var share: [Double]
    /// What each voice is worth.
    var worth: [Double]
    /// Who speaks, by number.
    let speakers: [Int]

    init(_ company: Company) {
        let width = company.people.map(\.colleagues.count).max() ?? 0
        self.width = width
        mass = [Double](repeating: 0, count: width * company.people.count)
        next = mass
        share = mass
        worth = mass
        speakers = company.people.flatMap { person in
            person.colleagues + [Int](repeating: 0, count: width - person.colleagues.count)
        }
    }

    /// Lets all that was said weigh less.
    mutating func fade(_ part: Double) {
        for place in mass.indices where mass[place] > 0 {
            mass[place] *= part
            next[place] *= part
        }
    }

    /// Adds an item, or takes it away with a weight below 0.
    mutating func add(_ item: Company.WeekItem, of person: Int, weight: Double) {
        mass[person * width + item.colleague] += weight
        next[person * width + item.colleague] += weight * item.next
    }

    /// Works out shares and what each voice is worth; what rounding left of voices that fell silent goes.
    mutating func settle(_ dials: ClockParameters) {
        for place in mass.indices where mass[place] != 0 {
            guard mass[place] > 1e-12 else {
                mass[place] = 0
                next[place] = 0
                continue
            }
            share[place] = min(1, max(0, next[place] / mass[place]))
            worth[place] = ObserverCell.effective(mass[place], correlation: dials.observerCorrelation)
        }
    }

    /// How generously each speaker writes, in the passes of ``LeniencyTable``.
    func leniency(_ dials: ClockParameters, people: Int) -> [Double] {
        var corrections = [Double](repeating: 0, count: people)
        for _ in 0..<max(0, dials.leniencyPasses) { corrections = pass(corrections, dials, people: people) }
        return corrections
    }

    private func pass(_ corrections: [Double], _ dials: ClockParameters, people: Int) -> [Double] {
        var difference = [Double](repeating: 0, count: people)
        var weight = difference
        for person in 0..<people {
            let places = person * width..<person * width + width
            var next = dials.priorStrength * dials.priorMean
            var total = dials.priorStrength
            for place in places where mass[place] > 0 {
                next += worth[place] * corrected(place, corrections)
                total += worth[place]
            }
            for place in places where mass[place] > 0 && total - worth[place] > 0 {
                let rest = (next - worth[place] * corrected(place, corrections)) / (total - worth[place])
                difference[speakers[place]] += worth[place] * (share[place] - rest)
                weight[speakers[place]] += worth[place]
            }
        }
        return difference.indices.map {
            weight[$0] > 0 ? difference[$0] / (weight[$0] + dials.leniencyStrength) : 0
        }
    }

    func corrected(_ place: Int, _ corrections: [Double]) -> Double {
        min(1, max(0, share[place] - corrections[speakers[place]]))
    }
}

/// What decay and windows make of an item's age in whole weeks.
struct WeekTable {
    /// Part of the weight that is left.
    let decay: [Double]
    /// The window; nil for none.
    let window: [Int?]
    /// The greatest age that counts.
    let oldest: Int

    init(_ dials: ClockParameters, weeks: Int) {
        let clock = LevelClock(parameters: dials)
        let ages = 0...max(0, weeks)
        let oldest = ages.last { Double(7 * $0) <= dials.maximumAgeDays } ?? -1
        let now = Double(7 * weeks)
        self.oldest = oldest
        decay = ages.map { ItemWeight.decay(ageDays: Double(7 * $0), halfLifeDays: dials.halfLifeDays) }
        window = ages.map { $0 <= oldest ? clock.windowIndex(day: now - Double(7 * $0), now: now) : nil }
    }
}
