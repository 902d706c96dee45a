import Evidence
import Importing
import Intake
import Ladder
import Learning
import Records
import Signals
import Workspace

/// What an import was asked to do.
struct ImportOrder: Sendable {
    var export: SlackExport
    var people: PeopleFile?
    var channels: [String]?
    var allPublic: Bool
    var asOf: CivilDate?
    var address: String?

    /// Opens everything that has to be read, so that a mistake in it is found before anything is made or changed.
    init(
        export: String,
        people: String?,
        channels: [String]?,
        allPublic: Bool,
        asOf: CivilDate?,
        address: String?
    ) throws {
        self.export = try SlackExport.open(export)
        self.people = try people.map { try PeopleFile.read(path: $0) }
        self.channels = channels
        self.allPublic = allPublic
        self.asOf = asOf
        self.address = address
        _ = try selection()
    }

    /// Which conversations are read.
    func selection() throws -> ChannelSelection {
        guard let channels else { return .allPublic }
        let selection: ChannelSelection = allPublic ? .allPublic(and: channels) : .named(channels)
        let unknown = selection.unknown(among: export.conversations.map(\.channel))
        guard unknown.isEmpty else {
            throw Failure(
                .usage,
                "the export has no channel called \(unknown.joined(separator: ", ")). `crosstie inspect` lists what it has."
            )
        }
        return selection
    }
}

/// Composes export, people, reader and record into one import.
struct ImportWork: Sendable {
    let order: ImportOrder
    let records: Records
    let ladder: CareerLadder
    /// Where the key to pay and protected categories lies; nil leaves those columns unread.
    var key: KeyFile?

    func run(
        progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> (ImportOutcome, PeopleMatching) {
        let export = order.export
        let selection = try order.selection()
        let matching = try await match(export)
        let now = GlobalOptions.now()
        let until = order.asOf.map { CivilDate(days: $0.days + 1).microseconds - 1 }
        // The key first: where it is missing, nothing is changed.
        let vault = try await order.people?.vault(in: records, key: key)
        try await records.replacePeople(matching.people, ladder: ladder.stamp, now: until ?? now)
        if let file = order.people { try await file.keepFacts(in: records, vault: vault, now: until ?? now) }
        try await records.set(asOf: until)
        let reader = try await ReaderChoice.taught(records, ladder: ladder)
        let capture = Capture(
            people: matching.byAccount,
            names: Dictionary(export.accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
            address: ChatAddress(
                base: order.address,
                team: export.homeTeams.first { $0.hasPrefix("T") } ?? export.homeTeams.first
            ),
            reader: reader.stamp,
            ladderVersion: ladder.version,
            asked: ladder.asked,
            now: until ?? now
        )
        let settings = ImportRun.Settings(capture: capture, until: until)
        let run = try await ImportRun.prepare(
            export,
            selection: selection,
            into: records,
            reader: reader,
            settings: settings
        )
        return (try await run.run(progress: progress), matching)
    }

    /// The people file given now, else the people already known, else the accounts themselves.
    private func match(_ export: SlackExport) async throws -> PeopleMatching {
        if let file = order.people {
            return PeopleMatching(
                people: file.people,
                accounts: export.accounts,
                origin: .file,
                left: file.leftForAudits
            )
        }
        let known = try await records.people()
        guard known.allSatisfy({ $0.account?.text == $0.id.text }) else {
            return PeopleMatching(people: known, accounts: export.accounts, origin: .record, left: [])
        }
        let ids = Set(known.map(\.id))
        let members = export.accounts.filter { $0.sort == .member && !ids.contains(PersonID($0.id.text)) }
        let people = members.map {
            Person(id: PersonID($0.id.text), name: $0.name, email: $0.email, account: $0.id, active: !$0.deactivated)
        }
        return PeopleMatching(people: known + people, accounts: export.accounts, origin: .accounts, left: [])
    }
}

extension PeopleFile {
    /// What seals this file's facts; a key is made at the first need, and none is needed where nothing is to be sealed.
    func vault(in records: Records, key: KeyFile?) async throws -> Vault? {
        guard statesPay || statesGroups, let key else { return nil }
        let vault = try await key.vault(of: records)
        try await records.check(vault)
        return vault
    }

    /// Keeps what the file says beside the people; without a vault only what is no secret.
    func keepFacts(in records: Records, vault: Vault?, now: Int64) async throws {
        let facts = vault == nil ? facts.map { PersonFacts($0.person, role: $0.role) } : facts
        try await records.keep(facts: facts, vault: vault, now: now)
    }
}

/// People with their accounts, and who could not be matched.
struct PeopleMatching: Sendable {
    let people: [Person]
    let matching: AccountMatching
    let origin: Origin
    /// Columns of the people file that only audits may read.
    let left: [String]

    /// Where the people come from.
    enum Origin: String, Sendable { case file, record, accounts }

    init(people: [Person], accounts: [Account], origin: Origin, left: [String]) {
        let matching = AccountMatching.match(people: people, accounts: accounts)
        let owned = Dictionary(
            matching.matched.map { ($0.person, $0.account) },
            uniquingKeysWith: { first, _ in first }
        )
        self.matching = matching
        self.origin = origin
        self.left = left
        self.people = people.map { person in
            var person = person
            person.account = owned[person.id] ?? person.account
            return person
        }
    }

    var byAccount: [AccountID: Person] {
        Dictionary(
            people.compactMap { person in person.account.map { ($0, person) } },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension CareerLadder {
    /// What each track asks for, by competency id.
    var asked: [Track: Set<String>] {
        Dictionary(
            uniqueKeysWithValues: Track.allCases.map { track in
                (track, Set(competencies(for: track == .ic ? .ic : .management).map(\.id)))
            }
        )
    }
}
