import Hummingbird
import Workspace

/// Bounds how often one address may ask without being known; the first thing that is looked at.
///
/// Source: RFC 6585, 4 (429); RFC 9110, 10.2.3 (`Retry-After`).
struct AddressCheck: RouterMiddleware {
    typealias Context = PageContext

    let book: AskingBook
    let site: SiteAddress
    let cookie: SessionCookie
    /// Paths of programs, answered without pages.
    let programs: [String]
    /// Paths that Slack calls.
    let doors: Set<String>
    let refusals: RateRefusals

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.asker = Asker(
            peer: context.peer,
            forwarded: HTTPFields.Element.Name("X-Forwarded-For").map { request.headers[values: $0] } ?? [],
            limits: book.limits,
            isSecure: site.secure
        )
        guard let block = context.asker.block else { return try await next(request, context) }
        let path = request.uri.path
        if doors.contains(path) { return try await signed(request, context, block, next) }
        if programs.contains(where: { path == $0 || path.hasPrefix("\($0)/") }) {
            return try await program(request, context, block, next)
        }
        // The page that says how to sign in is one page among others; what spends a link or asks the provider is not.
        if path.hasPrefix("/sign-in/"), let wait = book.signIn(at: block) {
            return refusals.page(after: wait, in: context.language, for: request)
        }
        if let wait = book.stranger(at: block, bearing: cookie.secret(in: request)?.hash) {
            return refusals.page(after: wait, in: context.language, for: request)
        }
        return try await next(request, context)
    }

    /// A program's request: its token counts for itself once it is known.
    private func program(
        _ request: Request,
        _ context: PageContext,
        _ block: AddressBlock,
        _ next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let bearer = request.headers[.authorization].map { SecretHash(text: sha256(Array($0.utf8)).hexadecimal) }
        if let wait = book.stranger(at: block, bearing: bearer) { return refusals.problem(after: wait) }
        let response = try await next(request, context)
        if let bearer {
            if response.status == .unauthorized {
                book.failed(bearer, at: block)
            } else if Self.tellsOfToken(request, response) {
                book.worked(bearer, at: block)
            }
        }
        return response
    }

    /// Open documents answer whatever token is sent, and a wrong method is answered before the token is looked at.
    private static func tellsOfToken(_ request: Request, _ response: Response) -> Bool {
        response.headers.text("RateLimit") != nil
            || (request.method == .post && (response.status == .ok || response.status == .accepted))
    }

    /// Slack's own requests are never counted; what only claims to be one is.
    private func signed(
        _ request: Request,
        _ context: PageContext,
        _ block: AddressBlock,
        _ next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        if let wait = book.isForger(block) { return refusals.problem(after: wait) }
        let response = try await next(request, context)
        if response.status != .ok, response.status.code < 500 { book.forged(at: block) }
        return response
    }
}

/// Bounds how often one person may ask; after the session was read.
struct PersonCheck: RouterMiddleware {
    typealias Context = PageContext

    let book: AskingBook
    let cookie: SessionCookie
    let refusals: RateRefusals

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard let viewer = context.viewer, let session = context.session else {
            if let secret = cookie.secret(in: request) { book.failed(secret.hash, at: context.asker.block) }
            return try await next(request, context)
        }
        guard context.asker != .thisMachine else { return try await next(request, context) }
        book.worked(session, at: context.asker.block)
        if let wait = book.asks(viewer) { return refusals.page(after: wait, in: context.language, for: request) }
        return try await next(request, context)
    }
}

/// What goes back to whoever asks too often; drawn once, so that refusing costs next to nothing.
struct RateRefusals: Sendable {
    private let drawn: [Language: Response]

    init(pages: PageResponses, languages: [Language]) throws(WebError) {
        var drawn: [Language: Response] = [:]
        for language in Set(languages + [.english]) {
            drawn[language] = try pages.response(
                ErrorPage(
                    "One moment, please",
                    "More was asked from here than is answered at once. Nothing was changed. Please try again in a minute."
                ),
                status: .tooManyRequests,
                viewer: nil,
                at: .elsewhere,
                in: language
            )
        }
        self.drawn = drawn
    }

    /// A page for a person.
    func page(after wait: Int64, in language: Language, for request: Request) -> Response {
        var response = drawn[language] ?? drawn[.english] ?? Response(status: .tooManyRequests)
        response.headers[.retryAfter] = "\(Self.seconds(wait))"
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// A problem document for a program (RFC 9457).
    func problem(after wait: Int64) -> Response {
        let words = """
            {"detail":"Wait \(Self.seconds(wait)) seconds.","status":429,"title":"Too many requests",\
            "type":"urn:crosstie:problem:rate"}
            """
        return Response(
            status: .tooManyRequests,
            headers: [.contentType: "application/problem+json", .retryAfter: "\(Self.seconds(wait))"],
            body: .init(byteBuffer: ByteBuffer(string: words))
        )
    }

    private static func seconds(_ wait: Int64) -> Int64 { max(1, (wait + 999_999) / 1_000_000) }
}
