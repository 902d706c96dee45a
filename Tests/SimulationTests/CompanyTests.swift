import Growth
import Statistics
import Testing

@testable import Simulation

@Suite struct CompanyTests {
    @Test func `a company has the people and the talk it was given`() {
        let company = Company(seed: 1)
        #expect(company.people.count == 240)
        #expect(Set(company.people.map(\.team)).count == 30)
        #expect(company.people.count { $0.isInLenientTeam } == 16)
        for (number, person) in company.people.enumerated() {
            #expect(person.colleagues.count == 14 && Set(person.colleagues).count == 14)
            #expect(!person.colleagues.contains(number))
            #expect(person.colleagues.prefix(7).allSatisfy { company.people[$0].team == person.team })
            #expect(person.colleagues.dropFirst(7).allSatisfy { company.people[$0].team != person.team })
            #expect(zip(person.items, person.items.dropFirst()).allSatisfy { $0.week <= $1.week })
        }
        #expect(Company(seed: 1).people.map(\.items) == company.people.map(\.items))
        #expect(Company(seed: 2).people.map(\.items) != company.people.map(\.items))
    }

    @Test func `shares of people and rates of items are those assumed`() throws {
        var world = WorldAssumptions()
        world.people = 4000
        let company = Company(world, seed: 4)
        for persona in Persona.allCases {
            let group = company.people.filter { $0.persona == persona }
            let expected = persona.share(nobodyGrows: false)
            #expect(abs(Double(group.count) / 4000 - expected) < 4 * (expected / 4000).squareRoot())
        }
        for (persona, rate) in [(Persona.quiet, 0.30), (.ordinary, 0.90), (.visible, 2.0)] {
            let group = company.people.filter { $0.persona == persona }
            let items = group.reduce(0) { $0 + $1.items.count }
            let found = Double(items) / Double(group.count) / Double(world.weeks)
            #expect(abs(found / rate - 1) < 0.06, "\(persona): \(found)")
        }
        let shares = Persona.allCases.map { $0.share(nobodyGrows: true) }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }

    @Test func `work rises for those who grow, and for a spike only for a while`() {
        let company = Company(seed: 6)
        for person in company.people {
            let (first, last) = (person.work[0], person.work[129])
            if person.persona.grows { #expect(person.work[51] == first) } else { #expect(last == first) }
            let raised = person.work.count { $0 != first }
            if person.persona == .spike { #expect(raised == 6) }
            if !person.persona.grows, person.persona != .spike { #expect(raised == 0) }
        }
    }

    @Test func `draws have the means and spreads of their distributions`() throws {
        var random = SeededRandom(12)
        for shape in [0.2, 0.7, 1, 3.5] {
            let values = (0..<20_000).map { _ in random.gamma(shape) }
            #expect(abs(try #require(Sample.mean(values)) - shape) < 5 * (shape / 20_000).squareRoot())
            #expect(abs(try #require(Sample.variance(values)) / shape - 1) < 0.15)
        }
        let shares = (0..<20_000).map { _ in random.beta(0.6, 1.4) }
        #expect(abs(try #require(Sample.mean(shares)) - 0.3) < 0.01)
        let ranks = shares.map { BetaDistribution(alpha: 0.6, beta: 1.4).cumulative($0) }
        #expect(try #require(UniformityTest(ranks)).p > 0.001)
        #expect(abs(random.dirichlet(0.7, count: 14).reduce(0, +) - 1) < 1e-12)
        #expect(random.gamma(0) == 0 && random.dirichlet(0.7, count: 0).isEmpty)
    }

    @Test func `a share over companies is as unsure as they differ`() throws {
        let alike = try #require(ClusteredRate([(10, 100), (10, 100), (10, 100), (10, 100)]))
        #expect(alike.rate == 0.1 && abs(alike.error - (0.09 / 400.0).squareRoot()) < 1e-12)
        #expect(alike.interval == Proportion(40, of: 400).wilson)
        let apart = try #require(ClusteredRate([(0, 100), (40, 100), (0, 100), (0, 100)]))
        #expect(apart.error > 3 * alike.error && apart.interval.high > alike.interval.high)
        #expect(ClusteredRate([]) == nil && ClusteredRate([(0, 0)]) == nil)
        #expect(try #require(ClusteredRate([(0, 30)])).interval.low == 0)
    }

    @Test func `the clock's interval holds the truth as often as it says`() throws {
        let right = try #require(IntervalCheck(draws: 20_000, seed: 1))
        #expect(right.distance < 0.02)
        #expect(abs(right.half - 0.5) < 0.02 && abs(right.fourFifths - 0.8) < 0.02)
        #expect(abs(right.nearlyAll - 0.95) < 0.01)
        var naive = ClockParameters()
        naive.observerCorrelation = 0
        let wrong = try #require(IntervalCheck(draws: 2000, dials: naive, seed: 1))
        #expect(wrong.fourFifths < 0.65, "a clock that counts every item whole is too sure")
        #expect(IntervalCheck(draws: 0) == nil)
    }
}
