import Growth
import Statistics

/// Many made-up companies, read by one rule.
public struct CompanySimulation: Sendable {
    /// What the companies are like.
    public var assumptions: WorldAssumptions
    /// How they are read.
    public var rule: SimulationRule
    /// How many companies.
    public var organisations: Int
    /// The first company's seed; the others follow from it.
    public var seed: UInt64

    /// Joins companies and how they are read.
    public init(
        assumptions: WorldAssumptions = WorldAssumptions(),
        rule: SimulationRule = SimulationRule(),
        organisations: Int = 40,
        seed: UInt64 = 1
    ) {
        self.assumptions = assumptions
        self.rule = rule
        self.organisations = organisations
        self.seed = seed
    }

    /// Lives all companies, several at a time; the answer does not depend on how many.
    ///
    /// - Parameters:
    ///   - workers: how many at a time
    ///   - progress: told how many are done
    /// - Returns: shares by kind of people
    /// - Throws: ``SimulationError`` for dials that make no sense, or what cancels the task
    public func run(
        workers: Int = 1,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> SimulationReport {
        try assumptions.check()
        try rule.check()
        guard (1...10_000).contains(organisations) else {
            throw SimulationError.outside(.organisations, value: Double(organisations), low: 1, high: 10_000)
        }
        var tallies = [CompanyTally?](repeating: nil, count: organisations)
        await withTaskGroup(of: (Int, CompanyTally).self) { group in
            var started = 0
            var done = 0
            func start() {
                guard started < organisations else { return }
                let number = started
                started += 1
                group.addTask { (number, tally(number)) }
            }
            for _ in 0..<max(1, workers) { start() }
            while let (number, tally) = await group.next() {
                tallies[number] = tally
                done += 1
                progress(done)
                if !Task.isCancelled { start() }
            }
        }
        try Task.checkCancellation()
        return report(tallies.compactMap { $0 })
    }

    private func tally(_ number: Int) -> CompanyTally {
        // Seeds far apart, so that companies of one run share nothing with those of the next.
        var seeds = SeededRandom(seed)
        for _ in 0..<2 * number { _ = seeds.next() }
        let (world, asking) = (seeds.next(), seeds.next())
        let company = Company(assumptions, seed: world)
        let outcome = company.outcome(rule, seed: asking)
        let check = number == 0 ? company.check(rule, seed: asking) : SimulationReport.Check()
        return CompanyTally(company, outcome: outcome, check: check)
    }

    private func report(_ tallies: [CompanyTally]) -> SimulationReport {
        func rate(_ persona: Persona, lenient: Bool, within weeks: Int) -> ClusteredRate? {
            ClusteredRate(tallies.map { $0.count(persona, lenient: lenient, within: weeks) })
        }
        let alarms = Persona.allCases.filter { !$0.grows }.flatMap { persona in
            [false, true].filter { !$0 || persona == .ordinary }
                .compactMap { lenient in
                    rate(persona, lenient: lenient, within: .max)
                        .map { SimulationReport.Alarm(persona: persona, isInLenientTeam: lenient, rate: $0) }
                }
        }
        let growth = Persona.allCases.filter(\.grows).compactMap { persona -> SimulationReport.Found? in
            guard let half = rate(persona, lenient: false, within: 26),
                let year = rate(persona, lenient: false, within: 52),
                let more = rate(persona, lenient: false, within: 76)
            else { return nil }
            return SimulationReport.Found(persona: persona, halfYear: half, year: year, yearAndAHalf: more)
        }
        func year(_ persona: Persona) -> Double? { growth.first { $0.persona == persona }?.year.rate }
        let visible = year(.growsVisibly).flatMap { $0 > 0 ? $0 : nil }
        let years = Double(assumptions.weeks - assumptions.warmUpWeeks) / 52
        let requests = tallies.reduce(0) { $0 + $1.requests }
        return SimulationReport(
            row: rule.row,
            timing: rule.timing,
            organisations: tallies.count,
            people: assumptions.people,
            seed: seed,
            alarms: alarms,
            growth: growth,
            quietOverVisible: visible.flatMap { visible in year(.growsQuietly).map { $0 / visible } },
            requestsAYear: Double(requests) / Double(max(1, tallies.count * assumptions.people)) / years,
            check: tallies.reduce(into: SimulationReport.Check()) {
                $0.looks += $1.check.looks
                $0.same += $1.check.same
            }
        )
    }
}

/// What is kept of a company once it was lived.
struct CompanyTally: Sendable {
    let requests: Int
    let check: SimulationReport.Check
    private let people: [(persona: Persona, lenient: Bool, found: Int?)]

    init(_ company: Company, outcome: CompanyOutcome, check: SimulationReport.Check) {
        requests = outcome.requests
        self.check = check
        people = zip(company.people, outcome.found).map { ($0.persona, $0.isInLenientTeam, $1) }
    }

    func count(_ persona: Persona, lenient: Bool, within weeks: Int) -> (count: Int, total: Int) {
        let group = people.filter { $0.persona == persona && $0.lenient == lenient }
        return (group.count { ($0.found ?? .max) <= weeks && $0.found != nil }, group.count)
    }
}
