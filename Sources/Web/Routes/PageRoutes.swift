import Hummingbird
import Workspace

/// The pages of somebody who is signed in.
struct PageRoutes: Sendable {
    let source: PageSource
    let pages: PageResponses

    func add(to router: Router<PageContext>) {
        router.page("/", week)
        router.page("/people/:id", person)
        router.page("/people/:id/prep", prep)
        router.page("/people/:id/draft", draft)
        router.page("/ladder", ladder)
    }

    @Sendable private func week(_ request: Request, _ context: PageContext) async throws -> Response {
        let viewer = try context.signedIn()
        let name = try await source.viewerName(viewer)
        return try pages.response(await source.week(viewer), viewer: name, at: .week)
    }

    @Sendable private func person(_ request: Request, _ context: PageContext) async throws -> Response {
        let (viewer, person) = try who(context)
        let name = try await source.viewerName(viewer)
        return try pages.response(await source.person(viewer, person), viewer: name, at: .elsewhere)
    }

    @Sendable private func prep(_ request: Request, _ context: PageContext) async throws -> Response {
        let (viewer, person) = try who(context)
        let name = try await source.viewerName(viewer)
        return try pages.response(await source.prep(viewer, person), viewer: name, at: .elsewhere)
    }

    @Sendable private func draft(_ request: Request, _ context: PageContext) async throws -> Response {
        let (viewer, person) = try who(context)
        let period = try Self.period(request)
        let name = try await source.viewerName(viewer)
        return try pages.response(await source.draft(viewer, person, period), viewer: name, at: .elsewhere)
    }

    @Sendable private func ladder(_ request: Request, _ context: PageContext) async throws -> Response {
        let name = try await source.viewerName(context.signedIn())
        return try pages.response(await source.ladder(), viewer: name, at: .ladder)
    }

    private func who(_ context: PageContext) throws -> (viewer: PersonID, person: PersonID) {
        let viewer = try context.signedIn()
        guard let id = Link.text(ofSegment: try context.parameters.require("id")) else { throw PageRefusal.notFound }
        return (viewer, PersonID(id))
    }

    /// The period that the form sent; nil when it sent none.
    private static func period(_ request: Request) throws(PageRefusal) -> DraftPeriod? {
        let fields = request.uri.queryParameters
        guard fields["from"] != nil || fields["to"] != nil else { return nil }
        guard let from = fields["from"].flatMap({ CivilDate(String($0)) }),
            let to = fields["to"].flatMap({ CivilDate(String($0)) }),
            let period = DraftPeriod(from: from, to: to)
        else { throw .badPeriod }
        return period
    }
}

extension Router<PageContext> {
    /// Adds a page: GET, HEAD by the router's option, and a kind refusal for everything else.
    func page(_ path: RouterPath, _ answer: @escaping @Sendable (Request, PageContext) async throws -> Response) {
        get(path, use: answer)
        refuse([.post, .put, .patch, .delete, .options], at: path, allowed: "GET, HEAD")
    }

    /// Answers methods that an address does not know.
    func refuse(_ methods: [HTTPRequest.Method], at path: RouterPath, allowed: String) {
        for method in methods {
            on(path, method: method) { _, _ -> Response in throw RequestRefusal.wrongMethod(allowed: allowed) }
        }
    }
}
