import Statistics
import Testing

/// Nothing, one, all alike, none, very many.
@Suite struct EdgeTests {
    @Test func `nothing and one thing have no spread, and say so`() {
        #expect(Sample.mean([]) == nil && Sample.median([]) == nil && Sample.ranks([]).isEmpty)
        #expect(Sample.variance([3]) == nil && Sample.median([3]) == 3)
        #expect(WelchComparison([1], [1, 2]) == nil && WelchComparison([], []) == nil)
        #expect(RankShift([], [1]) == nil && RankShift([4], [1])?.shift == 3)
        #expect(PermutationTest.p([], [1]) == nil && PermutationTest.p([1], [1]) == 1)
        #expect(ManyTests.benjaminiHochberg([], q: 0.1).reject.isEmpty && ManyTests.holm([], q: 0.1).reject.isEmpty)
        #expect(ManyTests.eBenjaminiHochberg([], q: 0.1).isEmpty && Suppression.hidden([]).isEmpty)
        #expect(PartialSpearman([], [], given: []).partial == nil)
    }

    @Test func `groups that do not vary are compared by what they are`() throws {
        let apart = try #require(WelchComparison([100, 100, 100], [90, 90]))
        #expect(apart.difference == 10 && apart.p == 0 && apart.interval == Interval(low: 10, high: 10))
        let alike = try #require(WelchComparison([100, 100], [100, 100]))
        #expect(alike.p == 1 && alike.t == 0 && !alike.interval.excludesZero)
        let tied = try #require(RankShift([5, 5, 5], [5, 5]))
        #expect(tied.shift == 0 && tied.p == 1)
        let thirds = try #require(WelchComparison([0.1, 0.1, 0.1], [0.1, 0.1]))
        #expect(thirds.difference == 0 && thirds.p == 1)
    }

    @Test func `a share of nobody lies anywhere`() {
        let nobody = Proportion(0, of: 0)
        #expect(nobody.rate == nil && nobody.wilson == Interval(low: 0, high: 1))
        let compared = ProportionComparison(nobody, Proportion(3, of: 9))
        #expect(compared.difference == nil && compared.newcombe == nil && compared.fisherP == 1 && compared.zP == 1)
        #expect(ProportionComparison(Proportion(0, of: 9), Proportion(3, of: 9)).katz == nil)
        #expect(ProportionComparison(Proportion(2, of: 9), Proportion(0, of: 9)).ratio == nil)
    }

    @Test func `very large counts keep their digits`() {
        let level = ProportionComparison(Proportion(500_000, of: 1_000_000), Proportion(500_000, of: 1_000_000))
        #expect(abs(level.fisherP - 1) < 1e-9)
        let apart = ProportionComparison(Proportion(501_000, of: 1_000_000), Proportion(500_000, of: 1_000_000))
        // scipy 1.x: 0.157483...; the pooled z without continuity correction says .1573.
        #expect(abs(apart.fisherP - apart.zP) < 5e-4)
        let far = ProportionComparison(Proportion(1_000_000, of: 1_000_000), Proportion(0, of: 1_000_000))
        #expect(far.fisherP >= 0 && far.fisherP < 1e-300)
    }

    @Test func `Student's tail near the middle and far out is exact`() {
        let nearly = StudentDistribution(freedom: 5).twoSided(1e-9)
        #expect(abs(1 - nearly - 2 * 0.379_606_689_822_494 * 1e-9) < 1e-15)
        let cauchy = StudentDistribution(freedom: 1).twoSided(1e12)
        #expect(abs(cauchy / 6.366_197_723_675_814e-13 - 1) < 1e-9)
        #expect(StudentDistribution(freedom: 40).twoSided(.infinity) == 0)
        #expect(abs(StudentDistribution(freedom: 1e9).quantile(0.975) - NormalDistribution.z95) < 1e-6)
    }

