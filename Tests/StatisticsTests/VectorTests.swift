import Statistics
import Testing
import VectorTesting

@Suite struct VectorTests {
    @Test func `special functions agree with an independent library`() throws {
        let file = try VectorFile("special_functions")
        #expect(file.cases.count >= 60)
        for one in file.cases {
            let mine = try special(one["in"])
            let theirs = try one["out"].number()
            #expect(abs(mine - theirs) <= file.tolerance * max(abs(theirs), 1e-300), "\(one["in"]): \(mine)")
        }
    }

    private func special(_ input: Values) throws -> Double {
        func at(_ key: String) throws -> Double { try input[key].number() }
        switch try input["fn"].text() {
        case "betaRegularized": return BetaDistribution(alpha: try at("a"), beta: try at("b")).cumulative(try at("x"))
        case "betaQuantile": return BetaDistribution(alpha: try at("a"), beta: try at("b")).quantile(try at("p"))
        case "normalCDF": return NormalDistribution.cumulative(try at("x"))
        case "normalQuantile": return NormalDistribution.quantile(try at("p"))
        case "studentCDF": return StudentDistribution(freedom: try at("df")).cumulative(try at("x"))
        case "studentQuantile": return StudentDistribution(freedom: try at("df")).quantile(try at("p"))
        case "chiSquareSurvival": return ChiSquareDistribution(freedom: try at("df")).tail(try at("x"))
        case "logGamma": return LogGamma.value(try at("x"))
        case "digamma": return LogGamma.slope(try at("x"))
        default: throw Values.Unexpected(value: input)
        }
    }

    @Test func `two shares are compared as an independent library compares them`() throws {
        let file = try VectorFile("two_proportions")
        #expect(file.cases.count >= 15)
        for one in file.cases {
            let input = one["in"]
            let compared = ProportionComparison(
                Proportion(try input["x1"].whole(), of: try input["n1"].whole()),
                Proportion(try input["x2"].whole(), of: try input["n2"].whole())
            )
            let newcombe = try #require(compared.newcombe)
            let mine = [
                "difference": try #require(compared.difference), "fisherP": compared.fisherP,
                "newcombeLow": newcombe.low, "newcombeHigh": newcombe.high,
                "wilsonLow": compared.first.wilson.low, "wilsonHigh": compared.first.wilson.high,
                "z": compared.z, "zP": compared.zP,
            ]
            for (key, value) in mine { #expect(file.agree(value, try one["out"][key].number()), "\(input) \(key)") }
            let fisher = try one["out"]["fisherP"].number()
            #expect(abs(compared.fisherP - fisher) <= 1e-8 * fisher, "small probabilities keep their digits")
        }
    }

    @Test func `many tests are corrected as an independent library corrects them`() throws {
        let file = try VectorFile("multiple_testing")
        #expect(file.cases.count >= 9)
        for one in file.cases {
            let p = try one["in"]["p"].numbers()
            let q = try one["in"]["q"].number()
            let out = one["out"]
            let first = ManyTests.benjaminiHochberg(p, q: q)
            let second = ManyTests.holm(p, q: q)
            for (mine, key) in [(first.adjusted, "bhAdjusted"), (second.adjusted, "holmAdjusted")] {
                for (left, right) in zip(mine, try out[key].numbers()) { #expect(file.agree(left, right), "\(key)") }
            }
            #expect(try first.reject == out["bhReject"].list().map { try $0.bool() })
            #expect(try second.reject == out["holmReject"].list().map { try $0.bool() })
            let e = ManyTests.eBenjaminiHochberg(try one["in"]["e"].numbers(), q: q)
            #expect(try e == out["eBH"].list().map { try $0.bool() })
        }
    }

    @Test func `cells are hidden as in the worked cases`() throws {
        let file = try VectorFile("suppression")
        #expect(file.cases.count >= 8)
        for one in file.cases {
            let table = try one["in"]["table"].list().map { try $0.list().map { try $0.whole() } }
            let mine = Suppression.hidden(table, minimum: try one["in"]["k"].whole())
            let theirs = try one["out"].list().map { try $0.list().map { try $0.bool() } }
            #expect(mine == theirs, "\(table)")
        }
    }
}
