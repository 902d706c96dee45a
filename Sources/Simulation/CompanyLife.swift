import Growth
import Statistics

/// A company lived week by week: what is asked, what is answered, and what the clock says every second week.
///
/// The clock's sums are kept by place instead of by name, so that millions of looks take seconds; every look equals
/// `LevelClock.assess` with `LeniencyTable.fit` of the same items.
struct CompanyLife {
    let company: Company
    let rule: SimulationRule
    let dials: ClockParameters
    /// Answers to requests, by person.
    private(set) var answers: [[Company.WeekItem]]
    /// The newest look at each person.
    private(set) var looks: [Look]
    /// How many requests were sent.
    private(set) var requests = 0
    private(set) var leniency: [Double]

    private let table: WeekTable
    private var voices: WeeklyVoices
    private var asking: Asking
    /// For each person, where the items begin that are not too old, and where those end that have happened.
    private var reach: [Range<Int>]
    private var answerReach: [Range<Int>]
    /// The week up to which sums are made.
    private var gathered = -1

    /// What a look found.
    struct Look: Sendable, Hashable {
        var state = LevelState.notEnoughEvidence
        var probability = 0.0
        var evidence = 0.0
    }

    init(_ company: Company, rule: SimulationRule, seed: UInt64) {
        self.company = company
        self.rule = rule
        dials = rule.row.parameters(rule.dials)
        table = WeekTable(dials, weeks: company.assumptions.weeks)
        voices = WeeklyVoices(company)
        let count = company.people.count
        answers = [[Company.WeekItem]](repeating: [], count: count)
        looks = [Look](repeating: Look(), count: count)
        leniency = [Double](repeating: 0, count: count)
        reach = [Range<Int>](repeating: 0..<0, count: count)
        answerReach = reach
        asking = Asking(company, rule: rule, seed: seed)
    }

    /// Lives one week; nothing is said before the first look, and looks come every second week.
    mutating func live(week: Int) {
        guard week >= company.assumptions.warmUpWeeks else { return }
        if rule.asks, asking.isAskingWeek(week) {
            gather(week: week - 1)
            requests += asking.ask(week: week, looks: looks, voices: voices, answers: &answers)
        }
        guard (week - company.assumptions.warmUpWeeks).isMultiple(of: SimulationRule.weeksBetweenLooks) else { return }
        look(week: week)
    }

    private mutating func look(week: Int) {
        gather(week: week)
        leniency = voices.leniency(dials, people: company.people.count)
        let fitted = rule.row >= .k ? calibrated() : dials
        for person in company.people.indices { looks[person] = look(person, week: week, dials: fitted) }
    }

    /// Sums what was said about everybody up to a week: older sums fade, new items come, too old ones go.
    private mutating func gather(week: Int) {
        guard week > gathered else { return }
        voices.fade(table.decay[min(week - gathered, table.decay.count - 1)])
        gathered = week
        for person in company.people.indices {
            reach[person] = move(reach[person], over: company.people[person].items, of: person, week: week)
            answerReach[person] = move(answerReach[person], over: answers[person], of: person, week: week)
        }
        voices.settle(dials)
    }

    private mutating func move(
        _ reach: Range<Int>,
        over items: [Company.WeekItem],
        of person: Int,
        week: Int
    ) -> Range<Int> {
        var (start, end) = (reach.lowerBound, reach.upperBound)
        while end < items.count, items[end].week <= week {
            voices.add(items[end], of: person, weight: items[end].weight * table.decay[week - items[end].week])
            end += 1
        }
        while start < end, week - items[start].week > table.oldest {
            voices.add(items[start], of: person, weight: -items[start].weight * table.decay[week - items[start].week])
            start += 1
        }
        return start..<end
    }

    /// The company's own threshold, from the shares of everybody with enough evidence.
    private func calibrated() -> ClockParameters {
        let shares: [Double] = company.people.indices.compactMap { person in
            let found = sums(person)
            return found.total >= ThresholdCalibration.minimumEvidence ? found.next / found.total : nil
        }
        return ThresholdCalibration.fit(shares: shares, parameters: dials).applied(to: dials)
    }

    private func sums(_ person: Int) -> (next: Double, total: Double) {
        var (next, total) = (0.0, 0.0)
        for place in places(person) where voices.mass[place] > 0 {
            next += voices.worth[place] * voices.corrected(place, leniency)
            total += voices.worth[place]
        }
        return (next, total)
    }

    private func places(_ person: Int) -> Range<Int> { person * voices.width..<(person + 1) * voices.width }

    /// The gates of `LevelClock.assess`, in their order; what is not asked for is not worked out.
    private func look(_ person: Int, week: Int, dials: ClockParameters) -> Look {
        let (next, evidence) = sums(person)
        let alpha = dials.priorStrength * dials.priorMean + next
        let beta = dials.priorStrength * (1 - dials.priorMean) + evidence - next
        let probability = BetaDistribution(alpha: alpha, beta: beta).tail(dials.threshold)
        var found = Look(state: .notEnoughEvidence, probability: probability, evidence: evidence)
        let broad = places(person).filter { voices.mass[$0] > 0 && voices.mass[$0] >= dials.minimumObserverMass }
        guard evidence >= dials.minimumEvidence, broad.count >= dials.minimumObservers else { return found }
        found.state = probability >= 0.5 ? .emerging : .atLevel
        guard probability >= dials.entryCertainty,
            standsAlone(person, alpha: alpha, beta: beta, probability: probability, dials: dials)
        else { return found }
        found.state = .operatingAtNext
        let teams = Set(broad.map { company.people[voices.speakers[$0]].team })
        guard teams.count >= rule.requiredTeams, isSustained(person, week: week, dials: dials) else { return found }
        found.state = .sustainedAtNext
        return found
    }

    private func standsAlone(
        _ person: Int,
        alpha: Double,
        beta: Double,
        probability: Double,
        dials: ClockParameters
    ) -> Bool {
        guard probability >= dials.leaveOneOutCertainty else { return false }
        return places(person)
            .allSatisfy { place in
                guard voices.mass[place] > 0 else { return true }
                let part = voices.worth[place] * voices.corrected(place, leniency)
                let rest = BetaDistribution(alpha: alpha - part, beta: beta - (voices.worth[place] - part))
                return rest.tail(dials.threshold) >= dials.leaveOneOutCertainty
            }
    }

    private func isSustained(_ person: Int, week: Int, dials: ClockParameters) -> Bool {
        let width = voices.width
        var mass = [Double](repeating: 0, count: max(0, dials.windowsBack) * width)
        var next = mass
        func add(_ item: Company.WeekItem) {
            guard let window = table.window[week - item.week] else { return }
            mass[window * width + item.colleague] += item.weight
            next[window * width + item.colleague] += item.weight * item.next
        }
        for item in company.people[person].items[reach[person]] { add(item) }
        for item in answers[person] { add(item) }
        let first = person * width
        let windows = (0..<max(0, dials.windowsBack))
            .map { window in
                var (sum, total, observers) = (0.0, 0.0, 0)
                for colleague in 0..<width where mass[window * width + colleague] > 0 {
                    let place = window * width + colleague
                    let share = next[place] / mass[place] - leniency[voices.speakers[first + colleague]]
                    let worth = ObserverCell.effective(mass[place], correlation: dials.observerCorrelation)
                    sum += worth * min(1, max(0, share))
                    total += worth
                    observers += 1
                }
                return EvidenceWindow(
                    effectiveEvidence: total,
                    observers: observers,
                    share: total > 0 ? sum / total : nil
                )
            }
        return WindowVotes(windows, parameters: dials).isSustained(dials)
    }
}
