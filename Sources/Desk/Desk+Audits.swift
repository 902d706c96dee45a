public import Audits
import Evidence
import Growth
import Ladder
import Moves
import Records
import Signals
public import Workspace

extension Desk {
    /// One audit of the whole company; leaves receipts that everybody can see.
    ///
    /// Representatives get what no group under five can be told from; people operations and the command line get all.
    /// Errors: `DeskError.notAllowed`; `VaultError.noKey`, `VaultError.wrongKey`.
    public func audit(_ audit: Audit, for viewer: Access.Viewer) async throws -> AuditReport {
        let picture = try await open(.audits, for: viewer)
        let isSteward = picture.access.allows(viewer, to: .stewardship)
        let material = try await material(picture, as: "audit “\(audit.title)”", states: audit == .impact, for: viewer)
        return audit.report(on: material, for: isSteward ? .steward : .viewer)
    }

    /// What audits are worked out from: everybody's pay and groups side by side, in the machine's hands alone.
    ///
    /// Errors: `DeskError.notAllowed`; `VaultError.noKey`, `VaultError.wrongKey`.
    public func auditMaterial(for viewer: Access.Viewer) async throws -> AuditMaterial {
        try await material(try await open(.auditInputs, for: viewer), as: "audit material", states: true, for: viewer)
    }

    private func material(
        _ picture: CompanyPicture,
        as object: String,
        states: Bool,
        for viewer: Access.Viewer
    ) async throws -> AuditMaterial {
        var pay: [PersonID: Pay] = [:]
        var groups: [PersonID: [ProtectedCategory: String]] = [:]
        if try await records.holdsSealedFacts() {
            let (vault, now) = (try key(), clock())
            pay = try await records.allPay(vault: vault, seenBy: viewer, as: object, now: now)
            groups = try await records.allGroups(vault: vault, seenBy: viewer, as: "\(object), groups", now: now)
        }
        let roles = try await records.roleFacts()
        let events = try await records.moveEvents()
        let people = picture.people.values.filter(\.active).sorted { $0.id < $1.id }
        let today = CivilDate(microseconds: picture.now)
        let currencies = ladder.currencies
        var material = AuditMaterial(
            people: people.map {
                let role = roles[$0.id] ?? RoleFacts()
                var own = pay[$0.id]
                if own?.currency == nil { own?.currency = role.zone.flatMap { currencies[$0] } }
                return AuditPerson($0, role: role, pay: own, groups: groups[$0.id] ?? [:])
            },
            moves: picture.moves.values.flatMap(\.self).sorted { ($0.begun, $0.id) < ($1.begun, $1.id) }
                .compactMap { AuditMove($0, events: events[$0.id] ?? []) },
            states: states ? await picture.stateWords() : [:],
            day: today
        )
        material.recognitions =
            try await records.recognitions(since: material.since.microseconds, now: picture.now)
            .map { AuditRecognition(subject: $0.subject, voice: $0.voice, episodes: $0.episodes) }
        material.adopt(ladder)
        return material
    }
}

extension CareerLadder {
    /// The currency of each zone, where its ranges have one: what pay is in where a people file names none.
    fileprivate var currencies: [String: String] {
        let ranges = Dictionary(grouping: levels.flatMap(\.ranges), by: \.zone)
        return ranges.compactMapValues { ranges in
            let found = Set(ranges.map(\.currency))
            return found.count == 1 ? found.first : nil
        }
    }
}

extension CompanyPicture {
    /// What the clock says of each person who has a next level.
    fileprivate func stateWords() async -> [PersonID: String] {
        await states().mapValues(\.shown.state.rawValue)
    }
}

extension AuditPerson {
    /// One person with what only audits may hold side by side.
    fileprivate init(_ person: Person, role: RoleFacts, pay: Pay?, groups: [ProtectedCategory: String]) {
        self.init(
            id: person.id,
            track: person.track,
            level: person.level,
            family: person.family,
            zone: role.zone,
            team: person.team,
            manager: person.manager,
            currency: pay?.currency,
            base: pay.map { Double($0.base) / 100 },
            variable: pay?.variable.map { Double($0) / 100 },
            weeklyHours: pay?.weeklyHours,
            fullTimeShare: pay?.share,
            started: person.started,
            levelSince: person.levelSince,
            scope: role.scope,
            groups: Dictionary(uniqueKeysWithValues: groups.map { ($0.key.words, $0.value) })
        )
    }
}

extension ProtectedCategory {
    /// The category's name in a sentence.
    var words: String {
        switch self {
        case .parentalLeave: "parental leave"
        case .maritalStatus: "marital status"
        default: rawValue
        }
    }
}

extension AuditMove {
    /// A move that was decided or stated, and is one of the two kinds that audits know.
    fileprivate init?(_ move: Move, events: [MoveEvent]) {
        guard let from = move.from.level, let to = move.to.level else { return nil }
        let granted = move.state.isInForce
        guard granted || move.state == .refused else { return nil }
        let kind: Kind
        if move.from.track != move.to.track {
            kind = .trackSwitch
        } else if to > from {
            kind = .levelUp
        } else {
            return nil
        }
        let decided = events.last { $0.act == .decided || $0.act == .stated }.map { CivilDate(microseconds: $0.moment) }
        guard let day = move.day ?? decided else { return nil }
        self.init(
            person: move.person,
            kind: kind,
            from: AuditSeat(track: move.from.track, level: from),
            to: AuditSeat(track: move.to.track, level: to),
            proposed: move.state == .stated ? nil : CivilDate(microseconds: move.begun),
            decided: day,
            granted: granted,
            waitedForOpening: move.state == .stated ? nil : false
        )
    }
}
