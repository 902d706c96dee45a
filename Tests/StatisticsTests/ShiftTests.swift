import Statistics
import Testing
import VectorTesting

@Suite struct ShiftTests {
    @Test func `a value lies as many robust spreads away as in the worked cases`() throws {
        let file = try VectorFile("robust_z")
        #expect(file.cases.count >= 8)
        for one in file.cases {
            let baseline = try one["in"]["baseline"].numbers()
            let mine = try #require(Sample.robustZ(try one["in"]["value"].number(), against: baseline))
            #expect(file.agree(mine, try one["out"].number()), "\(mine)")
        }
    }

    @Test func `a baseline that never moves has the least spread, and none without one`() {
        #expect(Sample.robustZ(7, against: [3, 3, 3]) == 4)
        #expect(Sample.robustZ(7, against: [3, 3, 3], minimumSpread: 0) == nil)
        #expect(Sample.robustZ(7, against: []) == nil && Sample.robustSpread([]) == nil)
        #expect(Sample.robustSpread([1, 2, 3, 4, 1000]) == 1.4826)
    }

    @Test func `quantiles lie between values by a straight line`() {
        #expect(Sample.quantile([4, 1, 3, 2], 0) == 1 && Sample.quantile([4, 1, 3, 2], 1) == 4)
        #expect(Sample.quantile([4, 1, 3, 2], 0.5) == 2.5 && Sample.quantile([1, 2], 0.25) == 1.25)
        #expect(Sample.quantile([], 0.5) == nil && Sample.quantile([9], 0.9) == 9)
    }

    /// Counts of five buckets now and before, and what scipy makes of them.
    static let drifts: [(now: [Int], then: [Int], out: [Double])] = [
        (
            [1, 3, 16, 13, 8], [3, 25, 33, 11, 8],
            [
                0.507_125_774_922_559, 0.096_464_488_455_452_72, 0.635_365_853_658_536_5, 2232.5,
                0.000_682_953_836_970_766_6, 0.361_280_487_804_878_1,
            ]
        ),
        (
            [0, 5, 7, 2, 4], [4, 18, 26, 20, 12],
            [
                0.153_249_864_321_247_15, 0.053_925_634_760_742_71, 0.052_777_777_777_777_59, 722,
                0.988_633_979_975_121_6, 0.002_777_777_777_777_768,
            ]
        ),
    ]

    @Test(arguments: drifts.indices)
    func `two spreads over buckets are compared as an independent library compares them`(index: Int) throws {
        let one = Self.drifts[index]
        let shift = try #require(DistributionShift(actual: one.now, expected: one.then))
        let mine = [
            shift.stabilityIndex, shift.divergence, shift.meanShift, shift.ranks.u, shift.ranks.p, shift.ranks.delta,
        ]
        for (left, right) in zip(mine, one.out) { #expect(abs(left - right) < 1e-9, "\(left) for \(right)") }
    }

    @Test func `the same spread does not shift, and nothing is not compared`() throws {
        let same = try #require(DistributionShift(actual: [2, 4, 6], expected: [2, 4, 6]))
        #expect(same.stabilityIndex == 0 && same.divergence == 0 && same.meanShift == 0 && same.ranks.delta == 0)
        let apart = try #require(DistributionShift(actual: [9, 0], expected: [0, 9]))
        #expect(abs(apart.divergence - 1) < 1e-12 && apart.ranks.delta == -1)
        #expect(DistributionShift(actual: [], expected: [1]) == nil)
        #expect(DistributionShift(actual: [0, 0], expected: [1, 1]) == nil && RankTest([], [1]) == nil)
    }

    @Test func `values are held against an even spread as scipy holds them`() throws {
        let positions = [
            0.0374, 0.15, 0.181, 0.1866, 0.1951, 0.2218, 0.2329, 0.2411, 0.3029, 0.3223, 0.3298, 0.3749, 0.4741, 0.6898,
            0.8025, 0.9104, 0.9205, 0.9461, 0.9719,
        ]
        let found = try #require(UniformityTest(positions.reversed()))
        #expect(abs(found.distance - 0.256_678_947_368_421) < 1e-12)
        #expect(abs(found.p - 0.163_491_343_461_735_55) < 1e-9)
        let even = try #require(UniformityTest((0..<100).map { (Double($0) + 0.5) / 100 }))
        #expect(abs(even.distance - 0.005) < 1e-12 && even.p == 1)
        #expect(UniformityTest([0, 0, 0]).map { $0.distance == 1 && $0.p < 0.01 } == true)
        #expect(UniformityTest([]) == nil)
    }

    @Test(arguments: [
        (5, 19, 0.25, 0.534_575_709_505_588_7), (1, 4, 0.25, 0.683_593_75), (0, 7, 0.3, 1),
        (30, 40, 0.25, 4.630_880_897_739_289e-11), (500, 1000, 0.5, 0.512_612_509_089_180_2), (8, 7, 0.3, 0),
    ])
    func `at least so many of so many tries`(count: Int, tries: Int, probability: Double, expected: Double) {
        let found = BinomialDistribution(tries: tries, probability: probability)
        #expect(abs(found.atLeast(count) - expected) <= 1e-9 * max(expected, 1e-12))
        #expect(abs(found.atLeast(count) + found.atMost(count - 1) - 1) < 1e-12)
    }

    @Test(arguments: 1...6)
    func `pairs in order are counted as one by one`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let left = (0..<40).map { _ in Double(Int.random(in: 0...12, using: &random)) }
        let right = left.map { ($0 + 4 * random.normal()).rounded() }
        var (same, one, other) = (0.0, 0.0, 0.0)
        for a in left.indices {
            for b in 0..<a {
                let (x, y) = (left[a] - left[b], right[a] - right[b])
                same += x * y > 0 ? 1 : x * y < 0 ? -1 : 0
                one += x != 0 ? 1 : 0
                other += y != 0 ? 1 : 0
            }
        }
        let found = try #require(Sample.kendall(left, right))
        #expect(abs(found - same / (one * other).squareRoot()) < 1e-12)
        let turned = try #require(Sample.kendall(left, right.map { -$0 }))
        #expect(abs(found + turned) < 1e-12)
        #expect(Sample.spearman(left, right) == Sample.correlation(Sample.ranks(left), Sample.ranks(right)))
    }

