import Hummingbird
public import Workspace

/// Cues and support signals.
struct SupportRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let support = forms.source.support
        forms.add("/cues", at: .cues, to: router) { viewer, _ in
            try await support.page(viewer)
        } send: { viewer, _, fields in
            try await support.answer(viewer, fields)
        }
    }
}

/// Pages of cues and support signals.
public struct SupportPages: Sendable {
    /// The viewer's cues and signals, and those of their reports.
    public var page: @Sendable (_ viewer: PersonID) async throws -> SupportPage
    /// Says what came of one, switches signals off or on, or gives the zone of hours.
    public var answer: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<SupportPage>

    /// Joins the closures; without them there is no such page.
    public init(
        page: @escaping @Sendable (_ viewer: PersonID) async throws -> SupportPage = { _ in throw PageRefusal.notFound
        },
        answer:
            @escaping @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<SupportPage> = {
                _,
                _ in throw PageRefusal.notFound
            }
    ) {
        self.page = page
        self.answer = answer
    }
}
