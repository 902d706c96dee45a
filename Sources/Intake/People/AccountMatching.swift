private import Foundation
public import Workspace

/// Which Slack account belongs to which person of the people file.
///
/// Shape: by the Slack id that the file gives, else by e-mail, else by a name that is unique on both sides.
/// Programs, the chat system and people of other companies are never matched.
public struct AccountMatching: Sendable, Hashable {
    /// People and their accounts, in the people file's order.
    public let matched: [Match]
    /// People without an account.
    public let unmatchedPeople: [PersonID]
    /// Members and guests without a person.
    public let unmatchedAccounts: [AccountID]
    /// People for whom several accounts could be meant.
    public let ambiguous: [Ambiguity]

    /// One person and their account.
    public struct Match: Sendable, Hashable {
        /// The person.
        public let person: PersonID
        /// Their account.
        public let account: AccountID
        /// What told.
        public let by: Way
    }

    /// What can tell that an account is a person's.
    public enum Way: String, Sendable, Hashable, CaseIterable {
        /// The people file names the account.
        case slackID
        /// The same e-mail address.
        case email
        /// The same name, of nobody else.
        case name
    }

    /// One person and the accounts that could be theirs.
    public struct Ambiguity: Sendable, Hashable {
        /// The person.
        public let person: PersonID
        /// The accounts, by id.
        public let accounts: [AccountID]
        /// What they have in common with the person.
        public let by: Way
    }

    /// Matches everybody who can be matched without guessing.
    public static func match(people: [Person], accounts: [Account]) -> AccountMatching {
        var work = MatchingWork(people: people, accounts: accounts.filter { $0.sort == .member || $0.sort == .guest })
        work.byID()
        work.byEmail()
        work.byName()
        return work.result()
    }

    init(matched: [Match], unmatchedPeople: [PersonID], unmatchedAccounts: [AccountID], ambiguous: [Ambiguity]) {
        self.matched = matched
        self.unmatchedPeople = unmatchedPeople
        self.unmatchedAccounts = unmatchedAccounts
        self.ambiguous = ambiguous
    }
}

/// A matching in the making.
private struct MatchingWork {
    let people: [Person]
    let accounts: [Account]
    var matches: [Int: AccountMatching.Match] = [:]
    var taken: Set<AccountID> = []
    var unclear: [Int: AccountMatching.Ambiguity] = [:]

    init(people: [Person], accounts: [Account]) {
        self.people = people
        self.accounts = accounts
    }

    mutating func byID() {
        let known = Set(accounts.map(\.id))
        for (place, person) in people.enumerated() {
            let named = person.account ?? AccountID(person.id.text)
            if known.contains(named) { take(place, named, .slackID) }
        }
    }

    mutating func byEmail() {
        let owners = Dictionary(grouping: accounts.filter { $0.email != nil }) { $0.email?.lowercased() ?? "" }
        for (place, person) in people.enumerated() where matches[place] == nil {
            guard let email = person.email?.lowercased(), let found = owners[email] else { continue }
            let free = found.filter { !taken.contains($0.id) }
            if free.count == 1, let only = free.first {
                take(place, only.id, .email)
            } else if free.count > 1 {
                unclear[place] = .init(person: person.id, accounts: free.map(\.id).sorted(), by: .email)
            }
        }
    }

    mutating func byName() {
        var owners: [String: Set<AccountID>] = [:]
        for account in accounts where !taken.contains(account.id) {
            for name in Set([account.name, account.realName ?? ""].map(Self.folded)) where !name.isEmpty {
                owners[name, default: []].insert(account.id)
            }
        }
        let namesakes = Dictionary(grouping: people.indices) { Self.folded(people[$0].name) }
        for (place, person) in people.enumerated() where matches[place] == nil && unclear[place] == nil {
            let name = Self.folded(person.name)
            guard !name.isEmpty, let found = owners[name]?.subtracting(taken), !found.isEmpty else { continue }
            if found.count == 1, let only = found.first, namesakes[name]?.count == 1 {
                take(place, only, .name)
            } else {
                unclear[place] = .init(person: person.id, accounts: found.sorted(), by: .name)
            }
        }
    }

    mutating func take(_ place: Int, _ account: AccountID, _ way: AccountMatching.Way) {
        guard taken.insert(account).inserted else { return }
        matches[place] = .init(person: people[place].id, account: account, by: way)
    }

    func result() -> AccountMatching {
        AccountMatching(
            matched: people.indices.compactMap { matches[$0] },
            unmatchedPeople: people.indices.filter { matches[$0] == nil && unclear[$0] == nil }.map { people[$0].id },
            unmatchedAccounts: accounts.map(\.id).filter { !taken.contains($0) }.sorted(),
            ambiguous: people.indices.compactMap { matches[$0] == nil ? unclear[$0] : nil }
        )
    }

    /// Lower case, without accents, single blanks.
    static func folded(_ name: String) -> String {
        name.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
