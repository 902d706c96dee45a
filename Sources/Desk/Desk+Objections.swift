public import Evidence
import Records
public import Workspace

/// An objection that waits for an answer.
public struct OpenObjection: Sendable {
    /// What was objected to.
    public let entry: LedgerEntry
    /// Who objected.
    public let person: Person
    /// Why.
    public let reason: String
    /// When.
    public let day: CivilDate
    /// The last day for an answer.
    public let due: CivilDate
    /// Who answers; nil for the console, where the manager said the words or nobody leads the person.
    public let answers: Person?

    /// True when no answer came in time.
    public func isLate(on today: CivilDate) -> Bool { today > due }
}

extension Desk {
    /// Objections that the viewer has to answer, the one due first at the beginning.
    ///
    /// Shape: for somebody who leads others those of their reports, but for what they said themselves; for the console all,
    /// with who is to answer each.
    public func objectionsToAnswer(for viewer: Access.Viewer) async throws -> [OpenObjection] {
        let picture = try await picture()
        guard case .person(let id) = viewer else { return try await objections(picture: picture) }
        let reports = (picture.reports[id] ?? []).map(\.id).filter {
            picture.access.allows(viewer, to: .evidence, of: $0)
        }
        return try await objections(about: reports, picture: picture).filter { $0.answers?.id == id }
    }

    /// A person's own objections that nobody has answered yet.
    public func ownObjections(of person: PersonID) async throws -> [OpenObjection] {
        try await objections(about: [person], picture: try await open(.evidence, of: person, for: .person(person)))
    }

    /// Objections about some people, or about everybody.
    private func objections(about people: [PersonID]? = nil, picture: CompanyPicture) async throws -> [OpenObjection] {
        if let people, people.isEmpty { return [] }
        return try await records.objections(about: people, now: picture.now).compactMap { kept in
            guard let person = picture.people[kept.entry.subject] else { return nil }
            let manager = person.manager.flatMap { picture.people[$0] }
            let day = CivilDate(microseconds: kept.moment)
            return OpenObjection(
                entry: kept.entry,
                person: person,
                reason: kept.reason,
                day: day,
                due: CivilDate(days: day.days + Objection.daysToAnswer),
                answers: manager.flatMap { $0.active && kept.entry.voice.person != $0.id ? $0 : nil }
            )
        }
    }
}
