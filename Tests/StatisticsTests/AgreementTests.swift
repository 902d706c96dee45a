import Statistics
import Testing
import VectorTesting

@Suite struct AgreementTests {
    @Test func `raters agree as far as in the worked cases`() throws {
        let file = try VectorFile("agreement")
        #expect(file.cases.count >= 6)
        for one in file.cases {
            let raters = try one["in"]["raters"].list()
                .map { try $0.list().map { try $0.isNull ? nil : $0.number() } }
            let first = try one["in"]["a"].numbers().map { Int($0) }
            let second = try one["in"]["b"].numbers().map { Int($0) }
            let mine = [
                "alphaNominal": KrippendorffAlpha(raters, scale: .nominal)?.value,
                "alphaOrdinal": KrippendorffAlpha(raters, scale: .ordinal)?.value,
                "alphaInterval": KrippendorffAlpha(raters, scale: .interval)?.value,
                "cohenKappa": CohenKappa.value(first, second),
                "weightedKappaQuadratic": CohenKappa.value(first, second, weights: .quadratic),
            ]
            for (key, value) in mine {
                let found = try #require(value)
                #expect(file.agree(found, try one["out"][key].number()), "\(key): \(found)")
            }
        }
    }

    @Test func `full agreement is 1, and one value throughout says nothing`() {
        #expect(KrippendorffAlpha([[1, 2, 3], [1, 2, 3]], scale: .ordinal)?.value == 1)
        #expect(KrippendorffAlpha([[2, 2], [2, 2]], scale: .nominal) == nil)
        #expect(KrippendorffAlpha([[1, nil], [nil, 2]], scale: .nominal) == nil)
        #expect(KrippendorffAlpha([], scale: .interval) == nil)
        #expect(CohenKappa.value([1, 2], [1, 2]) == 1 && CohenKappa.value([1, 1], [1, 1]) == nil)
        #expect(CohenKappa.value([], []) == nil)
        #expect(CohenKappa.value([0, 0, 1, 1], [0, 1, 0, 1]) == 0)
    }

    @Test(arguments: KrippendorffAlpha.Scale.allCases)
    func `neither the order of raters nor that of units matters, nor a unit with one value`(
        scale: KrippendorffAlpha.Scale
    ) throws {
        var random = SeededRandom(7)
        let raters = (0..<4).map { _ in
            (0..<12).map { _ in random.share() < 0.2 ? nil : Double(Int.random(in: 1...5, using: &random)) }
        }
        let alpha = try #require(KrippendorffAlpha(raters, scale: scale))
        let order = (0..<12).shuffled(using: &random)
        let turned = raters.reversed().map { rater in order.map { rater[$0] } }
        let same = try #require(KrippendorffAlpha(turned, scale: scale))
        #expect(abs(alpha.value - same.value) < 1e-12 && alpha.pairable == same.pairable)
        let lonely = [raters[0] + [5]] + raters.dropFirst()
        #expect(KrippendorffAlpha(lonely, scale: scale) == alpha)
    }
}
