import Intake
import Testing
import Workspace

@Suite struct AccountMatchingTests {
    @Test func `people are matched by Slack id, then e-mail, then a name of nobody else`() {
        let people = [
            Person(id: "p1", name: "X", account: "U1"), Person(id: "U2", name: "Y"),
            Person(id: "p3", name: "Z", email: "c@x.example"), Person(id: "p4", name: "Núñez  Cara"),
            Person(id: "p5", name: "Nobody Here", email: "n@x.example"),
        ]
        let accounts = [
            Account(id: "U1", name: "someone"), Account(id: "U2", name: "other"),
            Account(id: "U3", name: "c", email: "C@x.example"), Account(id: "U4", name: "cc", realName: "nunez cara"),
            Account(id: "U5", name: "rest"),
        ]
        let matching = AccountMatching.match(people: people, accounts: accounts)
        #expect(matching.matched.map(\.account) == ["U1", "U2", "U3", "U4"])
        #expect(matching.matched.map(\.by) == [.slackID, .slackID, .email, .name])
        #expect(matching.unmatchedPeople == ["p5"])
        #expect(matching.unmatchedAccounts == ["U5"])
        #expect(matching.ambiguous.isEmpty)
    }

    @Test func `two accounts with one address are left to somebody who knows`() {
        let accounts = [
            Account(id: "U1", name: "Ada", email: "ada@x.example"),
            Account(id: "U2", name: "ada2", email: "ADA@x.example"),
        ]
        let matching = AccountMatching.match(
            people: [Person(id: "p", name: "Ada", email: "ada@x.example")],
            accounts: accounts
        )
        #expect(matching.matched.isEmpty)
        #expect(matching.ambiguous.map(\.accounts) == [["U1", "U2"]])
        #expect(matching.ambiguous.map(\.by) == [.email])
    }

    @Test func `a name counts only when it is unique on both sides`() {
        let twins = [Person(id: "p1", name: "Kim"), Person(id: "p2", name: "KIM")]
        #expect(AccountMatching.match(people: twins, accounts: [Account(id: "U1", name: "kim")]).matched.isEmpty)
        let accounts = [Account(id: "U1", name: "kim"), Account(id: "U2", name: "k", realName: "Kim")]
        let matching = AccountMatching.match(people: [twins[0]], accounts: accounts)
        #expect(matching.ambiguous.map(\.accounts) == [["U1", "U2"]])
    }

    @Test(arguments: [Account.Sort.bot, .external, .system])
    func `programs and people of other companies are never matched`(sort: Account.Sort) {
        let account = Account(id: "U1", name: "Kim", email: "k@x.example", sort: sort)
        let person = Person(id: "p1", name: "Kim", email: "k@x.example", account: "U1")
        let matching = AccountMatching.match(people: [person], accounts: [account])
        #expect(matching.matched.isEmpty)
        #expect(matching.unmatchedPeople == ["p1"])
        #expect(matching.unmatchedAccounts.isEmpty)
    }

    @Test func `no account is given to two people, and everybody is in exactly one list`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let names = ["Ada", "Bo", "Cy", "Di"]
            let people = (0..<Int.random(in: 0...6, using: &random)).map { index in
                Person(
                    id: PersonID("p\(index)"),
                    name: names.randomElement(using: &random) ?? "",
                    email: Bool.random(using: &random) ? names.randomElement(using: &random).map { "\($0)@x" } : nil,
                    account: Bool.random(using: &random) ? AccountID("U\(Int.random(in: 0...5, using: &random))") : nil
                )
            }
            let accounts = (0..<Int.random(in: 0...6, using: &random)).map { index in
                Account(
                    id: AccountID("U\(index)"),
                    name: names.randomElement(using: &random) ?? "",
                    email: Bool.random(using: &random) ? names.randomElement(using: &random).map { "\($0)@x" } : nil
                )
            }
            let matching = AccountMatching.match(people: people, accounts: accounts)
            let given = matching.matched.map(\.account)
            #expect(Set(given).count == given.count)
            let listed = matching.matched.map(\.person) + matching.unmatchedPeople + matching.ambiguous.map(\.person)
            #expect(listed.sorted() == people.map(\.id).sorted())
            #expect((given + matching.unmatchedAccounts).sorted() == accounts.map(\.id).sorted())
        }
    }
}
