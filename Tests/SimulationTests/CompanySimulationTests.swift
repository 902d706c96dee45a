import Growth
import Statistics
import Testing

@testable import Simulation

/// Made-up companies against the bars that the clock has to hold.
@Suite struct CompanySimulationTests {
    /// Six companies have about eighty people of each growing kind, so that the quiet-to-visible ratio is unsure by .08.
    ///
    /// The bar is .70 and the long-run ratio .78: twenty companies keep it from being decided by chance.
    private static let organisations = 20

    @Test func `the clock keeps its bars in made-up companies`() async throws {
        let report = try await CompanySimulation(organisations: Self.organisations, seed: 1).run(workers: 2)
        func alarm(_ persona: Persona) throws -> ClusteredRate {
            try #require(report.alarms.first { $0.persona == persona && !$0.isInLenientTeam }).rate
        }
        func year(_ persona: Persona) throws -> ClusteredRate {
            try #require(report.growth.first { $0.persona == persona }).year
        }
        #expect(try alarm(.ordinary).rate <= 0.05)
        #expect(try alarm(.oneFan).rate <= 0.15)
        #expect(try year(.grows).rate >= 0.65)
        #expect(try year(.growsQuietly).rate >= 0.50)
        #expect(try #require(report.quietOverVisible) >= 0.70)
        // Bars that chance alone could not have met by a hair.
        #expect(try alarm(.ordinary).interval.high <= 0.06 && year(.grows).interval.low >= 0.6)
        #expect(report.check.looks == 4 * 240 && report.check.same == report.check.looks)
        #expect(report.requestsAYear > 5 && report.requestsAYear < 20)
    }

    @Test func `launches alone do not make the next level`() throws {
        let report = try #require(LaunchSimulation(people: 150, seed: 1).run())
        #expect(report.atLevelWithLaunches.rate <= 0.10)
        var uncapped = LaunchSimulation(people: 60, seed: 1)
        uncapped.dials.episodeCap = .infinity
        #expect(try #require(uncapped.run()).atLevelWithLaunches.rate > 0.3)
    }

    @Test(arguments: Ablation.allCases.filter { $0 >= .c }, SimulationRule.Timing.allCases)
    func `every fast look is the level clock's own`(row: Ablation, timing: SimulationRule.Timing) {
        var world = WorldAssumptions()
        world.people = 45
        let company = Company(world, seed: 7)
        let check = company.check(SimulationRule(row: row, timing: timing), seed: 8)
        #expect(check.looks == 45 * 4 && check.same == check.looks)
    }

    @Test func `other dials are looked at by the same clock`() {
        var world = WorldAssumptions()
        world.people = 41
        world.colleagues = 9
        var dials = ClockParameters()
        dials.windowDays = 45
        dials.halfLifeDays = 30
        dials.maximumAgeDays = 200
        dials.minimumObservers = 2
        dials.windowsNeeded = 2
        dials.threshold = 0.35
        dials.leniencyPasses = 3
        let rule = SimulationRule(row: .j, dials: dials, nextLevel: 6)
        let check = Company(world, seed: 3).check(rule, seed: 4)
        #expect(check.looks == 41 * 4 && check.same == check.looks)
    }

    @Test func `the answer depends on the seed and not on how many work at a time`() async throws {
        var simulation = CompanySimulation(organisations: 3, seed: 5)
        simulation.assumptions.people = 48
        let one = try await simulation.run(workers: 1)
        #expect(try await simulation.run(workers: 3) == one)
        simulation.seed = 6
        #expect(try await simulation.run(workers: 1) != one)
    }

    @Test func `stricter dials raise fewer alarms, and find fewer`() async throws {
        var simulation = CompanySimulation(organisations: 4, seed: 2)
        let usual = try await simulation.run(workers: 2)
        simulation.rule.dials.threshold = 0.55
        let strict = try await simulation.run(workers: 2)
        func total(_ report: SimulationReport) -> (Int, Int) {
            (report.alarms.reduce(0) { $0 + $1.rate.count }, report.growth.reduce(0) { $0 + $1.year.count })
        }
        #expect(total(strict).0 < total(usual).0 && total(strict).1 < total(usual).1)
    }

    @Test func `quiet people are found when colleagues are asked`() async throws {
        var simulation = CompanySimulation(rule: SimulationRule(row: .h), organisations: 6, seed: 3)
        let silent = try await simulation.run(workers: 2)
        simulation.rule = SimulationRule(row: .j)
        let asked = try await simulation.run(workers: 2)
        func quiet(_ report: SimulationReport) throws -> Double {
            try #require(report.growth.first { $0.persona == .growsQuietly }).year.rate
        }
        #expect(silent.requestsAYear == 0)
        #expect(try quiet(asked) > quiet(silent) + 0.15)
    }

    @Test func `nobody is asked more than twice a week where rounds are planned`() {
        let company = Company(seed: 9)
        var life = CompanyLife(company, rule: SimulationRule(row: .j, timing: .planned), seed: 10)
        var before = 0
        for week in 0..<60 {
            life.live(week: week)
            #expect(life.requests - before <= 2 * 240)
            before = life.requests
        }
        #expect(before > 0)
    }

    @Test func `dials that make no sense are refused by name`() async {
        var simulation = CompanySimulation(organisations: 1)
        simulation.assumptions.readingErrors = 0.7
        await #expect(throws: SimulationError.outside(.readingErrors, value: 0.7, low: 0, high: 0.5)) {
            try await simulation.run()
        }
        simulation.assumptions = WorldAssumptions()
        simulation.assumptions.shareAtLevel = 0.7
        await #expect(throws: SimulationError.sharesInWrongOrder(atLevel: 0.7, atNext: 0.65)) {
            try await simulation.run()
        }
        simulation.assumptions = WorldAssumptions()
        simulation.rule.dials.threshold = 1.2
        await #expect(throws: SimulationError.outside(.threshold, value: 1.2, low: 0.01, high: 0.99)) {
            try await simulation.run()
        }
        simulation.rule = SimulationRule()
        simulation.organisations = 0
        await #expect(throws: SimulationError.outside(.organisations, value: 0, low: 1, high: 10_000)) {
            try await simulation.run()
        }
    }
}
