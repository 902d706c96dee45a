import Audits
import Ladder
import Statistics
import Testing
import VectorTesting

@Suite struct VectorTests {
    @Test func `pay lies in its band, and bands agree, as in the worked cases`() throws {
        let file = try VectorFile("pay_bands")
        #expect(file.cases.count >= 7)
        for one in file.cases {
            let (input, out) = (one["in"], one["out"])
            if try input["fn"].text() == "position" {
                let mine = PayPosition(
                    pay: try input["pay"].number(),
                    minimum: try input["minimum"].number(),
                    midpoint: try input["midpoint"].number(),
                    maximum: try input["maximum"].number()
                )
                #expect(file.agree(try #require(mine.compaRatio), try out["compaRatio"].number()))
                if out["rangePenetration"].isNull {
                    #expect(mine.rangePenetration == nil)
                } else {
                    #expect(file.agree(try #require(mine.rangePenetration), try out["rangePenetration"].number()))
                }
                #expect(try mine.isBelow == out["below"].bool() && mine.isAbove == out["above"].bool())
            } else {
                let (ic, management) = (try input["ic"].numbers(), try input["manager"].numbers())
                let mine = BandParity(
                    ic: (ic[0], ic[1], ic[2]),
                    management: (management[0], management[1], management[2]),
                    tolerance: try input["tolerance"].number()
                )
                #expect(file.agree(mine.maximumDeviation, try out["maximumDeviation"].number()))
                #expect(file.agree(mine.midpointGap, try out["midpointGap"].number()))
                #expect(file.agree(mine.overlap, try out["overlap"].number()))
                #expect(try mine.isParity == out["parity"].bool())
            }
        }
    }

