import Ladder
public import Moves
public import Records
public import Workspace

/// What a person may know of their own pay: where it lies, that both tracks have one range, and averages of the category.
///
/// Source: `docs/methods.md`, "Pay".
public struct PayStatement: Sendable {
    /// Whose.
    public let person: Person
    /// The title that the ladder gives the level on the person's track.
    public let role: String?
    /// The pay zone, as far as it is known.
    public let zone: String?
    /// Pay; nil where no people file states it.
    public let pay: Pay?
    /// The ranges of the level on both tracks, and what the parity check says.
    public let parity: PayParity?
    /// Where the pay lies in the range; nil where there is no range or no pay.
    public let position: BandPosition?
    /// Whose averages are told, in words.
    public let category: String
    /// Averages of the category, where they are about five people or more.
    public let averages: CategoryAverages
    /// The day it is read.
    public let today: CivilDate
}

extension Desk {
    /// A person's pay statement; leaves a receipt that the person can see.
    ///
    /// Errors: `DeskError.notAllowed`; `VaultError.noKey`, `VaultError.wrongKey`.
    public func payStatement(of id: PersonID, for viewer: Access.Viewer) async throws -> PayStatement {
        let picture = try await open(.pay, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let roles = try await records.roleFacts()
        let own = roles[id] ?? RoleFacts()
        let place = own.country ?? own.zone
        let category = picture.people.values.filter { other in
            let facts = roles[other.id]
            return other.active && other.level == person.level && other.family == person.family
                && (facts?.country ?? facts?.zone) == place
        }
        let (pay, members) = try await records.pay(
            of: id,
            among: category.map(\.id).sorted(),
            vault: try key(),
            seenBy: viewer,
            as: "pay statement",
            now: clock()
        )
        let parity = person.level.map { PayParity(level: $0, zone: own.zone, ladder: ladder) }
        let side: LadderTrack = person.track == .ic ? .ic : .management
        let comparable = members.filter { $0.pay.currency == pay?.currency }
        let level = person.level.map { "level \($0)" } ?? "no level"
        return PayStatement(
            person: person,
            role: person.level.flatMap { ladder.role(side, level: $0)?.title },
            zone: parity?.zone ?? own.zone,
            pay: pay,
            parity: parity,
            position: pay.flatMap { pay in parity?.range(side).flatMap { BandPosition(pay, in: $0) } },
            category: "\(level), \(person.family), \(place ?? "all places"), both tracks",
            averages: CategoryAverages(comparable.map { ($0.sex, $0.pay.fullTimeBase) }),
            today: CivilDate(microseconds: picture.now)
        )
    }

    /// Who looked at a person's pay, newest first.
    public func looks(at person: PersonID, for viewer: Access.Viewer) async throws -> [Look] {
        _ = try await open(.looks, of: person, for: viewer)
        return try await records.looks(at: person)
    }

    /// Removes everything that is sealed, where a key was lost for good.
    public func forgetSealedFacts(by viewer: Access.Viewer) async throws {
        _ = try await open(.grants, for: viewer)
        try await records.forgetSealedFacts(by: viewer.actor.description, now: clock())
    }
}
