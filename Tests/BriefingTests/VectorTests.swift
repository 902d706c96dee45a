import Briefing
import Testing
import VectorTesting

@Suite struct BriefingVectorTests {
    @Test func `scores are those of the reference`() throws {
        let file = try VectorFile("briefing_score")
        for value in file.cases {
            let given = value["in"]
            let score = BriefingScore(
                halfLifeHours: try given["halfLifeHours"].number(),
                ageHours: try given["ageHours"].number(),
                roleFit: try given["roleFit"].number(),
                consequence: try given["consequence"].number(),
                sourceTrust: try given["sourceTrust"].number(),
                useful: try given["useful"].number(),
                notUseful: try given["notUseful"].number(),
                seen: try given["seen"].bool()
            )
            #expect(file.agree(score.value, try value["out"].number()))
        }
    }

    @Test func `hashes of texts are those of the reference`() throws {
        let file = try VectorFile("dedupe")
        for value in file.cases {
            let one = Shingles(try value["in"]["a"].text())
            let other = Shingles(try value["in"]["b"].text())
            let out = value["out"]
            #expect(String(SimHash(one).bits) == (try out["simhashA"].text()))
            #expect(String(SimHash(other).bits) == (try out["simhashB"].text()))
            #expect(SimHash(one).distance(SimHash(other)) == (try out["hamming"].whole()))
            #expect(one.jaccard(other) == (try out["jaccard"].number()))
            #expect(MinHash(one).estimate(MinHash(other)) == (try out["minhashEstimate"].number()))
            #expect(
                try MinHash(one).least.prefix(4).map { String($0) } == out["minhashA4"].list().map { try $0.text() }
            )
        }
    }

    @Test func `different picks are those of the reference`() throws {
        for value in try VectorFile("mmr").cases {
            let given = value["in"]
            let similarity = try given["similarity"].list().map { try $0.numbers() }
            let picked = Diversity.pick(
                try given["k"].whole(),
                of: try given["relevance"].numbers(),
                lambda: try given["lambda_"].number()
            ) { similarity[$0][$1] }
            #expect(try picked == value["out"].list().map { try $0.whole() })
        }
    }

    @Test func `measures of an order are those of the reference`() throws {
        let file = try VectorFile("ranking_metrics")
        for value in file.cases {
            let metrics = RankingMetrics(
                gains: try value["in"]["gains"].numbers(),
                scores: try value["in"]["scores"].numbers()
            )
            let k = try value["in"]["k"].whole()
            let out = value["out"]
            #expect(file.agree(metrics.ndcg(k, .linear), try out["ndcgLinear"].number()))
            #expect(file.agree(metrics.ndcg(k, .exponential), try out["ndcgExponential"].number()))
            #expect(file.agree(metrics.precision(k), try out["precisionAtK"].number()))
            #expect(file.agree(metrics.reciprocalRank, try out["reciprocalRank"].number()))
            #expect(file.agree(metrics.averagePrecision, try out["averagePrecision"].number()))
        }
    }
}
