import Hummingbird
public import Workspace

/// 1:1 preparation with what two people keep of it, and the team's week.
struct OneOnOneRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (source, pages) = (forms.source, forms.pages)
        forms.add("/people/:id/prep", at: .elsewhere, to: router) { viewer, context in
            try await source.prep(viewer, PersonID(context.segment("id")))
        } send: { viewer, context, fields in
            try await source.oneOnOnes.step(viewer, PersonID(context.segment("id")), fields)
        }
        router.page("/team-week") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(try await source.oneOnOnes.teamWeek(viewer), viewer: visitor, at: .week)
        }
    }
}

/// Pages of 1:1s beyond their preparation.
public struct OneOnOnePages: Sendable {
    /// Takes a step: an action, a note, a day.
    public var step:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws -> FormOutcome<PrepPage>
    /// The week of the viewer's team, and what it says of the viewer.
    public var teamWeek: @Sendable (_ viewer: PersonID) async throws -> TeamWeekPage

    /// Joins the closures; without them there is no such page.
    public init(
        step:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws ->
            FormOutcome<PrepPage> = { _, _, _ in throw PageRefusal.notFound },
        teamWeek: @escaping @Sendable (_ viewer: PersonID) async throws -> TeamWeekPage = { _ in
            throw PageRefusal.notFound
        }
    ) {
        self.step = step
        self.teamWeek = teamWeek
    }
}
