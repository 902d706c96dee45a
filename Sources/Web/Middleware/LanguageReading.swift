import Hummingbird

/// Reads in which language a page is wanted: the one that was chosen here, else the one that the browser asks for.
struct LanguageReading: RouterMiddleware {
    typealias Context = PageContext

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.chosenLanguage = request.cookies[LanguageCookie.name].flatMap { Language(rawValue: $0.value) }
        context.language = context.chosenLanguage ?? Language(accepting: request.headers[.acceptLanguage] ?? "")
        return try await next(request, context)
    }
}

/// The cookie that keeps the chosen language in one browser; it says nothing else.
enum LanguageCookie {
    static let name = "language"

    /// Sets the cookie for a year; nil takes it away, so that the browser's own wish holds again.
    static func header(_ language: Language?, secure: Bool) -> String {
        "\(name)=\(language?.tag ?? ""); Path=/; Max-Age=\(language == nil ? 0 : 31_536_000); HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : "")
    }
}
