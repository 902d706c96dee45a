import Evidence
import Growth
public import Ladder
public import Records
public import Workspace
public import WriterEndpoint
import Writing

/// What lies on each person's desk: rights are asked, evidence is fetched, insights are read, words are composed.
///
/// Pages, commands and chat show the same values, so none of them can say what another cannot cite.
/// Errors: `DeskError` where there is nothing to open; `MoveError` where a move cannot go on; `VaultError` where sealed facts
/// stay sealed; `StoreError` from the record.
public struct Desk: Sendable {
    var records: Records
    let vault: Vault?
    let clock: @Sendable () -> Int64
    private let pictures = PictureShelf()
    let supports = SupportShelf()
    let networks = NetworkShelf()
    /// A model that rewords sentences; nil where the workspace uses none.
    public var writer: Rewriter?
    /// Forgets a person where the record does not reach, as in the store of what they read; called before an erasure.
    public var forgetApart: (@Sendable (PersonID) async throws -> Void)?
    /// The ladder in force.
    public let ladder: CareerLadder

    /// Joins record, ladder and clock.
    ///
    /// Units: the clock gives microseconds since 1970 UTC; a record that is kept as of a day does not ask it.
    /// Shape: `vault` opens what is sealed; without it, what needs pay or answers throws `VaultError.noKey`.
    public init(
        records: Records,
        ladder: CareerLadder,
        vault: Vault? = nil,
        clock: @escaping @Sendable () -> Int64
    ) {
        self.records = records
        self.vault = vault
        self.ladder = ladder
        self.clock = clock
    }

    /// The moment that everything is read at, microseconds since 1970 UTC.
    public func now() async throws -> Int64 { try await records.workspaceState()?.asOf ?? clock() }

    /// A number that is another one after everything that is written to the record; nil where the database cannot tell.
    public func written() async throws -> Int64? { try await records.written() }

    /// Everybody with everything that counts, as of now.
    func picture() async throws -> CompanyPicture {
        try await pictures.picture(records: records, ladder: ladder, clock: clock)
    }

    /// The person behind an id, an e-mail address or a unique name.
    ///
    /// Errors: `DeskError.noSuchPerson`, with names that come near; `DeskError.severalPeople`.
    public func find(_ text: String) async throws -> Person {
        // People alone: whoever asks for a name needs nobody's evidence.
        let all = try await records.people().map { ($0.id, $0) }
        return try Self.find(text, among: Dictionary(all, uniquingKeysWith: { first, _ in first }))
    }

    /// The same among some people.
    static func find(_ text: String, among people: [PersonID: Person]) throws(DeskError) -> Person {
        let wanted = text.lowercased()
        if let person = people[PersonID(text)] { return person }
        let exact = people.values.filter {
            $0.email == wanted || $0.account?.text == text || $0.name.lowercased() == wanted
        }
        if exact.count == 1, let person = exact.first { return person }
        let near = people.values.filter {
            $0.name.lowercased().contains(wanted) || $0.id.text.lowercased().contains(wanted)
        }
        .sorted { $0.id < $1.id }
        if exact.isEmpty, near.count == 1, let person = near.first { return person }
        let found = exact.isEmpty ? near : exact.sorted { $0.id < $1.id }
        if found.isEmpty { throw DeskError.noSuchPerson(text) }
        throw DeskError.severalPeople(text, found.prefix(8).map { "\($0.name) (\($0.id))" })
    }

    /// The name of somebody who works here; nil for everybody else.
    public func name(of person: PersonID) async throws -> String? {
        try await picture().people[person].flatMap { $0.active ? $0.name : nil }
    }

    /// Somebody who works here; nil for everybody else.
    public func colleague(_ person: PersonID) async throws -> Person? {
        try await picture().people[person].flatMap { $0.active ? $0 : nil }
    }

    /// Everybody who works here, by name.
    public func people() async throws -> [Person] {
        try await picture().company.active
    }

    func open(_ object: Access.Object, of person: PersonID, for viewer: Access.Viewer) async throws -> CompanyPicture {
        let picture = try await picture()
        guard picture.access.allows(viewer, to: object, of: person) else { throw DeskError.notAllowed }
        guard picture.people[person] != nil else { throw DeskError.noSuchPerson(person.text) }
        return picture
    }

    /// Opens what is about nobody in particular.
    func open(_ object: Access.Object, for viewer: Access.Viewer) async throws -> CompanyPicture {
        let picture = try await picture()
        guard picture.access.allows(viewer, to: object) else { throw DeskError.notAllowed }
        return picture
    }

    /// What opens sealed facts.
    ///
    /// Errors: `VaultError.noKey`.
    func key() throws(VaultError) -> Vault {
        guard let vault else { throw .noKey }
        return vault
    }
}

/// Why there is nothing to open.
public enum DeskError: Error, Sendable, Hashable {
    /// Nobody goes by this id, address or name.
    case noSuchPerson(String)
    /// More than one person goes by it; who they are.
    case severalPeople(String, [String])
    /// Nobody works in a team of this name.
    case noSuchTeam(String)
    /// The viewer may not open it.
    case notAllowed
    /// The people file does not say the person's level, so there is nothing to hold work against.
    case noLevel(String)
    /// The ladder does not have this target.
    case noSuchTarget(String)
    /// There is no level above the person's.
    case topOfLadder(String)
    /// The period ends before it begins.
    case badPeriod
}
