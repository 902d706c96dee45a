import Evidence
import Testing
import Workspace

@Suite struct `What the reader calls people` {
    private let speakers = Speakers(
        people: ["U1": Person(id: "ana", name: "Ana Berg"), "U2": Person(id: "ben", name: "Ben Okoro")],
        names: ["U1": "aberg", "U3": "Sam Roe", "U4": "sam_roe", "U5": ""]
    )

    @Test func `is their full name, there and back`() {
        #expect(speakers.name(of: "U1") == "Ana Berg")
        #expect(speakers.account(of: "Ana Berg") == "U1")
    }

    @Test(arguments: ["U3", "U4", "U5", "U9"] as [AccountID])
    func `is the account's id where a name is two people's, empty or unknown`(account: AccountID) {
        #expect(speakers.name(of: account) == account.text)
        #expect(speakers.account(of: account.text) == account)
    }
}
