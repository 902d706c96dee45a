import Growth
import Statistics
import Testing

@Suite struct OutcomeScaleTests {
    private func outcomes(_ count: Int, shift: Double, slope: Double) -> [OutcomeScale.Outcome] {
        var random = SeededRandom(31)
        return (0..<count)
            .map { _ in
                let probability = Double.random(in: 0.02...0.98, using: &random)
                let truth = OutcomeScale(shift: shift, slope: slope, outcomes: 0).applied(to: probability)
                return OutcomeScale.Outcome(probability: probability, isConfirmed: random.share() < truth)
            }
    }

    @Test func `the scale that made the outcomes is found again`() throws {
        let scale = try #require(OutcomeScale.fit(outcomes(20_000, shift: -0.92, slope: 1.80)))
        #expect(abs(scale.shift + 0.92) < 0.06 && abs(scale.slope - 1.80) < 0.06)
        #expect(scale.outcomes == 20_000)
    }

    @Test func `nothing is said before a hundred outcomes, or where all came out the same`() {
        let known = outcomes(100, shift: 0, slope: 1)
        #expect(OutcomeScale.fit(known) != nil)
        #expect(OutcomeScale.fit(Array(known.dropLast())) == nil)
        let same = known.map { OutcomeScale.Outcome(probability: $0.probability, isConfirmed: true) }
        #expect(OutcomeScale.fit(same) == nil)
    }

    @Test func `a clean separation and certainties of 0 and 1 still end`() throws {
        let clean = (0..<200)
            .map { OutcomeScale.Outcome(probability: $0 < 100 ? 0 : 1, isConfirmed: $0 >= 100) }
        let scale = try #require(OutcomeScale.fit(clean))
        #expect(scale.applied(to: 0.999) > 0.5 && scale.applied(to: 0.001) < 0.5)
        let alike = (0..<200).map { OutcomeScale.Outcome(probability: 0.7, isConfirmed: $0.isMultiple(of: 4)) }
        let flat = try #require(OutcomeScale.fit(alike))
        #expect(abs(flat.applied(to: 0.7) - 0.25) < 0.01)
    }

    @Test func `words count in tens and never in percent`() {
        let scale = OutcomeScale(shift: -0.92, slope: 1.80, outcomes: 120)
        #expect(scale.words(for: 0.85) == "Of ten past readings like this, about 9 were confirmed later.")
        for tenth in 0...10 { #expect(!scale.words(for: Double(tenth) / 10).contains("%")) }
    }
}
