import Backtest
import Statistics
import Testing
import Workspace

@Suite struct FigureTests {
    static func rows(_ cases: [(person: String, day: Int, score: Double, moved: Bool)]) -> [PastRow] {
        cases.map { PastRow(person: $0.person, cutoff: $0.day, moved: $0.moved, scores: [$0.score], certainty: 0.5) }
    }

    static func report(
        _ rows: [PastRow],
        days: Int,
        draws: Int = 300,
        forecasts: [Forecast] = [.headline]
    ) async
        -> BacktestReport?
    {
        var plan = BacktestPlan(cutoffs: (0..<days).map { CivilDate(days: 17_000 + $0) })
        plan.draws = draws
        return await BacktestReport.make(
            rows: rows,
            forecasts: forecasts,
            plan: plan,
            planFacts: PlanFacts(plan, outcomes: KnownOutcomes(moves: [])),
            sample: SampleFacts(),
            leadTimes: []
        )
    }

    @Test func `people are compared within a day; all days together is a figure of its own`() async throws {
        // Within each day the one who moved is above; across days scores grow, so the pooled area is lower.
        let rows = Self.rows([
            ("a", 0, 2, true), ("b", 0, 1, false), ("c", 0, 1.5, false),
            ("a", 1, 9, true), ("b", 1, 7, false), ("c", 1, 8, false),
        ])
        let report = try #require(await Self.report(rows, days: 2))
        #expect(report.forecasts[0].area == 1)
        #expect(report.forecasts[0].pooledArea == 0.75)
        #expect(report.cutoffs.map { $0.areas["clock"] } == [1, 1])
    }

    @Test func `ties count half`() async throws {
        let rows = Self.rows([("a", 0, 1, true), ("b", 0, 1, false), ("c", 0, 0, false)])
        #expect(try #require(await Self.report(rows, days: 1)).forecasts[0].area == 0.75)
    }

    @Test func `nobody moved, or everybody: there is no report`() async {
        #expect(await Self.report(Self.rows([("a", 0, 1, true), ("b", 0, 2, true)]), days: 1) == nil)
        #expect(await Self.report(Self.rows([("a", 0, 1, false)]), days: 1) == nil)
        #expect(await Self.report([], days: 1) == nil)
    }

    @Test func `labels given out by chance are told no better than by chance`() async throws {
        var random = SeededRandom(7)
        var areas: [Double] = []
        for _ in 0..<60 {
            let rows = (0..<60)
                .map { person in
                    PastRow(
                        person: "p\(person)",
                        cutoff: person % 2,
                        moved: random.share() < 0.25,
                        scores: [random.share()],
                        certainty: 0.5
                    )
                }
            if let report = await Self.report(rows, days: 2, draws: 2) { areas.append(report.forecasts[0].area) }
        }
        let mean = try #require(Sample.mean(areas))
        #expect(areas.count > 50)
        #expect(abs(mean - 0.5) < 0.03)
    }

    @Test func `intervals hold the figure, and come out the same again`() async throws {
        var random = SeededRandom(3)
        let rows = (0..<90)
            .map { place in
                let moved = place % 5 == 0
                return PastRow(
                    person: "p\(place / 3)",
                    cutoff: place % 3,
                    moved: moved,
                    scores: [random.normal() + (moved ? 1 : 0), random.normal()],
                    certainty: 0.5
                )
            }
        let forecasts = [Forecast.headline, Forecast("messages", .count)]
        let one = try #require(await Self.report(rows, days: 3, forecasts: forecasts))
        let other = try #require(await Self.report(rows, days: 3, forecasts: forecasts))
        #expect(one == other)
        let interval = try #require(one.forecasts[0].interval)
        #expect(interval.low < one.forecasts[0].area && one.forecasts[0].area < interval.high)
        #expect(one.bestCount == "messages")
        let margin = try #require(one.margin)
        #expect(abs(margin.value - (one.forecasts[0].area - one.forecasts[1].area)) < 1e-12)
        let place = try #require(margin.interval)
        #expect(place.low < margin.value && margin.value < place.high)
    }

    @Test func `people are drawn whole, so ten copies of a row say no more than one`() async throws {
        var random = SeededRandom(5)
        let once = (0..<40)
            .map { person in
                PastRow(
                    person: "p\(person)",
                    cutoff: 0,
                    moved: person % 4 == 0,
                    scores: [random.normal() + (person % 4 == 0 ? 0.8 : 0)],
                    certainty: 0.5
                )
            }
        let often = (0..<10).flatMap { _ in once }
        let one = try #require(await Self.report(once, days: 1)?.forecasts[0].interval)
        let ten = try #require(await Self.report(often, days: 1)?.forecasts[0].interval)
        #expect(abs(one.low - ten.low) < 1e-9 && abs(one.high - ten.high) < 1e-9)
    }

    @Test func `a fitted probability does not know the person's own outcome`() async throws {
        var random = SeededRandom(11)
        let rows = (0..<200)
            .map { person in
                PastRow(
                    person: "p\(person)",
                    cutoff: 0,
                    moved: random.share() < 0.2,
                    scores: [random.share()],
                    certainty: 0
                )
            }
        let report = try #require(await Self.report(rows, days: 1, draws: 2))
        // Scores say nothing: whoever had seen the answers would come out below the base rate.
        #expect(try #require(report.forecasts[0].brier) > report.baseBrier * 0.97)
    }
}
