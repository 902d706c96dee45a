import Hummingbird
import Workspace

/// Signing in by a one-time link, and out again.
struct SignInRoutes: Sendable {
    /// The provider's name; nil where there is none.
    let provider: String?
    let links: OneTimeLinks
    let sessions: Sessions
    let cookie: SessionCookie
    let site: SiteAddress
    let pages: PageResponses

    func add(to router: Router<PageContext>) {
        router.page("/sign-in", ask)
        router.get("/sign-in/:secret", use: confirm)
        router.refuse([.put, .patch, .delete, .options], at: "/sign-in/:secret", allowed: "GET, HEAD, POST")
        router.refuse([.get, .put, .patch, .delete, .options], at: "/sign-out", allowed: "POST")
        router.group().add(middleware: SameOrigin(site: site))
            .post("/sign-in/:secret", use: signIn)
            .post("/sign-out", use: signOut)
    }

    @Sendable private func ask(_ request: Request, _ context: PageContext) async throws -> Response {
        try pages.response(
            SignInPage(stage: .ask(provider: provider)),
            viewer: nil,
            at: .elsewhere,
            in: context.language
        )
    }

    /// Shows the button; a preview that opens the address spends nothing.
    @Sendable private func confirm(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }), try await links.works(secret)
        else {
            return try spent(context)
        }
        return try pages.response(
            SignInPage(stage: .confirm(secret)),
            viewer: nil,
            at: .elsewhere,
            in: context.language
        )
    }

    @Sendable private func signIn(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }),
            let person = try await links.redeem(secret)
        else { return try spent(context) }
        // Whoever was signed in here before is signed out, so that no old session lives on.
        if let old = cookie.secret(in: request) { try await sessions.end(old) }
        return Self.goOn(to: "/", cookie: cookie.header(try await sessions.begin(for: person)))
    }

    @Sendable private func signOut(_ request: Request, _ context: PageContext) async throws -> Response {
        if let secret = cookie.secret(in: request) { try await sessions.end(secret) }
        return Self.goOn(to: "/sign-in", cookie: cookie.header(nil))
    }

    private func spent(_ context: PageContext) throws -> Response {
        try pages.response(
            SignInPage(stage: .spentLink),
            status: .gone,
            viewer: nil,
            at: .elsewhere,
            in: context.language
        )
    }

    private static func goOn(to path: String, cookie: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .setCookie: cookie])
    }
}
