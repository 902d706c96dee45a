import Calibration
import Statistics
import Testing
import VectorTesting

@Suite struct `worked cases of an independent implementation` {
    @Test func `severity agrees in every figure and in every cue`() throws {
        let file = try VectorFile("manager_severity")
        for one in file.cases {
            let ratings = try one["in"]["ratings"].table().mapValues { try $0.numbers() }
            let expected = one["in"]["evidence"].isNull ? nil : try one["in"]["evidence"].table()
            var differences: [String: [Double]] = [:]
            for (rater, values) in ratings {
                let evidence = try expected.map { try ($0[rater] ?? .null).numbers() }
                differences[rater] = evidence.map { zip(values, $0).map { $0 - $1 } } ?? values
            }
            let found = try #require(RaterSeverity(differences))
            let out = one["out"]
            #expect(file.agree(found.grand, try out["grand"].number()))
            #expect(file.agree(found.withinVariance, try out["withinVariance"].number()))
            #expect(file.agree(found.betweenVariance, try out["betweenVariance"].number()))
            for (rater, values) in try out["managers"].table() {
                let standing = try #require(found.raters[rater])
                #expect(standing.count == (try values["n"].whole()))
                #expect(file.agree(standing.deviation, try values["deviation"].number()))
                #expect(file.agree(standing.estimate, try values["estimate"].number()))
                #expect(file.agree(standing.spread, try values["sd"].number()))
                #expect(file.agree(standing.shrinkage, try values["shrinkage"].number()))
                #expect(file.agree(standing.t, try values["t"].number()))
                #expect(file.agree(standing.p, try values["p"].number()))
                #expect(file.agree(standing.probabilityHigher, try values["probabilityLenient"].number()))
                #expect(file.agree(standing.probabilityLower, try values["probabilitySevere"].number()))
                #expect(standing.isCue == (try values["flag"].bool()))
            }
        }
    }

    @Test func `second ratings give the same persons, raters and thresholds`() throws {
        let file = try VectorFile("many_facet_rasch")
        for one in file.cases {
            let values = one["in"]
            var priors = ManyFacetRasch.Priors()
            priors.person = try values["personSD"].number()
            priors.rater = try values["raterSD"].number()
            priors.threshold = try values["thresholdSD"].number()
            let ratings = try values["ratings"].list().map { try $0.numbers().map { Int($0) } }
            let model = try #require(
                ManyFacetRasch(
                    ratings: ratings.map { .init(person: $0[0], rater: $0[1], category: $0[2]) },
                    persons: try values["persons"].whole(),
                    raters: try values["raters"].whole(),
                    categories: try values["categories"].whole(),
                    priors: priors
                )
            )
            let out = one["out"]
            let objective = try out["objective"].number()
            #expect(abs(model.objective - objective) <= 1e-7 * objective)
            for (found, name) in [
                (model.persons, "persons"), (model.raters, "raters"), (model.thresholds, "thresholds"),
            ] {
                for (left, right) in zip(found, try out[name].numbers()) { #expect(file.agree(left, right)) }
            }
        }
    }

    @Test func `reliability and halo agree`() throws {
        let file = try VectorFile("rater_reliability")
        for one in file.cases {
            let rows = try one["in"]["ratings"].list().map { try $0.numbers() }
            let out = one["out"]
            if try one["in"]["fn"].text() == "icc" {
                let found = try #require(RaterAgreement(rows))
                #expect(file.agree(found.single, try out["icc1"].number()))
                #expect(file.agree(found.mean, try out["icc1k"].number()))
            } else {
                let found = try #require(HaloMeasure(rows))
                #expect(file.agree(try #require(found.alpha), try out["alpha"].number()))
                #expect(file.agree(try #require(found.meanCorrelation), try out["meanCorrelation"].number()))
                #expect(file.agree(found.withinPersonSpread, try out["withinPersonSD"].number()))
            }
        }
    }

    @Test func `a draft contradicts the evidence in the same cases`() throws {
        let file = try VectorFile("rating_contradiction")
        for one in file.cases {
            let values = one["in"]
            let found = RatingContradiction(
                draft: try values["draft"].number(),
                expected: try values["evidence"].number(),
                evidenceSpread: try values["evidenceSD"].number(),
                ratingSpread: try values["ratingSD"].number()
            )
            #expect(file.agree(found.z, try one["out"]["z"].number()))
            #expect(file.agree(found.p, try one["out"]["p"].number()))
            #expect(found.contradicts == (try one["out"]["contradicts"].bool()))
        }
    }

    @Test func `words of two groups agree`() throws {
        let file = try VectorFile("language_log_odds")
        for one in file.cases {
            func counts(_ name: String) throws -> [String: Double] {
                try one["in"][name].table().mapValues { try $0.number() }
            }
            let found = WordLogOdds(try counts("a"), try counts("b"), prior: try counts("prior"))
            for (word, values) in try one["out"].table() {
                let mine = try #require(found.words[word])
                #expect(file.agree(mine.delta, try values["delta"].number()))
                #expect(file.agree(mine.z, try values["z"].number()))
            }
        }
    }
}

@Suite struct `worked cases that rest on shared statistics` {
    @Test func `a shift of ratings agrees`() throws {
        let file = try VectorFile("distribution_drift")
        for one in file.cases {
            let counts = { (name: String) in try one["in"][name].numbers().map { Int($0) } }
            let found = try #require(DistributionShift(actual: try counts("actual"), expected: try counts("expected")))
            let out = one["out"]
            #expect(file.agree(found.stabilityIndex, try out["psi"].number()))
            #expect(file.agree(found.divergence, try out["jensenShannonBits"].number()))
            #expect(file.agree(found.meanShift, try out["meanShift"].number()))
            #expect(file.agree(found.ranks.u, try out["mannWhitneyU"].number()))
            #expect(file.agree(found.ranks.p, try out["mannWhitneyP"].number()))
            #expect(file.agree(found.ranks.delta, try out["cliffsDelta"].number()))
        }
    }

    @Test func `the times of citations agree`() throws {
        let file = try VectorFile("recency")
        for one in file.cases {
            let found = try #require(CitationTimes(try one["in"]["positions"].numbers()))
            let out = one["out"]
            for (left, right) in zip(found.quarters, try out["quarterShares"].numbers()) {
                #expect(file.agree(left, right))
            }
            #expect(file.agree(found.balance, try out["balance"].number()))
            #expect(file.agree(found.lastQuarterP, try out["binomP"].number()))
            #expect(file.agree(found.distance, try out["ks"].number()))
            #expect(file.agree(found.distanceP, try out["ksP"].number()))
        }
    }
}
