import Hummingbird
import Workspace

/// The pages of somebody who is signed in.
struct PageRoutes: Sendable {
    let source: PageSource
    let pages: PageResponses

    func add(to router: Router<PageContext>) {
        router.page("/", week)
        router.page("/week", week)
        router.page("/people/:id", person)
        router.page("/people/:id/draft", draft)
        router.page("/ladder", ladder)
    }

    @Sendable private func week(_ request: Request, _ context: PageContext) async throws -> Response {
        let viewer = try context.signedIn()
        let visitor = try await source.visitor(viewer)
        return try pages.response(await source.week(viewer), viewer: visitor, at: .week, in: context.language)
    }

    @Sendable private func person(_ request: Request, _ context: PageContext) async throws -> Response {
        let (viewer, person) = try who(context)
        let visitor = try await source.visitor(viewer)
        return try pages.response(
            await source.person(viewer, person),
            viewer: visitor,
            at: .elsewhere,
            in: context.language
        )
    }

    @Sendable private func draft(_ request: Request, _ context: PageContext) async throws -> Response {
        let (viewer, person) = try who(context)
        let period = try Self.period(request)
        let visitor = try await source.visitor(viewer)
        return try pages.response(
            await source.draft(viewer, person, period),
            viewer: visitor,
            at: .elsewhere,
            in: context.language
        )
    }

    @Sendable private func ladder(_ request: Request, _ context: PageContext) async throws -> Response {
        let viewer = try context.signedIn()
        let visitor = try await source.visitor(viewer)
        let fields = request.uri.queryParameters
        let person = fields["person"].map(String.init).flatMap { $0.isEmpty ? nil : PersonID($0) }
        let target = fields["target"].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
        let page = try await source.ladder(viewer, LadderView(person: person, target: target))
        return try pages.response(page, viewer: visitor, at: .ladder, in: context.language)
    }

    private func who(_ context: PageContext) throws -> (viewer: PersonID, person: PersonID) {
        (try context.signedIn(), PersonID(try context.segment("id")))
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
