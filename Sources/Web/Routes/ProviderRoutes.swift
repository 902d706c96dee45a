import HTTPTypes
import Hummingbird
import Logging
import OpenID
import Workspace

/// Signing in with a provider: out to its page, and back.
struct ProviderRoutes: Sendable {
    let provider: ProviderSignIn
    let sessions: Sessions
    let cookie: SessionCookie
    let attempts: AttemptCookie
    let now: @Sendable () -> Int64
    let pages: PageResponses

    func add(to router: Router<PageContext>) {
        router.page("/sign-in/provider", begin)
        router.page("/sign-in/provider/back", finish)
    }

    @Sendable private func begin(_ request: Request, _ context: PageContext) async throws -> Response {
        let secret = try Secret.random()
        do {
            let page = try await provider.signIn.page(for: SignInAttempt(secret: secret.text))
            return Response(
                status: .seeOther,
                headers: [.location: page, .setCookie: attempts.header(secret), .cacheControl: "no-store"]
            )
        } catch let error as OpenIDError { return try failed(error, context) }
    }

    @Sendable private func finish(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = request.uri.queryParameters
        let answer = OpenIDSignIn.Answer(
            code: query["code"].map(String.init),
            state: query["state"].map(String.init),
            error: query["error"].map(String.init)
        )
        let moment = now()
        guard let secret = request.cookies[attempts.name].flatMap({ Secret($0.value) }),
            await provider.spent.spend(secret.hash, now: moment)
        else { return try failed(.otherAttempt, context) }
        do {
            let attempt = SignInAttempt(secret: secret.text)
            let identity = try await provider.signIn.identity(answer, of: attempt, now: moment)
            guard let person = try await provider.person(identity) else { return try stranger(context) }
            if let old = cookie.secret(in: request) { try await sessions.end(old) }
            var headers: HTTPFields = [.location: "/", .cacheControl: "no-store"]
            let begun = cookie.header(try await sessions.begin(for: person))
            for value in [begun, attempts.header(nil)] { headers.append(HTTPField(name: .setCookie, value: value)) }
            return Response(status: .seeOther, headers: headers)
        } catch let error as OpenIDError { return try failed(error, context) }
    }

    private func stranger(_ context: PageContext) throws -> Response {
        try answer(.stranger(at: provider.signIn.settings.name), status: .forbidden, context)
    }

    /// What went wrong in words; the log gets them, too, since whoever runs Crosstie has to mend most of it.
    private func failed(_ error: OpenIDError, _ context: PageContext) throws -> Response {
        context.logger.notice("sign-in with the provider: \(error)")
        let status: HTTPResponse.Status =
            switch error {
            case .refused, .otherAttempt: .badRequest
            default: .badGateway
            }
        return try answer(.failed("\(error)", at: provider.signIn.settings.name), status: status, context)
    }

    private func answer(_ stage: SignInStage, status: HTTPResponse.Status, _ context: PageContext) throws -> Response {
        var response = try pages.response(
            SignInPage(stage: stage),
            status: status,
            viewer: nil,
            at: .elsewhere,
            in: context.language
        )
        response.headers[.setCookie] = attempts.header(nil)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
