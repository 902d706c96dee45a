import Hummingbird
import Workspace

/// What somebody chose, where they are signed in, and help.
struct SettingsRoutes: Sendable {
    let forms: FormRoutes
    let sessions: Sessions
    let cookie: SessionCookie

    func add(to router: Router<PageContext>) {
        let (source, pages) = (forms.source, forms.pages)
        router.page("/help") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(
                try await source.help.page(viewer),
                viewer: visitor,
                at: .elsewhere,
                in: context.language
            )
        }
        // Not only for those who are signed in: whoever reads a page may choose its language.
        router.refuse([.get, .put, .patch, .delete, .options], at: "/settings/language", allowed: "POST")
        let secure = forms.site.secure
        router.group().add(middleware: SameOrigin(site: forms.site)).post("/settings/language") { request, context in
            let tag = try await FormRoutes.fields(of: request, context)["language"]
            guard tag.isEmpty || Language(rawValue: tag) != nil else { throw RequestRefusal.notAForm }
            let cookie = LanguageCookie.header(Language(rawValue: tag), secure: secure)
            return Response(status: .seeOther, headers: [.location: Link.settings.href, .setCookie: cookie])
        }
        forms.add("/settings", at: .elsewhere, to: router) { viewer, context in
            try await page(viewer, context)
        } send: { viewer, context, fields in
            switch fields["step"] {
            case "everywhere":
                try await sessions.endAll(of: viewer)
                return .done(.signIn)
            case "end":
                try await sessions.end(SecretHash(text: fields["session"]), of: viewer)
                return .done(.settings)
            default: throw RequestRefusal.notAForm
            }
        }
    }

    private func page(_ viewer: PersonID, _ context: PageContext) async throws -> SettingsPage {
        SettingsPage(
            choices: try await forms.source.settings.choices(viewer),
            sessions: try await sessions.all(of: viewer).map { session in
                SessionCard(
                    key: session.hash.text,
                    begun: Self.moment(session.begun),
                    used: Self.moment(session.used),
                    isThis: session.hash == context.session
                )
            },
            lifetime:
                "A session ends \(Int(Sessions.idle / 3_600_000_000)) hours after it was last used, and after \(Int(Sessions.lifetime / 86_400_000_000)) days in any case.",
            languages: LanguageOption.all(chosen: context.chosenLanguage)
        )
    }

    /// Such as `22 November 2026, 09:41 UTC`.
    private static func moment(_ microseconds: Int64) -> Words {
        let day = CivilDate(microseconds: microseconds)
        let minutes = (microseconds - day.microseconds) / 60_000_000
        let (hour, minute) = (minutes / 60, minutes % 60)
        let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        return "\(DayMark(day)), \(clock) UTC"
    }
}