    @Test func `gaps, their intervals and readings agree with the worked cases`() throws {
        let file = try VectorFile("pay_gap")
        #expect(file.cases.count >= 12)
        for one in file.cases {
            let out = one["out"]
            let mine = PayGap(base: try one["in"]["men"].numbers(), group: try one["in"]["women"].numbers())
            let found: [String: Double?] = [
                "meanGap": mine.meanGap, "medianGap": mine.medianGap, "gapLow": mine.interval?.low,
                "gapHigh": mine.interval?.high, "differenceLow": mine.welch?.interval.low,
                "differenceHigh": mine.welch?.interval.high, "welchT": mine.welch?.t, "welchDF": mine.welch?.freedom,
                "welchP": mine.welch?.p, "permutationP": mine.permutationP,
            ]
            for (key, value) in found {
                if out[key].isNull {
                    #expect(value == nil, "\(key)")
                } else {
                    #expect(file.agree(try #require(value), try out[key].number()), "\(key)")
                }
            }
            #expect(try mine.reading.rawValue == out["reading"].text())
            #expect(
                try mine.isSmall == out["suppressedForViewers"].bool() && mine.isTriggered == out["trigger5"].bool()
            )
            #expect(try mine.baseCount == out["nMen"].whole() && mine.groupCount == out["nWomen"].whole())
        }
    }

    @Test func `quartile bands agree with the worked cases`() throws {
        let file = try VectorFile("pay_quartiles")
        for one in file.cases {
            let sexes = try one["in"]["sex"].list().map { try $0.text() }
            let mine = PayQuartiles(pay: try one["in"]["pay"].numbers(), groups: sexes)
            for (band, theirs) in zip(mine.bands, try one["out"].list()) {
                #expect(try band["m", default: 0] == theirs["men"].whole())
                #expect(try band["w", default: 0] == theirs["women"].whole())
            }
        }
    }

    @Test func `regressions agree with the worked cases`() throws {
        let file = try VectorFile("pay_regression")
        #expect(file.cases.count >= 8)
        for one in file.cases {
            let rows = try one["in"]["X"].list().map { try $0.numbers() }
            let names = try one["in"]["columns"].list().map { try $0.text() }
            let answers = try one["in"]["logPay"].numbers()
            let columns = names.indices.map { column in rows.map { $0[column] } }
            let model = try LeastSquares(columns: columns, answers: answers)
            let out = one["out"]
            func check(_ mine: [Double], _ key: String) throws {
                for (left, right) in zip(mine, try out[key].numbers()) {
                    #expect(file.agree(left, right), "\(key): \(left) \(right)")
                }
            }
            let places = names.indices
            try check(model.coefficients, "beta")
            try check(model.errors, "seHC3")
            try check(model.plainErrors, "seOLS")
            try check(places.map { model.t($0) ?? 0 }, "t")
            try check(places.map { model.p($0) }, "p")
            try check(places.map { model.interval($0).low }, "low")
            try check(places.map { model.interval($0).high }, "high")
            #expect(file.agree(Double(model.freedom), try out["df"].number()))
            #expect(file.agree(try #require(model.explained), try out["r2"].number()))
            let manager = try #require(names.firstIndex(of: "manager"))
            let track = Exponential.lessOne(model.coefficients[manager])
            #expect(file.agree(track, try out["trackGap"].number()))
            for (theirs, mine) in zip(try out["p"].numbers(), places.map { model.p($0) }) {
                #expect(abs(mine - theirs) <= 1e-6 * theirs, "small probabilities keep their digits")
            }

            let female = try #require(names.firstIndex(of: "female"))
            let others = places.filter { $0 != female && names[$0] != "intercept" }
            do {
                let mine = try PayRegression(logPay: answers, columns: (others + [female]).map { columns[$0] })
                #expect(file.agree(mine.gap, try out["adjustedGap"].number()))
                #expect(file.agree(mine.gapInterval.low, try out["adjustedGapLow"].number()))
                #expect(file.agree(mine.gapInterval.high, try out["adjustedGapHigh"].number()))
            } catch let refusal as PayRegression.Refusal {
                let women = columns[female].count { $0 == 1 }
                #expect(model.freedom < 20 || min(women, answers.count - women) < 5, "\(refusal)")
            }
        }
    }

    @Test func `the link of headcount and level agrees with the worked cases`() throws {
        let file = try VectorFile("headcount_audit")
        #expect(file.cases.count >= 8)
        for one in file.cases {
            let mine = HeadcountLink(
                outcome: try one["in"]["level"].numbers(),
                headcount: try one["in"]["headcount"].numbers(),
                scope: try one["in"]["scope"].numbers()
            )
            let out = one["out"]
            #expect(file.agree(try #require(mine.correlation.partial), try out["partial"].number()))
            #expect(file.agree(try #require(mine.correlation.plain), try out["spearman"].number()))
            #expect(file.agree(try #require(mine.correlation.interval).low, try out["low"].number()))
            #expect(file.agree(try #require(mine.correlation.interval).high, try out["high"].number()))
            #expect(try mine.isFlagged == out["flag"].bool())
        }
    }

    @Test func `impact ratios agree with the worked cases`() throws {
        let file = try VectorFile("impact_ratio")
        #expect(file.cases.count >= 10)
        for one in file.cases {
            let selected = try one["in"]["selected"].table()
            let groups = try one["in"]["n"].table().map { name, total in
                (name, Proportion(try selected[name]?.whole() ?? 0, of: try total.whole()))
            }
            let mine = ImpactRatios(Dictionary(uniqueKeysWithValues: groups))
            let out = one["out"]
            #expect(try mine.reference == out["reference"].text())
            #expect(try mine.under2Percent == out["excludedUnder2Percent"].list().map { try $0.text() })
            for (name, theirs) in try out["categories"].table() {
                let category = try #require(mine.categories[name])
                #expect(file.agree(try #require(category.selected.rate), try out["rates"][name].number()))
                #expect(file.agree(try #require(category.impactRatio), try theirs["impactRatio"].number()))
                #expect(file.agree(category.fisherP, try theirs["fisherP"].number()))
                #expect(file.agree(try #require(category.interval).low, try theirs["low"].number()))
                #expect(file.agree(try #require(category.interval).high, try theirs["high"].number()))
                #expect(try category.isUnderFourFifths == theirs["fourFifths"].bool())
                #expect(try category.flips == theirs["flip"].bool(), "\(one["in"]) \(name)")
            }
        }
    }

    @Test func `scoring rates agree with the worked cases`() throws {
        let file = try VectorFile("scoring_rate")
        for one in file.cases {
            let groups = try one["in"]["group"].list().map { try $0.text() }
            let mine = ScoringRates(scores: try one["in"]["score"].numbers(), groups: groups)
            let out = one["out"]
            #expect(file.agree(try #require(mine.median), try out["median"].number()))
            #expect(try mine.reference == out["reference"].text())
            for (name, rate) in try out["scoringRate"].table() {
                #expect(file.agree(try #require(mine.rates[name]), try rate.number()))
                let ratio = try #require(mine.impactRatios[name]) ?? 0
                #expect(file.agree(ratio, try out["impactRatio"][name].number()))
            }
        }
    }
}
