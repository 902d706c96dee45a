import Hummingbird
import Logging

/// Turns refusals and faults into pages with the right status.
struct ErrorPages: RouterMiddleware {
    typealias Context = PageContext

    let pages: PageResponses

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let (status, page) = Self.answer(to: error)
            // The fault's type says where to look; its text may hold names and is left out.
            if status.code >= 500 {
                context.logger.error(
                    "request failed",
                    metadata: [
                        "route": .string(context.endpointPath ?? "none"), "fault": .string("\(type(of: error))"),
                    ]
                )
            }
            var response = try pages.response(page, status: status, viewer: nil, at: .elsewhere, in: context.language)
            if case .wrongMethod(let allowed) = error as? RequestRefusal { response.headers[.allow] = allowed }
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    /// Status and words for what was thrown.
    static func answer(to error: any Error) -> (HTTPResponse.Status, ErrorPage) {
        switch error {
        case let refusal as PageRefusal: answer(to: refusal)
        case let refusal as RequestRefusal: answer(to: refusal)
        case let error as any HTTPResponseError where error.status == .notFound: answer(to: PageRefusal.notFound)
        case let error as any HTTPResponseError where error.status.code < 500:
            (
                error.status,
                ErrorPage("That did not come through", "The request could not be understood. Nothing was changed.")
            )
        default:
            (
                .internalServerError,
                ErrorPage(
                    "Something went wrong here",
                    "This is a fault of the program, not yours. Nothing was changed. Please try again; if it stays, tell whoever runs Crosstie the time at which you saw this page."
                )
            )
        }
    }

    private static func answer(to refusal: PageRefusal) -> (HTTPResponse.Status, ErrorPage) {
        switch refusal {
        case .notFound:
            (.notFound, ErrorPage("There is no such page", "The address may be mistyped, or what it named is gone."))
        case .notAllowed:
            (
                .forbidden,
                ErrorPage(
                    "This page is not open to you",
                    "A person's pages open for that person and their manager, audits for people operations and representatives. If you think this is a mistake, ask whoever runs Crosstie."
                )
            )
        case .needsSignIn:
            (
                .unauthorized,
                ErrorPage(
                    "Please sign in first",
                    "Nobody is signed in in this browser, or the session has ended.",
                    way: "How to sign in",
                    link: .signIn
                )
            )
        case .badPeriod:
            (
                .badRequest,
                ErrorPage(
                    "That period cannot be read",
                    "A period needs a first and a last day, such as 2026-01-01 and 2026-06-30, in this order."
                )
            )
        case .noLevel:
            (
                .notFound,
                ErrorPage(
                    "There is no level to start from",
                    "The people file states no level of the ladder for this person, so nothing can be set against the next one. People operations can add it.",
                    way: "To the ladder",
                    link: .ladder
                )
            )
        case .sealed:
            (
                .serviceUnavailable,
                ErrorPage(
                    "This is sealed",
                    "Pay and private answers are kept sealed, and the program was started without the key that opens them. Whoever runs Crosstie can start it with the key."
                )
            )
        }
    }

    private static func answer(to refusal: RequestRefusal) -> (HTTPResponse.Status, ErrorPage) {
        switch refusal {
        case .wrongHost:
            (
                .misdirectedRequest,
                ErrorPage(
                    "This is not the address of this site",
                    "The server was reached under a name that it does not know. Whoever runs it can set the name with --site."
                )
            )
        case .otherSite:
            (
                .forbidden,
                ErrorPage(
                    "That was not sent from this site",
                    "For your safety nothing was done. Please go back and try again."
                )
            )
        case .notAForm:
            (
                .unsupportedMediaType,
                ErrorPage("That was not a form of this site", "It could not be read, and nothing was changed.")
            )
        case .wrongMethod:
            (
                .methodNotAllowed,
                ErrorPage("This address only shows a page", "Nothing can be sent to it, and nothing was changed.")
            )
        }
    }
}
