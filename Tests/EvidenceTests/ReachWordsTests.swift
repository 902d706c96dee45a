import Signals
import Testing

@testable import Evidence

struct ReachWordsTests {
    private func entry(_ reach: Reach?, scope: Int) -> LedgerEntry {
        var entry = Invented.entry("a", at: 1)
        entry.reach = reach
        entry.scope = scope
        return entry
    }

    private static let component = Reach(told: 0.9, reaches: [0.8, 0.2, 0, 0])

    @Test(
        arguments: [
            (component, 1, "reaches a component"), (component, 5, "reaches several teams"),
            (Reach(told: 0.2, reaches: []), 2, "how far it reaches cannot be told"),
            (Reach(told: 0.2, reaches: []), 4, "reaches a service or a team"),
            (Reach(told: 0.95, reaches: [0.1, 0, 0, 0]), 1, "reaches a task"),
            (Reach(told: 0.95, reaches: [0.9, 0.9, 0.9, 0.9]), 6, "reaches the organisation"),
        ] as [(Reach, Int, String)]
    )
    func `a page says the wider of words and sight, or that it cannot be told`(reach: Reach, scope: Int, words: String)
    {
        #expect(entry(reach, scope: scope).reachWords == words)
    }

    @Test func `evidence from before reach was judged says nothing about it`() {
        #expect(entry(nil, scope: 2).reachWords == nil)
    }
}
