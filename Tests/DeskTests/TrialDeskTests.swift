import Backtest
import Desk
import Records
import StoreTesting
import Testing
import Workspace

/// Trials of the clock: kept by the console, read by those who run audits.
struct TrialDeskTests {
    private func report(moved: Int) async throws -> BacktestReport {
        let rows = (0..<30).map { number in
            PastRow(
                person: "p\(number)",
                cutoff: 0,
                moved: number < moved,
                scores: [Double(30 - number), Double(number % 7)],
                certainty: 0.5
            )
        }
        var plan = BacktestPlan(cutoffs: [CivilDate(days: 17_000)])
        plan.draws = 100
        var sample = SampleFacts()
        sample.count(rows)
        sample.unmatched = ["moves.csv, line 4: @somebody"]
        return try #require(
            await BacktestReport.make(
                rows: rows,
                forecasts: [.headline, Forecast("messages", .count)],
                plan: plan,
                planFacts: PlanFacts(plan, outcomes: KnownOutcomes(moves: [])),
                sample: sample,
                leadTimes: []
            )
        )
    }

    @Test(arguments: Engine.available)
    func `only the console keeps a trial, and only those who open audits read it`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        let trial = Trial(try await report(moved: 8))
        for viewer: PersonID in ["ana", "mo", "ops", "rep"] {
            await #expect(throws: DeskError.notAllowed) { try await desk.keep(trial, by: .person(viewer)) }
        }
        #expect(try await desk.trials(for: .console).isEmpty)
        try await desk.keep(Trial(.backtest, facts: [], shows: ["old"], limits: [], tables: []), by: .console)
        try await desk.keep(trial, by: .console)
        let other = Trial(.simulation, facts: [], shows: [], limits: [], tables: [])
        try await desk.keep(other, by: .console)
        for viewer: Access.Viewer in [.person("ops"), .person("rep"), .console] {
            let kept = try await desk.trials(for: viewer)
            #expect(kept.map(\.trial) == [trial, other])
            #expect(kept.map(\.day) == [Invented.today, Invented.today])
        }
        for viewer: PersonID in ["ana", "mo", "top"] {
            await #expect(throws: DeskError.notAllowed) { try await desk.trials(for: .person(viewer)) }
        }
    }

    @Test func `a backtest in words has its interval, says what it does not show, and names nobody`() async throws {
        let trial = Trial(try await report(moved: 8))
        let words = (trial.shows + trial.limits + trial.tables.flatMap { $0.rows.flatMap(\.self) }).joined(
            separator: "\n"
        )
        #expect(trial.shows[0].contains("100 times of 100; between"))
        #expect(trial.shows[0].contains("Chance alone gives 50"))
        #expect(trial.limits.contains { $0.contains("no forecast of a move") })
        #expect(trial.tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
        #expect(!words.contains("somebody\n") && !words.contains("moves.csv"))
    }

    @Test func `with fewer than five who moved nothing is told`() async throws {
        let trial = Trial(try await report(moved: 4))
        #expect(trial.tables.isEmpty)
        #expect(trial.shows.count == 1)
        #expect(!trial.facts.contains { $0.label == "Looked at" })
    }
}
