import Evidence
import Signals
import Testing
import Workspace

@Suite struct `The talk around a message` {
    @Test func `a message sees the four before it, oldest first`() {
        var talk = Talk()
        for second in 1...6 { _ = talk.passage(of: Invented.message(Int64(second), "line \(second)")) }
        let passage = talk.passage(of: Invented.message(7, "line 7"))
        #expect(passage?.before.map(\.text) == ["line 3", "line 4", "line 5", "line 6"])
        #expect(passage?.root == nil)
    }

    @Test func `a reply sees its thread, not the channel around it`() {
        var talk = Talk()
        _ = talk.passage(of: Invented.message(1, "who has the key?", thread: 1))
        _ = talk.passage(of: Invented.message(2, "lunch?"))
        _ = talk.passage(of: Invented.message(3, by: "U3", "in the vault", thread: 1))
        let passage = talk.passage(of: Invented.message(4, "thanks, found it", thread: 1))
        #expect(passage?.root?.text == "who has the key?")
        #expect(passage?.before.map(\.text) == ["in the vault"])
    }

    @Test func `a reply whose root never came has no root`() {
        var talk = Talk()
        let passage = talk.passage(of: Invented.message(9, "late answer", thread: 1))
        #expect(passage?.root == nil)
        #expect(passage?.before.isEmpty == true)
    }

    @Test(arguments: [Message.Sort.system, .unknown])
    func `what nobody said is neither read nor heard`(sort: Message.Sort) {
        var talk = Talk()
        #expect(talk.passage(of: Invented.message(1, "joined", sort: sort)) == nil)
        #expect(talk.passage(of: Invented.message(2, "hello"))?.before.isEmpty == true)
    }

    @Test func `a program's words are heard, not read`() {
        var talk = Talk()
        #expect(talk.passage(of: Invented.message(1, "build 12 failed", sort: .bot)) == nil)
        #expect(talk.passage(of: Invented.message(2, "on it"))?.before.map(\.text) == ["build 12 failed"])
    }

    @Test func `a hundred thousand threads leave only the last ones in memory`() {
        var talk = Talk()
        for second in 1...100_000 {
            _ = talk.passage(of: Invented.message(Int64(second), "root", thread: Int64(second)))
        }
        #expect(talk.passage(of: Invented.message(100_001, "old", thread: 5))?.root == nil)
        #expect(talk.passage(of: Invented.message(100_002, "new", thread: 99_990))?.root?.text == "root")
    }

    @Test
    func
        `words are heard by whom they name, else by whoever spoke last in the thread, else shortly before in the channel`()
    {
        var talk = Talk()
        func hearer(_ message: Message) -> String? {
            _ = talk.passage(of: message)
            return talk.hearer
        }
        #expect(hearer(Invented.message(1, by: "U2", "who has the key?", thread: 1)) == nil)
        #expect(hearer(Invented.message(60, by: "U3", "in the vault", thread: 1)) == "U2")
        #expect(hearer(Invented.message(70, by: "U3", "second shelf", thread: 1)) == "U2")
        #expect(hearer(Invented.message(80, by: "U4", "lunch?")) == "U2")
        #expect(hearer(Invented.message(80 + 46 * 60, by: "U5", "the build is green")) == nil)
    }
}
