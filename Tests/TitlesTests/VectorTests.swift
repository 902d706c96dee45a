import Testing
import Titles

@Suite struct `Titles against the reference` {
    let resolver = TitleResolver()

    @Test func `both files of cases are there`() {
        #expect(TitleVectors.cases("titles").count == 37)
        #expect(TitleVectors.cases("titles-all").count == 61)
    }

    @Test(arguments: TitleVectors.cases("titles") + TitleVectors.cases("titles-all"))
    func `a title is read as labelled and as the reference computes`(item: TitleVectors.Case) {
        let reading = resolver.resolve(item.input.query)
        let (wanted, reference) = (item.output, item.output.reference)
        #expect(Self.word(reading.track) == wanted.track)
        #expect(reading.low == wanted.low)
        #expect(reading.high == wanted.high)
        #expect(wanted.emphasis == nil || reading.emphasis.rawValue == wanted.emphasis)
        #expect(Self.word(reading.track) == reference.track)
        #expect(reading.low == reference.low)
        #expect(reading.mode == reference.mode)
        #expect(reading.high == reference.high)
        #expect(reading.emphasis.rawValue == reference.emphasis)
        #expect(reading.normalised == reference.normalised)
        #expect(abs(reading.mixture.depth - reference.depth) <= 1e-9)
        #expect(abs(reading.mixture.scope - reference.scope) <= 1e-9)
        #expect(abs(reading.mixture.both - reference.both) <= 1e-9)
    }

    /// The reference says manager for the management track.
    private static func word(_ track: TitleTrack) -> String { track == .management ? "manager" : track.rawValue }
}
