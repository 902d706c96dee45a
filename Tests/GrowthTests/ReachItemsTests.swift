import Evidence
import Signals
import Testing
import Workspace

@testable import Growth

struct ReachItemsTests {
    private typealias Stories = LedgerStories

    /// Next-level work in craft is stage 3 in these stories.
    private func item(_ reach: Reach?, scope: Int = 1, stage: Double = 1, confidence: Double = 0.9) -> LedgerItems {
        var entry = Stories.entry("a", stage: stage)
        entry.reach = reach
        entry.scope = scope
        entry.confidence = confidence
        return LedgerItems(Stories.inquiry([entry]))
    }

    private static let wide = Reach(told: 0.95, reaches: [0.95, 0.8, 0.2, 0])
    private static let small = Reach(told: 0.95, reaches: [0.3, 0.1, 0, 0])
    private static let unclear = Reach(told: 0.9, reaches: [0.7, 0.45, 0.1, 0])
    private static let untold = Reach(told: 0.3, reaches: [0.9, 0.9, 0.9, 0.9])

    @Test func `words that reach the next statement count for it, others that surely do not count for the present`()
        throws
    {
        #expect(try #require(item(Self.wide).items.first).observation.next == 1)
        #expect(try #require(item(Self.small).items.first).observation.next == 0)
    }

    @Test(arguments: [unclear, untold])
    func `where reach cannot be told, nothing is counted, for either side`(reach: Reach) {
        let found = item(reach)
        #expect(found.items.isEmpty)
        #expect(found.leftOut["a"] == .noReach)
        #expect(found.shown["craft"] == ["a"])
    }

    @Test func `how sure the reach is decides whether an item counts, not how much`() throws {
        #expect(try #require(item(Self.wide, confidence: 0.99).items.first).observation.confidence == 0.99)
        #expect(try #require(item(Self.small, confidence: 0.6).items.first).observation.confidence == 0.6)
    }

    @Test func `what is seen around the words widens them, and its absence says nothing`() throws {
        let widened = try #require(item(Self.untold, scope: 4).items.first).observation
        #expect(widened.next == 1)
        #expect(item(Self.untold, scope: 3).items.isEmpty)
        #expect(try #require(item(Self.untold, stage: 2.5).items.first).observation.next == 1)
        #expect(item(Self.untold, stage: 2.4).items.isEmpty)
        #expect(item(Self.untold, scope: 1).items.isEmpty)
        #expect(try #require(item(Self.small, scope: 1).items.first).observation.next == 0)
    }

    @Test func `an entry from before reach was judged reads as it did`() throws {
        for (stage, next) in [(2.4, 0.0), (2.5, 1.0), (4.0, 1.0)] {
            let entry = Stories.entry("a", stage: stage)
            let item = try #require(LedgerItems(Stories.inquiry([entry])).items.first)
            #expect(item.observation.next == next)
            #expect(item.observation.confidence == entry.confidence)
        }
        #expect(item(nil).leftOut["a"] == .noReach)
    }

    @Test func `both forms of a seen reach keep apart, whatever the numbers`() {
        for told in stride(from: 0.0, through: 1, by: 0.25) {
            for scope in 1...6 {
                let reach = Reach(told: told, reaches: [1, 1, 1, 1])
                let words = SeenReach(reach: reach, stage: 1, scope: scope).judgement(of: 2, isFeedback: false)
                #expect((words != nil) == (told >= Reach.enoughForNext || scope >= 3))
                for stage in stride(from: 1.0, through: 5, by: 0.5) {
                    let old = SeenReach(reach: nil, stage: stage, scope: scope).judgement(of: 2, isFeedback: false)
                    #expect(old?.reaches == (max(stage, scope >= 3 ? Double(scope - 1) : 1) >= 1.5))
                }
            }
        }
    }

    @Test func `what should change never speaks for the next level, however wide`() throws {
        let judged = try #require(SeenReach(reach: Self.wide, stage: 5, scope: 6).judgement(of: 2, isFeedback: true))
        #expect(!judged.reaches)
        #expect(judged.confidence == 1)
    }
}
