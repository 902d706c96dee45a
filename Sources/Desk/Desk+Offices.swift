public import Records
public import Workspace

extension Desk {
    /// Who holds which office.
    public func offices(for viewer: Access.Viewer) async throws -> [OfficeGrant] {
        _ = try await open(.offices, for: viewer)
        return try await records.offices()
    }

    /// Gives somebody who works here an office.
    public func grant(_ office: Office, to person: PersonID, by viewer: Access.Viewer) async throws {
        let picture = try await open(.grants, for: viewer)
        guard picture.people[person]?.active == true else { throw DeskError.noSuchPerson(person.text) }
        try await records.grant(office, to: person, by: viewer.actor.description, now: clock())
    }

    /// Takes an office back.
    public func revoke(_ office: Office, from person: PersonID, by viewer: Access.Viewer) async throws {
        _ = try await open(.grants, for: viewer)
        try await records.revoke(office, from: person, by: viewer.actor.description, now: clock())
    }
}

extension Access.Viewer {
    /// The viewer as the history of a move writes them.
    var actor: MoveActor {
        switch self {
        case .person(let id): .person(id)
        case .console: .console
        }
    }
}
