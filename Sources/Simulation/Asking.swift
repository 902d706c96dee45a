import Growth
import Statistics
import Workspace

/// Rounds of requests in a made-up company, and what colleagues answer.
struct Asking {
    private let company: Company
    private let rule: SimulationRule
    private var random: SeededRandom
    private var history = RequestHistory()

    /// What an answer weighs: it is given on purpose, and hardly read wrongly.
    private static let weight = 1.5
    private static let readingErrors = 0.03

    init(_ company: Company, rule: SimulationRule, seed: UInt64) {
        self.company = company
        self.rule = rule
        random = SeededRandom(seed)
    }

    /// False for weeks in which nobody is asked about anybody.
    func isAskingWeek(_ week: Int) -> Bool {
        rule.timing == .planned || isThinWeek(week) || isUnclearWeek(week)
    }

    private func isThinWeek(_ week: Int) -> Bool {
        rule.row >= .j
            && (week - company.assumptions.warmUpWeeks).isMultiple(of: Int(EvidenceRequest.thinDays) / 7)
    }

    private func isUnclearWeek(_ week: Int) -> Bool {
        (week - company.assumptions.warmUpWeeks).isMultiple(of: Int(EvidenceRequest.unclearDays) / 7)
    }

    /// Asks where it is time to; how many requests went out.
    mutating func ask(
        week: Int,
        looks: [CompanyLife.Look],
        voices: WeeklyVoices,
        answers: inout [[Company.WeekItem]]
    ) -> Int {
        let rounds =
            rule.timing == .together
            ? roundsTogether(week: week, looks: looks, voices: voices)
            : roundsPlanned(week: week, looks: looks, voices: voices)
        var sent = 0
        for (person, colleagues) in rounds {
            sent += colleagues.count
            for colleague in colleagues where random.share() < company.assumptions.requestResponse {
                answers[person].append(answer(person, colleague, week: week))
            }
        }
        return sent
    }

    /// Looked at on purpose, people are fairer than when they write unasked.
    private mutating func answer(_ person: Int, _ colleague: Int, week: Int) -> Company.WeekItem {
        let favour = company.favour(person, colleague)
        let seen = Logit.share(company.people[person].work[week] + 0.7 * favour.writer + 0.5 * favour.pair)
        let errors = Self.readingErrors
        let next = random.share() < seen * (1 - errors) + (1 - seen) * errors
        return Company.WeekItem(week: week, colleague: colleague, weight: Self.weight, next: next ? 1 : 0)
    }

    /// Unclear cases in every thirteenth week, thin files in every sixth.
    private mutating func roundsTogether(
        week: Int,
        looks: [CompanyLife.Look],
        voices: WeeklyVoices
    ) -> [(Int, [Int])] {
        let (isThinWeek, isUnclearWeek) = (isThinWeek(week), isUnclearWeek(week))
        var rounds: [(Int, [Int])] = []
        for (person, look) in looks.enumerated() {
            let isThin = look.evidence < EvidenceRequest.thinFile
            let isUnclear = look.state == .notEnoughEvidence || (0.5...0.97).contains(look.probability)
            guard isThinWeek && isThin || isUnclearWeek && isUnclear else { continue }
            // Equal masses come in any order.
            let colleagues = possible(person, voices: voices) { $0 + 0.01 * random.share() }
            let chosen = EvidenceRequest.choose(colleagues, team: Self.team(company.people[person].team))
            rounds.append((person, places(chosen.map(\.observer), of: person)))
        }
        return rounds
    }

    /// What `RequestPlan` plans for the week.
    private mutating func roundsPlanned(
        week: Int,
        looks: [CompanyLife.Look],
        voices: WeeklyVoices
    ) -> [(Int, [Int])] {
        let now = Int64(week) * 7 * 86_400_000_000
        let needs = looks.enumerated().compactMap { person, look -> RequestNeed? in
            let subject = PersonID(Company.name(person))
            let isDue = EvidenceRequest.isDue(
                evidence: look.evidence,
                probability: look.probability,
                daysSinceRequest: history.daysSinceRound(about: subject, now: now),
                state: look.state
            )
            guard isDue else { return nil }
            return RequestNeed(
                subject: subject,
                team: Self.team(company.people[person].team),
                evidence: look.evidence,
                probability: look.probability,
                state: look.state,
                topics: [
                    RequestNeed.Topic(competency: "work", presentStage: 1, targetStage: 2, evidence: look.evidence)
                ],
                colleagues: possible(person, voices: voices) { $0 }
            )
        }
        let numbers = Dictionary(uniqueKeysWithValues: company.people.indices.map { (Company.name($0), $0) })
        return RequestPlan.plan(needs, history: history, now: now)
            .compactMap { round in
                history.add(round)
                guard let person = numbers[round.subject.text] else { return nil }
                return (person, places(round.colleagues.map(\.text), of: person))
            }
    }

    private func possible(_ person: Int, voices: WeeklyVoices, mass: (Double) -> Double) -> [EvidenceRequest.Colleague]
    {
        company.people[person].colleagues.enumerated()
            .map { place, colleague in
                EvidenceRequest.Colleague(
                    observer: Company.name(colleague),
                    team: Self.team(company.people[colleague].team),
                    mass: mass(voices.mass[person * voices.width + place])
                )
            }
    }

    private func places(_ names: [String], of person: Int) -> [Int] {
        names.compactMap { name in company.people[person].colleagues.firstIndex { Company.name($0) == name } }
    }

    private static func team(_ number: Int) -> String { "t\(number)" }
}
