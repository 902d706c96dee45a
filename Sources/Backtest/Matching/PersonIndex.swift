public import Workspace

/// Finds people by any of their names.
public struct PersonIndex: Sendable {
    private var byKey: [Key: Set<PersonID>] = [:]

    private struct Key: Hashable {
        let kind: KnownRow.Kind
        let text: String
    }

    /// What was found for a row.
    public enum Found: Sendable, Hashable {
        /// One person.
        case person(PersonID)
        /// Nobody in the record.
        case nobody
        /// More than one person.
        case several
    }

    /// Knows people and the accounts that are theirs; accounts without a person are left out.
    public init(people: [Person], accounts: [Account]) {
        let owned = people.compactMap { person in person.account.map { ($0, person.id) } }
        let owners = Dictionary(owned, uniquingKeysWith: { min($0, $1) })
        for person in people {
            add(.account, person.id.text, person.id)
            if let account = person.account { add(.account, account.text, person.id) }
            if let email = person.email { add(.email, email, person.id) }
            add(.name, person.name, person.id)
        }
        for account in accounts {
            guard let person = owners[account.id] else { continue }
            if let email = account.email { add(.email, email, person) }
            if let handle = account.handle { add(.handle, handle, person) }
            add(.name, account.name, person)
            if let name = account.realName { add(.name, name, person) }
        }
    }

    private mutating func add(_ kind: KnownRow.Kind, _ text: String, _ person: PersonID) {
        let folded = KnownRow.Name(kind, text).folded
        if !folded.isEmpty { byKey[Key(kind: kind, text: folded), default: []].insert(person) }
    }

    /// The person that a name means, the surest way first.
    ///
    /// An id can stand in a column of handles and the other way round; a login is looked for among handles, a handle among
    /// names that are shown, each only where it is nobody else's.
    func found(_ name: KnownRow.Name) -> Found {
        let ways: [KnownRow.Kind] =
            switch name.kind {
            case .account: [.account, .handle, .email]
            case .email: [.email]
            case .handle: [.account, .handle, .name]
            case .login: [.handle, .name]
            case .name: [.name, .handle]
            }
        for way in ways {
            guard let people = byKey[Key(kind: way, text: KnownRow.Name(way, name.text).folded)] else { continue }
            return people.count == 1 ? people.first.map(Found.person) ?? .nobody : .several
        }
        return .nobody
    }

    /// The person that any of several names means, the surest first; `several` where the surest that is known is unclear.
    func found(_ names: some Collection<KnownRow.Name>) -> Found {
        var unclear = false
        for name in names.sorted(by: { $0.kind.place < $1.kind.place }) {
            switch found(name) {
            case .person(let person): return .person(person)
            case .several: unclear = true
            case .nobody: continue
            }
        }
        return unclear ? .several : .nobody
    }
}
