public import Evidence
public import OneOnOnes
public import Workspace
import Writing

/// A team's week with what it cites.
public struct TeamWeekView: Sendable {
    /// Whose team; for a person's own lines, the person.
    public let reader: Person
    /// True where somebody reports to the reader.
    public let isManager: Bool
    /// The day it is read.
    public let today: CivilDate
    /// The week.
    public let week: TeamWeek
    /// Evidence that it cites.
    public let sources: [EntryID: LedgerEntry]
}

extension Desk {
    /// The last seven days of those who report to somebody, in place of a status round.
    ///
    /// Errors: `DeskError.notAllowed`.
    public func teamWeek(of manager: PersonID, for viewer: Access.Viewer) async throws -> TeamWeekView {
        let picture = try await open(.teamWeek, of: manager, for: viewer)
        guard let somebody = picture.people[manager] else { throw DeskError.noSuchPerson(manager.text) }
        return try await teamWeek(somebody, members: picture.reports[manager] ?? [], reader: .manager, picture)
    }

    /// What the team week says of one person, as that person reads it.
    ///
    /// Shape: worked out with the whole team, as the manager's is, so that both stand under the same headings.
    public func ownTeamWeek(of id: PersonID, for viewer: Access.Viewer) async throws -> TeamWeekView {
        let picture = try await open(.prep, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let team = person.manager.map { picture.reports[$0] ?? [] } ?? [person]
        let all = try await teamWeek(person, members: team, reader: .person, picture)
        return TeamWeekView(
            reader: person,
            isManager: all.isManager,
            today: all.today,
            week: all.week.only(id),
            sources: all.sources.filter { $0.value.subject == id }
        )
    }

    private func teamWeek(
        _ reader: Person,
        members: [Person],
        reader side: PrepReader,
        _ picture: CompanyPicture
    ) async throws -> TeamWeekView {
        let to = CivilDate(microseconds: picture.now)
        let ledgers = try await picture.ledgers(of: members.map(\.id))
        let known = members.map { TeamWeekComposer.Member(person: $0, entries: ledgers[$0.id]?.open ?? []) }
        let place = TeamPlace(
            people: members,
            ledgers: members.map { ledgers[$0.id]?.number ?? 0 },
            today: to,
            reader: side
        )
        let week: TeamWeek
        if let kept = await picture.shelf.week(of: place) {
            week = kept
        } else {
            week = TeamWeekComposer(from: CivilDate(days: to.days - 6), to: to, reader: side).compose(known)
            if !place.ledgers.contains(0) { await picture.shelf.keep(week, of: place) }
        }
        let cited = Set(week.parts.flatMap(\.lines).flatMap(\.sentence.sources))
        return TeamWeekView(
            reader: reader,
            isManager: picture.reports[reader.id] != nil,
            today: to,
            week: week,
            sources: known.flatMap(\.entries).filter { cited.contains($0.id) }.asSources
        )
    }
}
