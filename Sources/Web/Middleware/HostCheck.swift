import Hummingbird

/// Answers only to the site's own name, so that another site's name cannot be pointed here (DNS rebinding).
struct HostCheck: RouterMiddleware {
    typealias Context = PageContext

    let site: SiteAddress

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        // Health checks come by address.
        guard context.endpointPath != "/healthz" else { return try await next(request, context) }
        guard let authority = request.head.authority, site.authorities.contains(authority.lowercased()) else {
            throw RequestRefusal.wrongHost
        }
        return try await next(request, context)
    }
}

/// Why a request is not looked at.
enum RequestRefusal: Error, Hashable {
    /// It asks for another host.
    case wrongHost
    /// It comes from a page of another site.
    case otherSite
    /// What was sent is not what a form of this site sends.
    case notAForm
    /// The address does not know this method.
    case wrongMethod(allowed: String)
}
