import Hummingbird

/// Lets through only what a page of this site sent.
///
/// Source: Fetch Metadata Request Headers (W3C), `Sec-Fetch-Site`; where a browser sends none, the `Origin` of RFC 6454.
struct SameOrigin: RouterMiddleware {
    typealias Context = PageContext

    let site: SiteAddress

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard isOwn(request) else { throw RequestRefusal.otherSite }
        return try await next(request, context)
    }

    /// A browser that says neither whence is not believed.
    private func isOwn(_ request: Request) -> Bool {
        if let fetchSite = request.headers.text("Sec-Fetch-Site") { return fetchSite == "same-origin" }
        guard let origin = request.headers[.origin], let authority = request.head.authority else { return false }
        let scheme = site.secure ? "https" : "http"
        return origin.lowercased() == "\(scheme)://\(authority.lowercased())"
    }
}
