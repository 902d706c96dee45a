import Statistics
import Testing
import VectorTesting

@Suite struct ForecastTests {
    @Test func `probabilities are judged as an independent library judges them`() throws {
        let file = try VectorFile("calibration_metrics")
        #expect(file.cases.count >= 8)
        for one in file.cases {
            let said = try one["in"]["p"].numbers()
            let came = try one["in"]["y"].numbers().map { $0 == 1 }
            let table = try #require(ReliabilityTable(said, happened: came))
            let mine = [
                "auc": ForecastQuality.areaUnderCurve(said, happened: came),
                "averagePrecision": ForecastQuality.averagePrecision(said, happened: came),
                "brier": ForecastQuality.brier(said, happened: came),
                "logLoss": ForecastQuality.logLoss(said, happened: came),
                "ece10": table.expectedError, "reliability": table.reliability, "resolution": table.resolution,
                "uncertainty": table.uncertainty,
            ]
            for (key, value) in mine {
                let found = try #require(value)
                #expect(file.agree(found, try one["out"][key].number()), "\(key): \(found)")
            }
            let fit = try #require(IsotonicFit(said, happened: came))
            for (place, value) in zip([0.1, 0.3, 0.5, 0.7, 0.9], try one["out"]["isotonicAt"].numbers()) {
                #expect(file.agree(fit.value(place), value), "isotonic at \(place)")
            }
        }
    }

    @Test func `ties count half, and nothing to compare is no figure`() {
        #expect(ForecastQuality.areaUnderCurve([1, 1, 1, 1], happened: [true, false, true, false]) == 0.5)
        #expect(ForecastQuality.areaUnderCurve([1, 2, 2, 3], happened: [false, false, true, true]) == 0.875)
        #expect(ForecastQuality.areaUnderCurve([1, 2], happened: [true, true]) == nil)
        #expect(ForecastQuality.averagePrecision([1], happened: [false]) == nil)
        #expect(ForecastQuality.brier([], happened: []) == nil && ReliabilityTable([], happened: []) == nil)
        #expect(IsotonicFit([], outcomes: []) == nil && PlattScaling([0.2, 0.4], happened: [true, true]) == nil)
        #expect(
            ForecastQuality.logLoss([0], happened: [true]).map { abs($0 - 52 * 0.693_147_180_559_945_3) < 1e-9 } == true
        )
    }

    @Test func `precision looks at the first few, and shares a place that several hold`() {
        let scores = [0.9, 0.8, 0.8, 0.1]
        let came = [true, true, false, false]
        #expect(ForecastQuality.precision(at: 1, scores, happened: came) == 1)
        #expect(ForecastQuality.precision(at: 2, scores, happened: came) == 0.75)
        #expect(ForecastQuality.precision(at: 3, scores, happened: came).map { abs($0 - 2.0 / 3) < 1e-15 } == true)
        #expect(ForecastQuality.precision(at: 9, scores, happened: came) == 0.5)
        #expect(ForecastQuality.precision(at: 0, scores, happened: came) == nil)
    }

    @Test(arguments: 1...8)
    func `the area does not change when scores keep their order, and turns round with them`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let scores = (0..<60).map { _ in (random.share() * 20).rounded() / 20 }
        let came = scores.map { random.share() < $0 } + [true]
        let all = scores + [0.5]
        let area = try #require(ForecastQuality.areaUnderCurve(all, happened: came))
        #expect(ForecastQuality.areaUnderCurve(all.map { $0 * $0 * $0 + 4 }, happened: came) == area)
        let turned = try #require(ForecastQuality.areaUnderCurve(all.map { -$0 }, happened: came))
        #expect(abs(area + turned - 1) < 1e-12)
    }

    @Test(arguments: 1...8)
    func `an isotonic fit never falls, keeps the mean, and no other rising fit lies closer`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let scores = (0..<40).map { _ in Double(Int.random(in: 0...25, using: &random)) / 25 }
        let came = scores.map { random.share() < $0 }
        let fit = try #require(IsotonicFit(scores, happened: came))
        #expect(zip(fit.values, fit.values.dropFirst()).allSatisfy(<=))
        func loss(_ value: (Double) -> Double) -> Double {
            zip(scores, came).reduce(0) { $0 + (value($1.0) - ($1.1 ? 1 : 0)) * (value($1.0) - ($1.1 ? 1 : 0)) }
        }
        let least = loss(fit.value)
        #expect(abs(scores.reduce(0) { $0 + fit.value($1) } - Double(came.count { $0 })) < 1e-9)
        for slope in [0.5, 0.8, 1, 1.2] { #expect(least <= loss { min(1, slope * $0) } + 1e-12) }
        #expect(fit.value(-3) == fit.values.first && fit.value(7) == fit.values.last)
    }

    @Test func `a line through logits finds the line that made the outcomes`() throws {
        var random = SeededRandom(3)
        let truth = PlattScaling(intercept: -0.9, slope: 1.8)
        let said = (0..<6000).map { _ in 0.02 + 0.96 * random.share() }
        let came = said.map { random.share() < truth.value($0) }
        let found = try #require(PlattScaling(said, happened: came))
        // Standard errors are about .04 and .05 for so many.
        #expect(abs(found.intercept + 0.9) < 0.16 && abs(found.slope - 1.8) < 0.2)
        let before = try #require(ReliabilityTable(said, happened: came)).expectedError
        let after = try #require(ReliabilityTable(said.map(found.value), happened: came)).expectedError
        #expect(after < before / 3)
    }

    @Test func `a perfect order and equal probabilities still give a line`() throws {
        let perfect = try #require(PlattScaling([0.1, 0.2, 0.8, 0.9], happened: [false, false, true, true]))
        #expect(perfect.slope > 0 && perfect.slope.isFinite && perfect.value(0.9) > 0.6)
        let flat = try #require(PlattScaling([0.5, 0.5, 0.5, 0.5], happened: [true, true, true, false]))
        #expect(flat.value(0.5) > 0.5 && flat.value(0.5) < 0.8)
    }

    @Test func `people are drawn whole, and the same seed draws the same`() throws {
        var random = SeededRandom(5)
        // Ten rows of each person are alike: what counts is how many people there are.
        let people = (0..<50).map { _ in
            let level = random.normal()
            return (0..<10).map { _ in level }
        }
        let whole = try #require(Bootstrap(people, seed: 2, figure: Sample.mean))
        #expect(whole == Bootstrap(people, seed: 2, figure: Sample.mean))
        #expect(whole != Bootstrap(people, seed: 3, figure: Sample.mean))
        #expect(whole.interval.low < whole.value && whole.value < whole.interval.high)
        let rows = try #require(Bootstrap(people.flatMap { $0.map { [$0] } }, seed: 2, figure: Sample.mean))
        #expect(whole.error > 2 * rows.error)
        let spread = try #require(Sample.variance(people.map { $0[0] })).squareRoot()
        #expect(abs(whole.error / (spread / 50.0.squareRoot()) - 1) < 0.15)
        #expect(Bootstrap([[Double]](), figure: Sample.mean) == nil)
    }
}