    @Test func `columns that follow from others are refused by name`() {
        let ones = [1.0, 1, 1, 1, 1]
        let side = [1.0, 0, 1, 0, 0]
        let other = [0.0, 1, 0, 1, 1]
        let answers = [1.0, 2, 3, 4, 5]
        #expect(throws: LeastSquares.Refusal.dependent(column: 2)) {
            try LeastSquares(columns: [ones, side, other], answers: answers)
        }
        #expect(throws: LeastSquares.Refusal.dependent(column: 1)) {
            try LeastSquares(columns: [ones, [0, 0, 0, 0, 0]], answers: answers)
        }
        #expect(throws: LeastSquares.Refusal.tooFewRows(rows: 1, columns: 1)) {
            try LeastSquares(columns: [[1]], answers: [2])
        }
        #expect(throws: LeastSquares.Refusal.malformed) {
            try LeastSquares(columns: [ones, [1, 2]], answers: answers)
        }
        #expect(throws: LeastSquares.Refusal.malformed) {
            try LeastSquares(columns: [ones], answers: [1, 2, .nan, 4, 5])
        }
    }

    @Test func `a row alone in its column says nothing about the other columns`() throws {
        let ones = [1.0, 1, 1, 1, 1, 1, 1]
        let group = [1.0, 0, 1, 0, 1, 0, 0]
        let alone = [0.0, 0, 0, 0, 0, 0, 1]
        let answers = [2.0, 1.1, 2.2, 0.9, 1.9, 1, 40]
        let whole = try LeastSquares(columns: [ones, group, alone], answers: answers)
        let without = try LeastSquares(
            columns: [Array(ones.dropLast()), Array(group.dropLast())],
            answers: Array(answers.dropLast())
        )
        #expect(abs(whole.coefficients[1] - without.coefficients[1]) < 1e-12)
        #expect(abs(whole.errors[1] - without.errors[1]) < 1e-12)
    }

    @Test func `ranks share places, and correlations of constants are none`() {
        #expect(Sample.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
        #expect(Sample.ranks([7, 7, 7]) == [2, 2, 2])
        #expect(Sample.correlation([1, 1, 1], [1, 2, 3]) == nil)
        let flat = PartialSpearman([1, 2, 3, 4, 5, 6], [1, 3, 2, 5, 4, 6], given: [[2, 2, 2, 2, 2, 2]])
        #expect(flat.partial == flat.plain)
        let same = PartialSpearman([1, 2, 3, 4, 5, 6], [0, 0, 1, 0, 0, 1], given: [[1, 2, 3, 4, 5, 6]])
        #expect(same.partial == nil && same.interval == nil)
        let four = PartialSpearman([1, 2, 4, 3], [1, 3, 2, 4], given: [[2, 1, 4, 3]])
        #expect(four.interval == nil)
    }

    @Test(arguments: 1...6)
    func `the shift is the median of all differences, and turns round with the groups`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let one = (0..<Int.random(in: 1...30, using: &random)).map { _ in (random.normal() * 8).rounded() / 2 }
        let other = (0..<Int.random(in: 1...30, using: &random)).map { _ in random.normal() }
        let found = try #require(RankShift(one, other))
        let all = one.flatMap { left in other.map { left - $0 } }
        #expect(found.shift == Sample.median(all))
        #expect(found.interval.low <= found.shift && found.shift <= found.interval.high)
        let turned = try #require(RankShift(other, one))
        #expect(turned.shift == -found.shift && turned.interval == found.interval.mapped { -$0 })
        #expect(abs(turned.p - found.p) < 1e-12)
    }

    @Test func `as many ways as there are, up to a limit`() {
        #expect(PermutationTest.ways(10, choose: 5) == 252 && PermutationTest.ways(3, choose: 4) == 0)
        #expect(PermutationTest.ways(17, choose: 6) == 12_376 && PermutationTest.ways(18, choose: 7) == nil)
        #expect(PermutationTest.ways(20_000, choose: 1) == 20_000 && PermutationTest.ways(20_001, choose: 1) == nil)
        #expect(PermutationTest.p([1, 1, 1], [1, 1]) == 1)
        #expect(PermutationTest.p([0.1, 0.2, 0.3], [0.3, 0.2, 0.1]) == 1)
    }
}