    @Test func `correlations of nothing and of constants are none`() {
        #expect(Sample.kendall([], []) == nil && Sample.kendall([1, 1], [1, 2]) == nil)
        #expect(Sample.kendall([1, 2, 3], [1, 2, 3]) == 1 && Sample.spearman([2, 2], [1, 2]) == nil)
    }

    @Test func `without a penalty it is least squares, and with one coefficients shrink`() throws {
        var random = SeededRandom(11)
        let one = (0..<30).map { _ in random.normal() }
        let other = one.map { $0 + 0.3 * random.normal() }
        let answers = zip(one, other).map { 3 + $0 - 0.5 * $1 + 0.1 * random.normal() }
        let plain = try LeastSquares(columns: [one.map { _ in 1 }, one, other], answers: answers)
        let free = try RidgeRegression(columns: [one, other], answers: answers, penalty: 0)
        for (left, right) in zip(free.coefficients, plain.coefficients.dropFirst()) {
            #expect(abs(left - right) < 1e-9)
        }
        #expect(abs(free.value([0, 0]) - plain.coefficients[0]) < 1e-9 && abs(free.freedom - 27) < 1e-9)
        var size = Double.infinity
        for penalty in [0.0, 1, 10, 100, 1e6] {
            let fit = try RidgeRegression(columns: [one, other], answers: answers, penalty: penalty)
            let now = fit.coefficients.reduce(0) { $0 + $1 * $1 }
            #expect(now <= size)
            size = now
        }
        #expect(size < 1e-6)
    }

    @Test func `a column that says nothing new is no obstacle with a penalty`() throws {
        let one = [1.0, 2, 3, 4, 5]
        let answers = [2.0, 4, 6, 8, 10]
        #expect(throws: LeastSquares.Refusal.dependent(column: 1)) {
            try RidgeRegression(columns: [one, one], answers: answers, penalty: 0)
        }
        let fit = try RidgeRegression(columns: [one, one, [7, 7, 7, 7, 7]], answers: answers, penalty: 0.01)
        #expect(abs(fit.coefficients[0] - fit.coefficients[1]) < 1e-9 && fit.coefficients[2] == 0)
        #expect(abs(fit.value([6, 6, 7]) - 12) < 0.1)
        // By hand: centred −1, 0, 1, so that b = 2 / (2 + 1).
        let small = try RidgeRegression(columns: [[0, 1, 2]], answers: [0, 1, 2], penalty: 1)
        #expect(abs(small.coefficients[0] - 2.0 / 3) < 1e-12 && small.intercept == 1)
    }
}
