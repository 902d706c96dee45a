import Testing
import Workspace

@testable import Records

@Suite struct `What somebody is known by` {
    private func traces(_ name: String, others: [String] = [], words: Set<String> = []) -> PersonTraces {
        PersonTraces(
            person: "p-1",
            accounts: ["U1"],
            names: [name],
            addresses: [],
            others: others,
            words: words
        )
    }

    @Test(arguments: [
        ("Dario Conti", "thanks dario", "thanks somebody who left"),
        ("Dario Conti", "DARIO and conti wrote it", "somebody who left and somebody who left wrote it"),
        ("Dario Conti", "the contingent stays", nil),
        ("Will Rose", "Will wrote it", "somebody who left wrote it"),
        ("Will Rose", "it will hold, and prices rose", nil),
        ("Will Rose", "will rose wrote it", "somebody who left wrote it"),
    ])
    func `is found by itself in any case, unless it is also a word`(name: String, text: String, expected: String?) {
        #expect(traces(name).without(text) == expected)
    }

    @Test func `stays where somebody else bears it, or where the talk uses it as a word`() {
        #expect(traces("Dario Conti", others: ["Dario Neri"]).without("thanks dario") == nil)
        #expect(traces("Dario Conti", others: ["Dario Neri"]).without("thanks conti") == "thanks somebody who left")
        #expect(traces("Will Rose", words: ["will"]).without("Will wrote it") == nil)
    }
}
