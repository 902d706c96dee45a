public import Workspace

extension Desk {
    /// True when the viewer may open an object that is about nobody in particular.
    public func opens(_ object: Access.Object, for viewer: Access.Viewer) async throws -> Bool {
        try await picture().access.allows(viewer, to: object)
    }

    /// True when the viewer may open an object of a person.
    public func opens(
        _ object: Access.Object,
        of person: PersonID,
        for viewer: Access.Viewer
    ) async throws -> Bool {
        try await picture().access.allows(viewer, to: object, of: person)
    }
}
