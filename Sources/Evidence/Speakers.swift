public import Workspace

/// What the reader calls each account: a full name, since people call each other by name, where it is one person's only.
public struct Speakers: Sendable {
    private var names: [AccountID: String] = [:]
    private var accounts: [String: AccountID] = [:]

    /// Nobody is known; every account goes by its id.
    public init() {}

    /// People go by the people file's name, others by the name that the chat shows.
    public init(people: [AccountID: Person], names shown: [AccountID: String]) {
        let all = shown.merging(people.mapValues(\.name)) { _, name in name }
        let owners = Dictionary(grouping: all.keys) { Self.folded(all[$0] ?? "") }
        for (account, name) in all where !name.isEmpty && owners[Self.folded(name)]?.count == 1 {
            names[account] = name
            accounts[name] = account
        }
    }

    /// What the reader calls an account.
    public func name(of account: AccountID) -> String { names[account] ?? account.text }

    /// The account behind what the reader calls it.
    public func account(of name: String) -> AccountID { accounts[name] ?? AccountID(name) }

    private static func folded(_ name: String) -> String { name.lowercased().replacing("_", with: " ") }
}
