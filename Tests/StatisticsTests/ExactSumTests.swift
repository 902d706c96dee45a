import Statistics
import Testing

@Suite struct ExactSumTests {
    @Test(arguments: 1...5)
    func `a sum is the same in any order, and what goes in comes out`(seed: UInt64) {
        var random = SeededRandom(seed)
        let parts = (0..<500).map { _ in Double.random(in: -3...3, using: &random) }
        var one = ExactSum()
        var other = ExactSum()
        for part in parts { one.add(part) }
        for part in parts.shuffled(using: &random) { other.add(part) }
        #expect(one.value == other.value)
        #expect(abs(one.value - parts.reduce(0, +)) < 1e-11)
        for part in parts { one.add(-part) }
        #expect(one.value == 0)
    }

    @Test(arguments: [0, 1, -1, 0.1, 1.0 / 3, 0x1p-38, 1234.5, -0x1p-30, 1_048_576])
    func `one part comes out as it went in`(part: Double) {
        var sum = ExactSum()
        sum.add(part)
        #expect(sum.value == part)
    }

    @Test func `what is no number adds nothing, what is too large stops no sum`() {
        var sum = ExactSum()
        sum.add(2)
        sum.add(.nan)
        sum.add(.infinity)
        #expect(sum.value == 2)
        sum.add(1e300)
        #expect(sum.value == 1_048_578)
    }
}
