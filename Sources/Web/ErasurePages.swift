public import Workspace

/// Asking to be erased, and erasing those who asked.
public struct ErasurePages: Sendable {
    /// The viewer's own request, and those that wait for the viewer.
    public var page: @Sendable (_ viewer: PersonID) async throws -> ErasurePage
    /// Takes a step: asking, taking back, looking what would go, erasing, refusing; the page afterwards, with what to mend.
    public var step: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> ErasurePage

    /// There are no such pages unless told.
    public init() {
        page = { _ in throw PageRefusal.notFound }
        step = { _, _ in throw PageRefusal.notFound }
    }
}
