import Backtest
import Evidence
import Testing
import Workspace

@Suite struct TalkCountTests {
    static let minute: Int64 = 60_000_000

    static func mark(
        _ minutes: Int64,
        _ who: AccountID,
        in channel: ChannelID = "work",
        thread: Int64? = nil,
        named: [AccountID] = []
    ) -> TalkMark {
        TalkMark(
            id: MessageID(channel: channel, time: MessageTime(microseconds: minutes * minute)),
            author: who,
            thread: thread.map { MessageTime(microseconds: $0 * minute) },
            named: named
        )
    }

    @Test func `counts are what anybody would count`() {
        let owners: [AccountID: PersonID] = ["A": "a", "B": "b", "C": "c"]
        let marks = [
            Self.mark(1, "A", named: ["B", "A"]), Self.mark(2, "B"), Self.mark(3, "C", named: ["B"]),
            Self.mark(1500, "A"),
            Self.mark(1501, "A", in: "zone"), Self.mark(99_999, "A"),
        ]
        let counts = PlainCounts(marks, praise: [], people: owners, range: 0...2000 * Self.minute)
        func values(_ person: PersonID) -> [Double] { PlainCount.allCases.map { counts.value($0, of: person) } }
        // messages, days, channels, mentions, mentioners, thanks, thankers, repliers
        #expect(values("a") == [3, 2, 2, 0, 0, 0, 0, 1])
        #expect(values("b") == [1, 1, 1, 2, 2, 0, 0, 1])
        #expect(values("c") == [1, 1, 1, 0, 0, 0, 0, 0])
        #expect(counts.writers(of: 2) == ["a"])
    }

    @Test func `only calls into talks where one had not spoken count, and one caller is less than two`() {
        func ask(_ day: Int64, by asker: PersonID, summoned: Bool = true) -> Ask {
            Ask(
                message: MessageID(channel: "work", time: MessageTime(microseconds: day * 86_400_000_000)),
                asker: asker,
                helper: "h",
                kind: .question,
                outcome: .none,
                summoned: summoned
            )
        }
        let now: Int64 = 100 * 86_400_000_000
        #expect(Callers.effective([ask(100, by: "a", summoned: false)], now: now)["h"] == nil)
        #expect(Callers.effective([ask(101, by: "a")], now: now)["h"] == nil)
        #expect(Callers.effective([ask(10, by: "a")], now: now)["h"] == 0.5)
        let many = Callers.effective((0..<50).map { _ in ask(100, by: "a") }, now: now)["h"] ?? 0
        let two = Callers.effective([ask(100, by: "a"), ask(100, by: "b")], now: now)["h"] ?? 0
        #expect(many < 2 && two == 2)
    }
}
