import Backtest
import Evidence
import Growth
import Ladder
import Signals
import Statistics
import Testing
import Workspace

@Suite struct PastLookTests {
    static let outcomes = KnownOutcomes(
        moves: (0..<6).map { KnownMove(person: PersonID("p\($0)"), day: InventedTown.day(400)) }
    )

    static var plan: BacktestPlan {
        var plan = BacktestPlan(cutoffs: [InventedTown.day(200), InventedTown.day(260)])
        plan.minimumMessages = 10
        plan.draws = 200
        return plan
    }

    static func looks(_ town: InventedTown, masking: [String] = [], plan: BacktestPlan = plan) -> [PastLook] {
        let material = town.material(masking: masking)
        return plan.cutoffs.indices.map { PastLook($0, of: plan, outcomes: outcomes, in: material) }
    }

    static func town(seed: UInt64 = 1) -> InventedTown {
        var town = InventedTown(seed: seed)
        town.live(days: 0..<260, helpers: 6)
        return town
    }

    @Test func `people who help much and move later stand above the rest`() async throws {
        let rows = Self.looks(Self.town()).flatMap(\.rows)
        let report = try #require(
            await BacktestReport.make(
                rows: rows,
                forecasts: PastLook.forecasts(),
                plan: Self.plan,
                planFacts: PlanFacts(Self.plan, outcomes: Self.outcomes),
                sample: SampleFacts(),
                leadTimes: []
            )
        )
        #expect(report.forecasts.first?.forecast == .headline)
        #expect((report.forecasts.first?.area ?? 0) > 0.97)
        let messages = try #require(report.forecasts.first { $0.forecast.name == "messages" })
        #expect(abs(messages.area - 0.5) < 0.25)
        #expect(report.cutoffs.map(\.moved) == [6, 6])
    }

    @Test(arguments: 1...6)
    func `nothing that comes after the cutoff changes a row`(seed: UInt64) {
        var plan = Self.plan
        plan.cutoffs = [InventedTown.day(200)]
        let past = Self.town(seed: seed)
        let before = Self.looks(past, plan: plan)[0].rows
        #expect(!before.isEmpty)
        var town = past
        town.live(days: 201..<(260 + Int(seed) * 10), helpers: 20)
        for other in 1..<20 { town.thank(0, by: other, on: 205) }
        #expect(Self.looks(town, plan: plan)[0].rows == before)
    }

    @Test func `of somebody who moves soon nothing is said at all`() {
        var plan = Self.plan
        plan.cutoffs = [InventedTown.day(311)]
        plan.freezeDays = 90
        let look = Self.looks(Self.town(), plan: plan)[0]
        #expect(look.leftOut[.frozen] == 6)
        #expect(!look.rows.contains { ["p0", "p5"].contains($0.person) })
    }

    @Test(arguments: 1...6)
    func `a masked channel never has an influence`(seed: UInt64) {
        let quiet = Self.town(seed: seed)
        var town = quiet
        town.live(days: 0..<250, helpers: 15, in: InventedTown.secret)
        for other in 1..<20 { town.thank(29, by: other, on: 150, in: InventedTown.secret) }
        let without = Self.looks(quiet).map(\.rows)
        #expect(Self.looks(town, masking: ["#secret-*"]).map(\.rows) == without)
        #expect(Self.looks(town).map(\.rows) != without)
    }

    @Test func `a piece counts from its fifth working day on`() throws {
        var town = InventedTown(people: 6)
        for other in 1..<6 { town.thank(0, by: other, on: 100 + other * 9) }
        let material = town.material()
        let last = try #require(town.entries.last?.moment)
        let settled = WorkingDays.after(last, count: 5)
        func items(_ moment: Int64) -> Int? {
            material.inquiry(about: "p0", at: moment, standard: .joining, heard: true)?.entries.count
        }
        #expect(items(settled - 1) == 4)
        #expect(items(settled) == 5)
    }

    @Test func `help counts with the voice of whom it was given to, and the row without hearers leaves it out`() {
        var town = InventedTown(people: 8)
        for day in 0..<6 {
            town.thank(0, by: 0, on: 100 + day * 9, kind: .coaching)
            town.entries[day].hearer = Voice(
                person: PersonID("p\(day + 1)"),
                account: AccountID("U\(day + 1)"),
                name: "",
                team: nil
            )
        }
        let material = town.material()
        func items(heard: Bool) -> [String] {
            material.inquiry(about: "p0", at: InventedTown.moment(200), standard: .joining, heard: heard)
                .map { LedgerItems($0).items.map(\.observation.observer) } ?? []
        }
        #expect(items(heard: true) == ["p1", "p2", "p3", "p4", "p5", "p6"])
        #expect(items(heard: false).isEmpty)
    }

    @Test func `what is contested today is not read in the past either`() {
        var town = InventedTown(people: 6)
        for other in 1..<6 { town.thank(0, by: other, on: 100) }
        town.entries[0].state = .contested
        let inquiry = town.material()
            .inquiry(about: "p0", at: InventedTown.moment(200), standard: .joining, heard: true)
        #expect(inquiry?.entries.count == 4)
    }

    @Test func `a level that began later is not known before`() {
        var town = InventedTown(people: 2)
        town.people[0].level = 5
        town.people[0].levelSince = InventedTown.day(300)
        let material = town.material()
        #expect(material.inquiry(about: "p0", at: InventedTown.moment(200), standard: .nextLevel, heard: true) == nil)
        let after = material.inquiry(about: "p0", at: InventedTown.moment(310), standard: .nextLevel, heard: true)
        #expect(after?.demand.level == 6)
    }

    @Test func `joining asks for the first level, and every competency tells`() {
        let demand = TargetDemand.joining(.ic, family: "engineering", on: .reference)
        #expect(demand?.level == 1)
        #expect(demand?.competencies.isEmpty == false)
        #expect(demand?.competencies.allSatisfy { $0.rises && $0.target == 1 } == true)
    }

    @Test func `lead time is counted from the first look before the freeze`() throws {
        var town = InventedTown(people: 12)
        for round in 0..<6 { for other in 1..<12 { town.thank(0, by: other, on: round * 20 + other) } }
        let material = town.material()
        var plan = Self.plan
        plan.freezeDays = 90
        let move = KnownMove(person: "p0", day: InventedTown.day(300))
        let found = try #require(LeadTime.first(before: move, plan: plan, clocks: [], in: material))
        let emerging = try #require(found[.emerging])
        #expect(emerging > 90 && emerging < 300)
        #expect(found[.sustainedAtNext].map { $0 <= emerging } ?? true)
        plan.freezeDays = 299
        let frozen = LeadTime.first(before: move, plan: plan, clocks: [], in: material)
        #expect(frozen?.isEmpty == true)
    }
}
