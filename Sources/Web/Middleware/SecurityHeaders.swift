import Hummingbird

/// What every answer tells the browser not to do.
///
/// Source: OWASP Secure Headers Project; Content Security Policy Level 3.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = PageContext

    /// True when the site is reached by https only.
    let secure: Bool

    static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
        "base-uri 'none'",
    ].joined(separator: "; ")

    /// For pages with a script of this site's own, which may ask this site alone.
    static let scripted = policy + "; script-src 'self'; connect-src 'self'"

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        // Not `no-referrer`: under it browsers send `Origin: null` with forms, and `SameSite` could not tell ours from others'.
        // `same-origin` tells other sites as little.
        response.headers.set("Referrer-Policy", "same-origin")
        if secure {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
            response.headers.set("Cross-Origin-Opener-Policy", "same-origin")
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

extension HTTPFields {
    /// Sets a field that has no name of its own in the library.
    mutating func set(_ name: String, _ value: String) {
        guard let name = Element.Name(name) else { return }
        self[name] = value
    }

    /// A field that has no name of its own in the library.
    func text(_ name: String) -> String? { Element.Name(name).flatMap { self[$0] } }
}
