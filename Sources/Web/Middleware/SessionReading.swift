import Hummingbird

/// Reads who is signed in from the session's cookie.
struct SessionReading: RouterMiddleware {
    typealias Context = PageContext

    let sessions: Sessions
    let cookie: SessionCookie

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = cookie.secret(in: request) {
            context.viewer = try await sessions.person(bearing: secret)
            context.session = context.viewer == nil ? nil : secret.hash
        }
        return try await next(request, context)
    }
}

/// The cookie that carries a session's secret.
///
/// Source: RFC 6265bis, `__Host-` prefix: only over https, for this host alone.
struct SessionCookie: Sendable {
    let secure: Bool

    var name: String { secure ? "__Host-crosstie" : "crosstie" }

    func secret(in request: Request) -> Secret? {
        request.cookies[name].flatMap { Secret($0.value) }
    }

    /// Sets the cookie; nil takes it away.
    func header(_ secret: Secret?) -> String {
        let age = secret == nil ? 0 : Sessions.lifetime / 1_000_000
        return "\(name)=\(secret?.text ?? ""); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : "")
    }
}
