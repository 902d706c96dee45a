public import Records
public import Workspace

/// Requests to be erased, as the person and people operations see them.
public struct ErasureView: Sendable {
    /// The viewer's own request; nil where there is none.
    public let own: ErasureLine?
    /// Requests that the viewer may carry out, the one that is due first at the top.
    public let others: [ErasureLine]
    /// True when the viewer may carry out others'.
    public let mayErase: Bool
}

/// One request.
public struct ErasureLine: Sendable {
    /// Who asked.
    public let person: Person
    /// On which day.
    public let asked: CivilDate
    /// The last day for an answer.
    public let due: CivilDate
    /// Days that are left; below zero when it is late.
    public let daysLeft: Int
    /// Why it is not done; nil while nobody answered.
    public let answer: String?
}

extension Desk {
    /// Days in which a request is answered: never more than the month that the law gives, also in February.
    ///
    /// Source: GDPR, article 12 (3).
    public static let daysToErase = 28

    /// Asks on one's own behalf to be erased.
    public func askToBeErased(by person: PersonID) async throws {
        _ = try await open(.erasureRequest, of: person, for: .person(person))
        let now = clock()
        let due = now + Int64(Self.daysToErase) * 86_400_000_000
        try await records.requestErasure(of: person, due: due, now: now)
    }

    /// Takes one's own request back.
    public func takeBackErasureRequest(by person: PersonID) async throws {
        _ = try await open(.erasureRequest, of: person, for: .person(person))
        try await records.withdrawErasureRequest(of: person, now: clock())
    }

    /// The viewer's own request, and those that wait for the viewer.
    public func erasures(for viewer: Access.Viewer) async throws -> ErasureView {
        let picture = try await picture()
        let today = CivilDate(microseconds: clock())
        let lines = try await records.erasureRequests().compactMap { request -> (ErasureLine, Bool)? in
            guard let person = picture.people[request.person] else { return nil }
            let due = CivilDate(microseconds: request.due)
            let line = ErasureLine(
                person: person,
                asked: CivilDate(microseconds: request.asked),
                due: due,
                daysLeft: due.days - today.days,
                answer: request.answer
            )
            return (line, request.answered == nil)
        }
        let open = lines.filter { line, isOpen in
            isOpen && viewer != .person(line.person.id)
                && picture.access.allows(viewer, to: .erasure, of: line.person.id)
        }
        return ErasureView(
            own: lines.first { viewer == .person($0.0.person.id) }?.0,
            others: open.map(\.0),
            mayErase: picture.access.allows(viewer, to: .erasure)
        )
    }

    /// What an erasure would do; nothing is changed.
    ///
    /// Errors: as with ``erase(_:by:)``.
    public func erasurePreview(of person: PersonID, for viewer: Access.Viewer) async throws -> ErasureReport {
        _ = try await open(.erasure, of: person, for: viewer)
        return try await records.erase(
            person,
            by: viewer.actor.description,
            vault: vault,
            isPreview: true,
            now: clock()
        )
    }

    /// Erases a person for good.
    ///
    /// Errors: `ErasureError`; `VaultError.noKey` where anything is sealed and there is no key; `DeskError.notAllowed`.
    public func erase(_ person: PersonID, by viewer: Access.Viewer) async throws -> ErasureReport {
        _ = try await open(.erasure, of: person, for: viewer)
        // What lies apart goes first: should it fail, the person is still there to be erased again.
        try await forgetApart?(person)
        return try await records.erase(
            person,
            by: viewer.actor.description,
            vault: vault,
            now: clock()
        )
    }

    /// Tells the person why they are not erased.
    ///
    /// - Returns: false where nobody asked, or nobody waits any more.
    public func refuseErasure(of person: PersonID, why: String, by viewer: Access.Viewer) async throws -> Bool {
        _ = try await open(.erasure, of: person, for: viewer)
        return try await records.refuseErasure(
            of: person,
            why: why,
            by: viewer.actor.description,
            now: clock()
        )
    }
}
