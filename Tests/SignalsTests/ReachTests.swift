import Testing

@testable import Signals

struct ReachTests {
    @Test func `five probabilities fit into one number and come out as thousandths`() throws {
        let reach = Reach(told: 0.8125, reaches: [0.6, 0.25, 0.0004, 1.2])
        #expect(reach.told == 0.813 || reach.told == 0.812)
        #expect(reach.reaches(2) == 0.6)
        #expect(reach.reaches(3) == 0.25)
        #expect(reach.reaches(4) == 0)
        #expect(reach.reaches(5) == 1)
        #expect(try #require(Reach(packed: reach.packed)) == reach)
    }

    @Test(arguments: [-1, 1 << 50, 1001, 1001 << 40])
    func `a number that no reach has is none`(packed: Int64) { #expect(Reach(packed: packed) == nil) }

    @Test func `every work reaches a task, and none reaches beyond the organisation`() {
        let reach = Reach(told: 0, reaches: [])
        #expect(reach.reaches(1) == 1)
        #expect(reach.reaches(6) == 0)
        #expect(reach.judgement(of: 1)?.reaches == true)
        #expect(reach.judgement(of: 2) == nil)
    }

    @Test(
        arguments: [
            (0.9, 0.9, true), (0.9, 0.6, true), (0.6, 0.7, nil), (0.9, 0.5, nil), (0.9, 0.2, false), (0.6, 0.05, nil),
            (0.3, 0.01, nil),
        ] as [(Double, Double, Bool?)]
    )
    func `words count only where they are sure enough, and for the lower side more`(
        told: Double,
        reaches: Double,
        expected: Bool?
    ) {
        #expect(Reach(told: told, reaches: [reaches]).judgement(of: 2)?.reaches == expected)
    }

    @Test func `a judgement is never surer than the words can be told`() {
        for told in stride(from: 0.0, through: 1, by: 0.05) {
            for chance in stride(from: 0.0, through: 1, by: 0.05) {
                guard let judged = Reach(told: told, reaches: [chance]).judgement(of: 2) else { continue }
                #expect(judged.confidence <= told + 0.001)
                #expect(judged.confidence >= Reach.enoughForNext)
            }
        }
    }

    @Test(
        arguments: [
            (0.9, [0.1, 0, 0, 0], Reach.Width.task), (0.9, [0.8, 0.1, 0, 0], .component),
            (0.9, [0.8, 0.7, 0.2, 0], .team),
            (0.9, [0.8, 0.7, 0.6, 0.2], .area), (0.9, [0.9, 0.9, 0.8, 0.7], .organisation),
            (0.2, [0.9, 0.9, 0.9, 0.9], nil),
            (0.9, [0.45, 0, 0, 0], nil),
        ] as [(Double, [Double], Reach.Width?)]
    )
    func `a page says one word, or that it cannot be told`(told: Double, reaches: [Double], width: Reach.Width?) {
        #expect(Reach(told: told, reaches: reaches).width == width)
    }

    @Test func `the program reads reach as training does`() throws {
        let behaviours = try BehaviourWeights.embedded.get()
        let weights = try ReachWeights.embedded.get()
        let rows = try Vectors.list("reach.json", of: Row.self)
        #expect(rows.count > 80)
        for row in rows {
            let reach = try #require(behaviours.verdict(row.text, reach: weights).1)
            #expect(abs(reach.told - row.told) < 0.003, "\(row.text)")
            for (place, chance) in row.reaches.enumerated() {
                #expect(abs(reach.reaches(place + 2) - chance) < 0.003, "\(row.text)")
            }
        }
    }

    @Test func `weights that were cut short are refused`() throws {
        #expect(throws: ReaderError.self) { try ReachWeights(bytes: Array(repeating: 0, count: 64)) }
        #expect(throws: ReaderError.self) {
            try ReachWeights(bytes: Array("CTSS".utf8) + Array(repeating: 1, count: 80))
        }
    }

    @Test func `bare thanks do not tell how far the work reached, a restored service does`() throws {
        let reader = try StaticReader()
        func reach(_ text: String) -> Reach? {
            let asked = Utterance(who: "Bo", text: "could you look at it?")
            let passage = Passage(target: Utterance(who: "Ada", text: text), before: [asked])
            return reader.signals(of: [passage], found: [[KindFinding(kind: .recognition, probability: 0.9)]])[0].first?
                .reach
        }
        let thanks = try #require(reach("thank you so much!"))
        #expect(thanks.width == nil)
        let wide = try #require(
            reach("Thanks to Bo the migration of all services to the new release pipeline is finished for every team")
        )
        #expect(wide.reaches(3) > 3 * thanks.reaches(3))
    }

    private struct Row: Decodable {
        let text: String
        let told: Double
        let reaches: [Double]
    }
}
