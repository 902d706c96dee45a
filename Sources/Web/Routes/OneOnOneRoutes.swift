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
            return try pages.response(
                try await source.oneOnOnes.teamWeek(viewer),
                viewer: visitor,
                at: .teamWeek,
                in: context.language
            )
        }
        router.page("/people/:id/prep/file/:form") { _, context in
            let viewer = try context.signedIn()
            let person = PersonID(try context.segment("id"))
            return try await source.oneOnOnes.prepFile(viewer, person, context.segment("form")).response
        }
        router.page("/team-week/file/:form") { _, context in
            let viewer = try context.signedIn()
            return try await source.oneOnOnes.teamWeekFile(viewer, context.segment("form")).response
        }
        forms.add("/notes", at: .notes, to: router) { viewer, _ in
            try await source.oneOnOnes.notes(viewer)
        } send: { viewer, _, fields in
            try await source.oneOnOnes.choose(viewer, fields)
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
    /// The preparation of a 1:1 as a file.
    public var prepFile: @Sendable (_ viewer: PersonID, _ person: PersonID, _ form: String) async throws -> ReviewFile =
        { _, _, _ in throw PageRefusal.notFound }
    /// The team's week as a file.
    public var teamWeekFile: @Sendable (_ viewer: PersonID, _ form: String) async throws -> ReviewFile = { _, _ in
        throw PageRefusal.notFound
    }
    /// Which messages the viewer gets, and when.
    public var notes: @Sendable (_ viewer: PersonID) async throws -> NotesPage = { _ in throw PageRefusal.notFound }
    /// Keeps what the viewer wants.
    public var choose: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<NotesPage> = {
        _,
        _ in throw PageRefusal.notFound
    }

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
