import Workspace

@testable import Web

extension TokensPage {
    /// A token that was just made beside one that expired, and what to mend.
    static let mock = TokensPage(
        complaint: "A token works for 1 to \(366) days. Choose a number between.",
        secret: "ct_0123",
        tokens: [
            TokenCard(key: "a", name: "My notebook", words: "It works until \(DayMark(CivilDate(days: 20_600)))."),
            TokenCard(key: "b", name: "Old", words: "It has expired."),
        ],
        name: "My notebook",
        days: "900",
        tables: TableLink.all(opensAudits: true)
    )
}
